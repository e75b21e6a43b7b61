/** Judges a run of the bank on real processes: every answer, every branch, every time stamp. */
import type { MessageEvent } from "../../nodes/branches/lamport.ts";
import { Branch } from "../../nodes/branches/protocol.ts";
import { RpcError } from "../../nodes/host/rpc-error.ts";
import { type AccountOperation, accountChecks, effect, isUpdate } from "../check/account.ts";
import { accountSessionChecks } from "../check/account-sessions.ts";
import { happensBefore } from "../check/happens-before.ts";
import { pairOperations } from "../check/history.ts";
import { type Check, fail, pass } from "../check/verdict.ts";
import type { BankCluster } from "./bank-cluster.ts";
import type { BankContext } from "./bank-flags.ts";
import type { CustomerResult, Done } from "./carry-out.ts";
import { promises, toAccountOperation, toStampedEvents } from "./judge-bank.ts";
import { readMessages } from "./read-messages.ts";

/** What the branches hold once every update has reached them. */
export type Balances = ReadonlyMap<string, bigint>;

/** How long the branches may take to hear of everything, held back as it may be. */
const patienceMs = 10_000;

export async function judgeRun(
  context: BankContext,
  bank: BankCluster,
  results: readonly CustomerResult[],
): Promise<void> {
  const { mode, balance } = bank.bank;
  const opening = BigInt(balance);
  const operations = accountOperations(context, results);
  const finals = await finalBalances(context, bank, results);
  const checks = [
    allCarriedOut(results),
    ...accountChecks({ opening, operations, finals }, promises[mode]),
    ...(mode === "sessions" ? sessionChecks(opening, operations, results) : []),
  ];
  context.check(...checks.map((check) => ({ ...check, name: `${mode}: ${check.name}` })));
}

/** Those of this bank alone: a run may have several. */
function accountOperations(
  { recorder }: BankContext,
  results: readonly CustomerResult[],
): AccountOperation[] {
  const sessions = new Set(results.map(({ session }) => session));
  const own = recorder.events.filter(({ process }) => sessions.has(process.replace(/\/\d+$/, "")));
  return pairOperations(own).map((operation) =>
    toAccountOperation(operation, (operation.input as { money: bigint }).money),
  );
}

function allCarriedOut(results: readonly CustomerResult[]): Check {
  const name = "every event is carried out";
  const done = results.flatMap((each) => each.done);
  const failed = results.flatMap(({ session, done: own }) =>
    own.flatMap(({ event, result }) =>
      result instanceof RpcError ? [`${session}, event ${event.number}: ${result.message}`] : [],
    ),
  );
  const [first] = failed;
  if (first === undefined) return pass(name, `${done.length} events`);
  return fail(name, failed.length === 1 ? first : `${first} (and ${failed.length - 1} more)`);
}

/**
 * What each branch holds. In sessions mode it is asked for what everybody has written, and waits
 * until it knows.
 */
async function finalBalances(
  { host }: BankContext,
  bank: BankCluster,
  results: readonly CustomerResult[],
): Promise<Balances> {
  const writes = results.flatMap(({ done }) => done.flatMap(writesOf));
  const deadlineMs = host.clock.monotonicMs() + patienceMs;
  const balances = new Map<string, bigint>();
  for (const [id, { address }] of bank.branches) {
    const branch = host.connect(Branch, address);
    for (;;) {
      const caller = { request: host.random.uuid(), writes };
      try {
        balances.set(`branch ${id}`, BigInt((await branch.query({ caller })).balance));
        break;
      } catch (error) {
        if (!(error instanceof RpcError) || host.clock.monotonicMs() > deadlineMs) throw error;
      }
    }
  }
  return balances;
}

function writesOf({ result }: Done) {
  return result instanceof RpcError || result.write === undefined ? [] : [result.write];
}

/** What a query says it has seen must come to its balance; then the guarantees are about that. */
function sessionChecks(
  opening: bigint,
  operations: readonly AccountOperation[],
  results: readonly CustomerResult[],
): Check[] {
  const name = "every balance is the sum of the updates that it names";
  const bySession = Map.groupBy(operations, ({ session }) => session);
  const pairs = results.flatMap(({ session, done }) =>
    done
      .filter(({ result }) => !(result instanceof RpcError))
      .map((each, place) => [each, bySession.get(session)?.[place]] as const),
  );
  const updates = operations.filter(isUpdate);
  const writes = new Map(
    pairs.flatMap(([done, operation]) => writesOf(done).map((write) => [operation, write])),
  );
  const seen = new Map<AccountOperation, ReadonlySet<AccountOperation>>();
  for (const [{ result }, query] of pairs) {
    if (result instanceof RpcError || query?.balance === undefined) continue;
    const reached = new Map(result.seen.map(({ branch, sequence }) => [branch, sequence]));
    const own = updates.filter((update) => {
      const write = writes.get(update);
      return write !== undefined && write.sequence <= (reached.get(write.branch) ?? 0);
    });
    const sum = own.reduce((total, update) => total + effect(update), opening);
    if (sum !== query.balance) return [fail(name, `${query.balance}, and they come to ${sum}`)];
    seen.set(query, new Set(own));
  }
  return [pass(name, `${seen.size} queries`), ...accountSessionChecks(operations, seen)];
}

/** What the branches have stamped, by their numbers. */
export async function branchMessages(
  { host }: BankContext,
  bank: BankCluster,
): Promise<Map<number, readonly MessageEvent[]>> {
  const messages = new Map<number, readonly MessageEvent[]>();
  for (const [id, { address }] of bank.branches) {
    messages.set(id, await readMessages(host.connect(Branch, address)));
  }
  return messages;
}

/** Requests, propagations and all replies. */
export function clockChecks(
  results: readonly CustomerResult[],
  branches: ReadonlyMap<number, readonly MessageEvent[]>,
): Check[] {
  const events = [
    ...[...branches].flatMap(([id, messages]) => toStampedEvents(`branch ${id}`, messages)),
    ...results.flatMap(({ id, messages }) => toStampedEvents(`customer ${id}`, messages)),
  ];
  const processes = new Set(events.map(({ process }) => process));
  // Several customers of one id have a clock each, and are no one process.
  const distinct = new Set(results.map(({ id }) => id)).size === results.length;
  const judged = distinct ? events : events.filter(({ process }) => process.startsWith("branch"));
  return happensBefore(judged, distinct ? processes : new Set(), {
    ordered: true,
    complete: distinct,
  });
}
