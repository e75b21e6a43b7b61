/** What must hold of a simulated schedule of the bank. */

import type { MessageEvent } from "../../nodes/branches/lamport.ts";
import type { Mode } from "../../nodes/branches/mode.ts";
import { type AccountOperation, accountChecks, describe } from "../check/account.ts";
import { accountSessionChecks, seenByPowersOfTwo } from "../check/account-sessions.ts";
import { happensBefore } from "../check/happens-before.ts";
import { type Event, pairOperations } from "../check/history.ts";
import { type Check, fail, pass, undecided } from "../check/verdict.ts";
import type { Outcome } from "../sim/problem.ts";
import { promises, toAccountOperation, toStampedEvents } from "./judge-bank.ts";
import { moneyOf, opening } from "./simulated-money.ts";
import type { FinalState } from "./simulation.ts";

export function judgeBankSchedule(mode: Mode, { history, state }: Outcome<FinalState>): Check[] {
  const operations = accountOperations(history);
  const account = accountChecks({ opening, operations, finals: state?.balances }, promises[mode]);
  if (mode === "balance") return account;
  if (mode === "sessions") return [...account, ...sessionChecks(operations)];
  return [...account, ...clockChecks(history, state)];
}

/** With their money, which follows from the place among the client's updates. */
function accountOperations(history: readonly Event[]): AccountOperation[] {
  const updates = new Map<string, number>();
  const money = new Map<number, bigint>();
  for (const [place, { type, f, process }] of history.entries()) {
    if (type !== "invoke" || f === "query") continue;
    const client = process.replace(/\/\d+$/, "");
    const count = (updates.get(client) ?? 0) + 1;
    updates.set(client, count);
    money.set(place, moneyOf(client, count) ?? 0n);
  }
  return pairOperations(history).map((operation) =>
    toAccountOperation(operation, money.get(operation.invoked) ?? 0n),
  );
}

function sessionChecks(operations: readonly AccountOperation[]): Check[] {
  const name = "every balance is a sum of updates, each counted once";
  const decoded = seenByPowersOfTwo(opening, operations);
  const seen = new Map<AccountOperation, ReadonlySet<AccountOperation>>();
  for (const [query, updates] of decoded) {
    if (updates === undefined) return [fail(name, describe(query))];
    seen.set(query, updates);
  }
  return [pass(name, `${seen.size} queries`), ...accountSessionChecks(operations, seen)];
}

function clockChecks(history: readonly Event[], state: FinalState | undefined): Check[] {
  if (state === undefined) return [undecided("a receive is later than its send", "never read")];
  const atBranches = [...state.messages].flatMap(([branch, events]) =>
    toStampedEvents(`branch ${branch.slice(1)}`, events),
  );
  // A customer whose call failed does not tell what it sent.
  const atCustomers = history.flatMap(({ type, process, value }) => {
    if (type !== "ok") return [];
    const { messages } = value as { readonly messages: readonly MessageEvent[] };
    const customer = Number(process.replace(/\/\d+$/, "").slice(1));
    return toStampedEvents(`customer ${customer}`, messages);
  });
  const known = new Set(atBranches.map(({ process }) => process));
  const limits = { ordered: true, complete: false };
  return happensBefore([...atBranches, ...atCustomers], known, limits);
}
