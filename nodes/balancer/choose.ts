/** Answers a client's query: which backends its next calls should go to. */
import type { Random } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import type { BackendList, Endpoint, Listed } from "./backend-list.ts";
import type { Policy } from "./policy.ts";

export interface Query {
  /** How many calls the client is about to make. */
  readonly calls: number;
  /** How many different backends it wants to know at least. */
  readonly count: number;
  /** Ids of backends that it does not want. */
  readonly exclude: readonly string[];
}

/** A backend, and how many of the calls should go there. */
export interface Choice {
  readonly backend: Listed;
  readonly calls: number;
}

/** One call to each of the choices, then a second one to those that get more, and so on. */
export function inTurns(
  choices: readonly { readonly backend: Endpoint; readonly calls: number }[],
): Endpoint[] {
  const endpoints: Endpoint[] = [];
  const most = Math.max(0, ...choices.map(({ calls }) => calls));
  for (let round = 0; round < most; round += 1) {
    for (const { backend, calls } of choices) if (calls > round) endpoints.push(backend);
  }
  return endpoints;
}

/** A query for more would hold up all others. */
export const callsAtMost = 1_000;

/**
 * Asks the policy once for each call, so that what one query hands out counts for the next one,
 * and then for further backends until there are `count`.
 * @returns different backends in the order in which they were chosen
 * @throws RpcError UNAVAILABLE when there is none to choose
 */
export function choose(
  list: BackendList,
  policy: Policy,
  query: Query,
  nowMs: number,
  random: Random,
): Choice[] {
  const nextTurn = () => list.nextTurn();
  const { live } = list;
  if (live.length === 0) throw new RpcError("UNAVAILABLE", "no backend is registered");
  const excluded = new Set(query.exclude);
  const candidates = excluded.size === 0 ? live : live.filter(({ id }) => !excluded.has(id));
  if (candidates.length === 0) {
    throw new RpcError("UNAVAILABLE", `all ${live.length} registered backends are excluded`);
  }
  const calls = new Map<Listed, number>();
  for (let call = 0; call < query.calls; call += 1) {
    const chosen = policy({ candidates, nowMs, random, nextTurn }) as Listed;
    list.handOut(chosen.id);
    calls.set(chosen, (calls.get(chosen) ?? 0) + 1);
  }
  while (calls.size < Math.min(query.count, candidates.length)) {
    const others = candidates.filter((candidate) => !calls.has(candidate));
    calls.set(policy({ candidates: others, nowMs, random, nextTurn }) as Listed, 0);
  }
  return [...calls].map(([backend, its]) => ({ backend, calls: its }));
}
