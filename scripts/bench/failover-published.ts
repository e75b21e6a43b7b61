/**
 * The figures of the system that this one re-does, on its authors' machine with one client (CS739
 * project 1 of Parimi and Sampathkumar, "Performance results"), and what is to be reached.
 */
import type { TraceShape } from "../../harness/failover/trace-generator.ts";

type Mix = TraceShape["mix"];
type Figures = Readonly<Record<Mix, number>>;

/** Operations a second by one client, by number of servers. */
const perSecond: ReadonlyMap<number, Figures> = new Map([
  [10, { get: 872, put: 51, mixed: 95 }],
  [30, { get: 680, put: 19, mixed: 33 }],
]);

/** Seconds for 1,000 requests on 10 servers, by number of clients; of two, the slower one. */
const seconds: ReadonlyMap<number, Figures> = new Map([
  [1, { get: 1.76, put: 25.65, mixed: 15.03 }],
  [2, { get: 1.2, put: 17, mixed: 11.4 }],
]);

/** So many times the published operations a second. */
const factors: Figures = { get: 2.5, put: 12, mixed: 10 };

/** Undefined where nothing was published. */
export function publishedPerSecond(servers: number, mix: Mix): number | undefined {
  return perSecond.get(servers)?.[mix];
}

/** Undefined where nothing was published. */
export function publishedSeconds(
  place: { readonly servers: number; readonly requests: number; readonly clients: number },
  mix: Mix,
): number | undefined {
  const same = place.servers === 10 && place.requests === 1_000;
  return same ? seconds.get(place.clients)?.[mix] : undefined;
}

/** Operations a second that are to be reached. */
export function targetPerSecond(servers: number, mix: Mix): number | undefined {
  const published = publishedPerSecond(servers, mix);
  return published === undefined ? undefined : published * factors[mix];
}

export const targets = {
  concurrentClients: 64,
  concurrentServers: 3,
  concurrentPutsPerSecond: 3_000,
  failOverMs: 300,
  missedPuts: 10_000,
  revivalMs: 1_000,
} as const;
