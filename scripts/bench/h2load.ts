/**
 * Drives one gRPC method by h2load (Debian: `nghttp2-client`), closed loop: each stream sends its
 * next request when the last one was answered. h2load sees HTTP only, where every gRPC answer is
 * a 200: whoever calls this must check by other means that the calls did their work.
 */
import { join } from "node:path";
import { $ } from "zx";

/** One server to load, for as long as all. */
export interface H2loadTarget {
  /** `host:port`, plain text. */
  readonly address: string;
  /** Such as `/proctor.filestore.v1.Replica/Write`. */
  readonly path: string;
  /** The encoded request message, the same for every call. */
  readonly message: Uint8Array;
}

export interface H2loadShape {
  readonly connections: number;
  /** Calls under way at once on each connection. */
  readonly streams: number;
  readonly seconds: number;
}

export interface H2loadResult {
  /** Calls that were answered. */
  readonly done: number;
  /** Calls that were sent: those that were under way at the end may or may not have happened. */
  readonly started: number;
  readonly seconds: number;
  /** Bytes of all answers without their headers: the 5 of a gRPC frame and the message. */
  readonly dataBytes: number;
  /** One a call. */
  readonly latenciesMs: readonly number[];
}

export const hasH2load = Bun.which("h2load") !== null;

/**
 * @param directory for the request's body and the log of all calls
 * @throws Error when h2load fails, or when a call did not end with HTTP 200
 */
export async function runH2load(
  target: H2loadTarget,
  shape: H2loadShape,
  directory: string,
): Promise<H2loadResult> {
  const name = crypto.randomUUID();
  const body = join(directory, `${name}.body`);
  const log = join(directory, `${name}.log`);
  await Bun.write(body, grpcFrame(target.message));
  const { connections, streams, seconds } = shape;
  const result = await $({ quiet: true, nothrow: true })`h2load \
    --duration ${Math.round(seconds * 1_000)}ms -c ${connections} -m ${streams} \
    --data ${body} --log-file ${log} \
    -H ${"content-type: application/grpc"} -H ${"te: trailers"} \
    ${`http://${target.address}${target.path}`}`;
  if (result.exitCode !== 0) throw new Error(`h2load failed: ${result.stderr || result.stdout}`);
  return { ...parseReport(result.stdout), latenciesMs: parseLog(await Bun.file(log).text()) };
}

/** Section "Length-Prefixed-Message" of gRPC over HTTP/2: not compressed, length, message. */
export function grpcFrame(message: Uint8Array): Uint8Array {
  const frame = Buffer.alloc(5 + message.length);
  frame.writeUInt32BE(message.length, 1);
  frame.set(message, 5);
  return frame;
}

const requestsLine =
  /^requests: \d+ total, (\d+) started, (\d+) done, (\d+) succeeded, (\d+) failed, (\d+) errored/m;
const secondsLine = /^finished in ([\d.]+)(ms|s|m)/m;
const trafficLine = /^traffic: .*, \S+ \((\d+)\) data$/m;

/** @throws Error when a call failed, or when this is no report of h2load */
export function parseReport(report: string): Omit<H2loadResult, "latenciesMs"> {
  const requests = requestsLine.exec(report);
  const finished = secondsLine.exec(report);
  const traffic = trafficLine.exec(report);
  if (requests === null || finished === null || traffic === null) {
    throw new Error(`not a report of h2load: ${report}`);
  }
  const [started = 0, done = 0, succeeded, failed, errored] = requests.slice(1).map(Number);
  if (done === 0 || succeeded !== done || failed !== 0 || errored !== 0) {
    throw new Error(`h2load counted other answers than HTTP 200: ${requests[0]}`);
  }
  const unit = { ms: 0.001, s: 1, m: 60 }[finished[2] as "ms" | "s" | "m"];
  return { done, started, seconds: Number(finished[1]) * unit, dataBytes: Number(traffic[1]) };
}

/** A line a call: start, HTTP status, microseconds until the end of the answer. */
function parseLog(log: string): number[] {
  const lines = log.trimEnd().split("\n");
  return lines.map((line) => Number(line.slice(line.lastIndexOf("\t") + 1)) / 1_000);
}
