/** Who asks a branch, and what of a request is refused before anything is done. */
import type { Caller__Output } from "../../proto/types/proctor/branches/v1/Caller.ts";
import { RpcError } from "../host/rpc-error.ts";
import { readVersion, type Version } from "./versions.ts";

export interface Caller {
  /** Unique: the same request that arrives twice is executed once. */
  readonly request: string;
  readonly customer: number;
  /** Of the request in the customer's list. */
  readonly number: number;
  readonly clock: number;
  /** What the customer has seen, and what he has written. */
  readonly reads: readonly Version[];
  readonly writes: readonly Version[];
}

const longestRequest = 200;
const mostVersions = 10_000;
const largestMoney = 2n ** 63n - 1n;

/** From the wire. @throws RpcError INVALID_ARGUMENT */
export function readCaller(message: Caller__Output | null): Caller {
  const length = Buffer.byteLength(message?.request ?? "");
  if (message === null || length === 0 || length > longestRequest) {
    throw new RpcError("INVALID_ARGUMENT", `a request has a name of 1 to ${longestRequest} bytes`);
  }
  if (message.reads.length + message.writes.length > mostVersions) {
    throw new RpcError("INVALID_ARGUMENT", `a session has at most ${mostVersions} versions`);
  }
  return {
    request: message.request,
    customer: Number(message.customer),
    number: Number(message.number),
    clock: Number(message.clock),
    reads: message.reads.map(readVersion),
    writes: message.writes.map(readVersion),
  };
}

/** For the wire. */
export function writeCaller(caller: Caller) {
  return { ...caller, reads: [...caller.reads], writes: [...caller.writes] };
}

/** From the wire. @throws RpcError INVALID_ARGUMENT */
export function readMoney(text: string): bigint {
  const money = BigInt(text);
  if (money >= 0n && money <= largestMoney) return money;
  throw new RpcError("INVALID_ARGUMENT", `money must be 0 to ${largestMoney}, but is ${text}`);
}
