/**
 * Makes many calls and measures each from when it was due, so that a call that had to wait for its
 * turn counts as a caller would count it (Schroeder et al. 2006, "Open Versus Closed").
 */
import type { DriveRequest__Output } from "../../proto/types/proctor/balancer/v1/DriveRequest.ts";
import type { DriveResponse } from "../../proto/types/proctor/balancer/v1/DriveResponse.ts";
import type { Sample } from "../../proto/types/proctor/balancer/v1/Sample.ts";
import type { Host } from "../host/host.ts";
import { seededRandom } from "../host/random.ts";
import { toRpcError } from "../host/rpc-error.ts";
import { drawArrivals } from "./arrivals.ts";
import type { TaskRequest } from "./compute.ts";

/** Sends one task. @returns the backend that did it. @throws RpcError */
export type Send = (task: TaskRequest, timeoutMs: number) => Promise<string>;

/** An open loop with so many calls under way has been overrun; more would only fill the memory. */
const underWayAtMost = 20_000;

/** The name under which the arrivals of a seed are drawn, here and in a simulation of them. */
export const arrivalsName = "arrivals";

/** Opens where a rate is given: calls fall due whether or not others were answered. */
export async function drive(
  host: Host,
  send: Send,
  request: DriveRequest__Output,
): Promise<DriveResponse> {
  const run = new Drive(host, send, request);
  if (request.ratePerSecond > 0) await run.openLoop();
  else await run.closedLoop();
  return { samples: run.samples, elapsedMs: run.elapsedMs };
}

class Drive {
  readonly samples: Sample[] = [];
  readonly #host: Host;
  readonly #send: Send;
  readonly #request: DriveRequest__Output;
  readonly #startMs: number;

  constructor(host: Host, send: Send, request: DriveRequest__Output) {
    this.#host = host;
    this.#send = send;
    this.#request = request;
    this.#startMs = host.clock.monotonicMs();
  }

  get elapsedMs(): number {
    return this.#host.clock.monotonicMs() - this.#startMs;
  }

  async openLoop(): Promise<void> {
    const { ratePerSecond, durationMs, task, seed } = this.#request;
    const random = seededRandom(Number(seed), arrivalsName);
    const distribution = task?.distribution ?? "";
    const plan = { ratePerSecond, durationMs, meanSize: Number(task?.size ?? 0), distribution };
    const underWay = new Set<Promise<void>>();
    for (const { dueMs, size } of drawArrivals(random, plan)) {
      const earlyMs = dueMs - this.elapsedMs;
      if (earlyMs > 0) await this.#host.clock.sleep(earlyMs);
      if (underWay.size >= underWayAtMost) {
        this.samples.push({ dueMs, responseMs: 0, backend: "", error: "RESOURCE_EXHAUSTED" });
        continue;
      }
      const call = this.#measure(dueMs, size).finally(() => underWay.delete(call));
      underWay.add(call);
    }
    await Promise.all(underWay);
  }

  /** Each lane calls again as soon as it was answered: the most that there is to be had. */
  async closedLoop(): Promise<void> {
    const { lanes, durationMs, task } = this.#request;
    const size = Number(task?.size ?? 0);
    const lane = async () => {
      while (this.elapsedMs < durationMs) await this.#measure(this.elapsedMs, size);
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  }

  async #measure(dueMs: number, size: number): Promise<void> {
    const { task, timeoutMs } = this.#request;
    try {
      const backend = await this.#send({ task: task?.task ?? "", size }, timeoutMs);
      this.samples.push({ dueMs, responseMs: this.elapsedMs - dueMs, backend });
    } catch (error) {
      const { code } = toRpcError(error);
      this.samples.push({ dueMs, responseMs: this.elapsedMs - dueMs, backend: "", error: code });
    }
  }
}
