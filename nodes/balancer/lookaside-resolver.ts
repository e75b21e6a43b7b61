/**
 * `lookaside:///service` for any client of grpc-js: after `registerLookaside` a generated client
 * follows a balancer's advice by its address alone. `lookaside://HOST:PORT/service` names the
 * balancers itself, `lookaside:///service` means those that were registered.
 */
import { discover } from "../host/discovery.ts";
import type { Host } from "../host/host.ts";
import { registerScheme } from "../host/name-resolver.ts";
import { Balancers } from "./balancers.ts";

/** The balancer is asked as if for so many calls: whoever gets none of them is left out. */
const callsAsked = 16;
const timeoutMs = 2_000;

/** @param place where the balancers are, as for `--balancers` */
export function registerLookaside(host: Host, place: string): void {
  const known = new Map<string, Promise<Balancers>>();
  const balancersAt = (at: string): Promise<Balancers> => {
    const opened = known.get(at) ?? discover(at).then((found) => new Balancers(host, found));
    known.set(at, opened);
    return opened;
  };
  registerScheme("lookaside", async ({ authority }) => {
    const balancers = await balancersAt(authority === "" ? place : authority);
    const { endpoints } = await balancers.ask(callsAsked, [], timeoutMs);
    return [...new Set(endpoints.map(({ address }) => address))];
  });
}
