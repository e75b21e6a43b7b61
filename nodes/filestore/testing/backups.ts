/** Backups that a test scripts, and the primary's host that talks to them without a network. */
import type { Host } from "../../host/host.ts";
import type { Client, RequestOf } from "../../host/service.ts";
import type { Member } from "../membership.ts";
import type { Backup } from "../protocol.ts";

export type ReplicateRequest = RequestOf<typeof Backup, "replicate">;
type Answer = { applied: number; serving: boolean };

/** What a backup answers; a throw is a message that got lost. */
export type Script = (request: ReplicateRequest) => Promise<Answer>;

/** A member whose address is its id. */
export function memberOf(id: string, incarnation = 1): Member {
  return { id, address: id, incarnation };
}

/** The host, with `scripts` in place of the backups; read anew at each message. */
export function withBackups(host: Host, scripts: ReadonlyMap<string, Script>): Host {
  const connect = (_service: unknown, address: string) => ({
    replicate: async (request: ReplicateRequest) => {
      const script = scripts.get(address);
      if (script === undefined) throw new Error(`${address} is not there`);
      return script(request);
    },
  });
  return { ...host, connect: connect as unknown as <S>(service: S, address: string) => Client<S> };
}

/** A backup that applies all that it is sent, and serves when told. */
export function obedient(): { readonly script: Script; readonly state: Answer } {
  const state = { applied: 0, serving: false };
  const script: Script = async ({ objects, serve }) => {
    state.applied = Math.max(state.applied, ...objects.map(({ sequence }) => Number(sequence)));
    state.serving ||= serve;
    return { ...state };
  };
  return { script, state };
}
