/**
 * h2load on one server or several, with the check that it can't make: every gRPC answer is an HTTP
 * 200, whatever it says, so a run is judged by what it left behind.
 */
import type { Service } from "../../nodes/host/service.ts";
import type { Measure, Work } from "./comparison.ts";
import { type H2loadResult, type H2loadShape, type H2loadTarget, runH2load } from "./h2load.ts";

export interface CheckedLoad {
  /** Loaded at the same time, each by an h2load of its own with this shape. */
  readonly targets: readonly H2loadTarget[];
  readonly shape: Omit<H2loadShape, "seconds">;
  /** For the files of h2load. */
  readonly directory: string;
}

const settleMs = 5_000;

/** The same request for each of `addresses`. @param method in camel case, such as `write` */
export function targetsOf(
  service: Service,
  method: string,
  request: object,
  addresses: readonly string[],
): H2loadTarget[] {
  const known = service.methods.get(method);
  if (known === undefined) throw new Error(`${service.name} has no ${method}`);
  const message = known.encodeRequest(request);
  return addresses.map((address) => ({ address, path: known.path, message }));
}

/**
 * Calls that each raise a total by one: all that were answered have done so. Those that were still
 * under way when h2load ended may have, too.
 * @param total reads it
 */
export function countedCalls(load: CheckedLoad, total: () => Promise<number>): Measure {
  return async (seconds) => {
    const before = await steady(total);
    const result = await run(load, seconds);
    const happened = (await steady(total)) - before;
    if (happened < result.done || happened > result.started) {
      const sent = `${result.started} calls of ${load.targets[0]?.path} were sent`;
      throw new Error(`${sent}, ${result.done} answered, but ${happened} happened`);
    }
    return toWork(result);
  };
}

/**
 * Calls that each bring the same answer: their bytes must add up to it.
 * @param answerBytes what an answer has at least, so that a refusal is not taken for it
 */
export function sizedCalls(load: CheckedLoad, answerBytes: number): Measure {
  return async (seconds) => {
    const inSequence = { ...load, shape: { connections: 1, streams: 1 } };
    const few = await run(inSequence, 0.05);
    const bytes = few.dataBytes / few.done;
    const result = await run(load, seconds);
    const { done, started, dataBytes } = result;
    if (bytes < answerBytes || dataBytes < done * bytes || dataBytes > started * bytes) {
      const got = `${done} answers of ${load.targets[0]?.path} had ${dataBytes} bytes`;
      throw new Error(`${got}; one should have ${bytes}, and ${answerBytes} at least`);
    }
    return toWork(result);
  };
}

async function run(load: CheckedLoad, seconds: number): Promise<H2loadResult> {
  const { targets, shape, directory } = load;
  const results = await Promise.all(
    targets.map((target) => runH2load(target, { ...shape, seconds }, directory)),
  );
  const sum = (figure: "done" | "started" | "dataBytes") =>
    results.reduce((total, result) => total + result[figure], 0);
  return {
    done: sum("done"),
    started: sum("started"),
    dataBytes: sum("dataBytes"),
    seconds: Math.max(...results.map((result) => result.seconds)),
    latenciesMs: results.flatMap(({ latenciesMs }) => latenciesMs),
  };
}

const toWork = ({ done, seconds, latenciesMs }: H2loadResult): Work => ({
  operations: done,
  seconds,
  latenciesMs,
});

/** A total that has stopped to grow. */
async function steady(total: () => Promise<number>): Promise<number> {
  const deadlineMs = performance.now() + settleMs;
  for (let last = await total(); performance.now() < deadlineMs; ) {
    await Bun.sleep(20);
    const now = await total();
    if (now === last) return now;
    last = now;
  }
  throw new Error(`calls still happen ${settleMs} ms after the load has ended`);
}
