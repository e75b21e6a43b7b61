/** Judges what customers of the bank asked and were told, and what branches said of messages. */

import type { MessageEvent } from "../../nodes/branches/lamport.ts";
import type { Mode } from "../../nodes/branches/mode.ts";
import type { AccountOperation, AccountPromise } from "../check/account.ts";
import type { StampedEvent } from "../check/happens-before.ts";
import type { Operation } from "../check/history.ts";

/** What each mode promises of the account. */
export const promises: Readonly<Record<Mode, AccountPromise>> = {
  balance: { visibility: "all", withdrawalsInOrder: true },
  // Each branch decides withdrawals by itself: two at once can take the same money.
  clocks: { visibility: "all", withdrawalsInOrder: false },
  sessions: { visibility: "session", withdrawalsInOrder: true },
};

/** What the history keeps of an answer; money as text. */
export interface ToldAnswer {
  readonly success: boolean;
  /** Of a query. */
  readonly balance: string | null;
}

/**
 * An operation of a history as one on the account.
 * @param money whole units; 0 of a query
 */
export function toAccountOperation(operation: Operation, money: bigint): AccountOperation {
  const { process, f, key, invoked, returned, output } = operation;
  const told = output as ToldAnswer | undefined;
  return {
    // After an unknown outcome a history names the same customer `c1/2`.
    session: process.replace(/\/\d+$/, ""),
    kind: f as AccountOperation["kind"],
    money,
    invoked,
    returned,
    refused: told?.success === false,
    ...(told?.balance ? { balance: BigInt(told.balance) } : {}),
    branch: key ?? "",
    operation,
  };
}

/** @param process whose events these are, such as `branch 2` */
export function toStampedEvents(process: string, events: readonly MessageEvent[]): StampedEvent[] {
  return events.map(({ kind, request, peer, sent, clock }) => {
    const [from, to] = sent ? [process, peer] : [peer, process];
    return { process, clock, sent, from, message: `${kind} ${request} from ${from} to ${to}` };
  });
}
