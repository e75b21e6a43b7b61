/** How a backend says it is doing, and what of it is believed. */
import type { Load__Output } from "../../proto/types/proctor/balancer/v1/Load.ts";
import { RpcError } from "../host/rpc-error.ts";

/** As in the .proto file. */
export interface Load {
  readonly inFlight: number;
  readonly queued: number;
  readonly capacity: number;
  readonly utilization: number;
  readonly processUtilization: number;
  readonly eventLoopDelayMs: number;
  readonly requestsPerSecond: number;
  readonly errorsPerSecond: number;
  readonly latencyMs: number;
}

/** No backend has a million of anything, nor a delay or a rate of so many; no core is 1.01 busy. */
const limits: Readonly<Record<keyof Load, readonly [least: number, most: number]>> = {
  inFlight: [0, 1e6],
  queued: [0, 1e6],
  capacity: [1, 1e6],
  utilization: [0, 1.01],
  processUtilization: [0, 1_024],
  eventLoopDelayMs: [0, 1e6],
  requestsPerSecond: [0, 1e6],
  errorsPerSecond: [0, 1e6],
  latencyMs: [0, 1e7],
};

/** @throws RpcError INVALID_ARGUMENT, naming the first figure that can't be */
export function believable(load: Load__Output | null): Load {
  if (load === null) throw new RpcError("INVALID_ARGUMENT", "a report needs a load");
  for (const [name, [least, most]] of Object.entries(limits)) {
    const value = load[name as keyof Load];
    // Written so that NaN fails too.
    if (!(value >= least && value <= most)) {
      const range = `${least} to ${most}`;
      throw new RpcError("INVALID_ARGUMENT", `${name} must be ${range}, but is ${value}`);
    }
  }
  return load;
}
