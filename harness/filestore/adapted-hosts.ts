/** Simulated hosts, fitted to what schedules of the file store are to bring out. */
import type { CallOptions, Host } from "../../nodes/host/host.ts";

const clientTimeoutMs = 1_000;

type Calls = Record<string, (request: object, options?: CallOptions) => unknown>;

/** A client that waits less for an answer than the usual one, so that it does more in a run. */
export function impatient(host: Host): Host {
  const connect: Host["connect"] = (service, address) => {
    const calls = Object.entries(host.connect(service, address) as Calls);
    const hurried: Calls = Object.fromEntries(
      calls.map(([name, call]) => [
        name,
        (request, options) => call(request, { timeoutMs: clientTimeoutMs, ...options }),
      ]),
    );
    return hurried as ReturnType<typeof host.connect<typeof service>>;
  };
  return { ...partsOf(host), connect };
}

/** Virtual time begins at 1,700,000,000,000 ms; each run passes from January to February. */
const shiftMs = Date.UTC(2024, 1, 1) - 1_500 - 1_700_000_000_000;

/** A host whose clock passes the end of a month in the middle of a run. */
export function atMonthEnd(host: Host): Host {
  const { clock } = host;
  const wallMs = () => clock.wallMs() + shiftMs;
  const monotonicMs = () => clock.monotonicMs();
  const sleep: typeof clock.sleep = (...sleeping) => clock.sleep(...sleeping);
  const every: typeof clock.every = (...repeating) => clock.every(...repeating);
  return { ...partsOf(host), clock: { wallMs, monotonicMs, sleep, every } };
}

function partsOf(host: Host): Host {
  const { id, incarnation, clock, random, disk, log } = host;
  const serve: Host["serve"] = (...serving) => host.serve(...serving);
  const connect: Host["connect"] = (...connecting) => host.connect(...connecting);
  const reach: Host["reach"] = (...reaching) => host.reach(...reaching);
  const openShared: Host["openShared"] = (url) => host.openShared(url);
  return { id, incarnation, clock, random, disk, log, serve, connect, reach, openShared };
}
