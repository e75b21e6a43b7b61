import type { Update__Output } from "../../proto/types/proctor/branches/v1/Update.ts";
import { RpcError } from "../host/rpc-error.ts";
import { readMoney } from "./caller.ts";
import { readVersion, type Version } from "./versions.ts";

/** One deposit or withdrawal that was decided. */
export interface Update {
  /** The branch where it began. */
  readonly origin: number;
  /** Its place in the order of its origin's updates; 1 is the first. */
  readonly sequence: number;
  readonly withdraw: boolean;
  /** Whole units, not negative. */
  readonly money: bigint;
  /** The customer's request, unique. */
  readonly request: string;
  /** Of the request in the customer's list; for the lists of messages. */
  readonly number: number;
  /** What its origin had applied before it: it is applied nowhere without these. */
  readonly after: readonly Version[];
}

/** From the wire, where 64-bit numbers are text. @throws RpcError INVALID_ARGUMENT */
export function readUpdate(origin: number, message: Update__Output): Update {
  const sequence = Number(message.sequence);
  if (sequence < 1) throw new RpcError("INVALID_ARGUMENT", "updates are numbered from 1");
  return {
    origin,
    sequence,
    withdraw: message.withdraw,
    money: readMoney(message.money),
    request: message.request,
    number: Number(message.number),
    after: message.after.map(readVersion),
  };
}

/** For the wire. */
export function writeUpdate({ origin: _, money, after, ...update }: Update) {
  return { ...update, money: money.toString(), after: [...after] };
}
