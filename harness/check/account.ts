/**
 * Whether one account was kept exactly: what customers were told against the deposits and
 * withdrawals that there were.
 */
import type { Operation } from "./history.ts";
import { type Sentence, say } from "./sentence.ts";
import { type Check, fail, pass, undecided } from "./verdict.ts";

/** What a customer asked, and what was said. An operation that certainly failed is left out. */
export interface AccountOperation {
  /** The customer whose session it belongs to. */
  readonly session: string;
  readonly kind: "query" | "deposit" | "withdraw";
  /** 0 of a query. */
  readonly money: bigint;
  /** Places in one list of all calls and answers; Infinity when the outcome is unknown. */
  readonly invoked: number;
  readonly returned: number;
  /** Whether a withdrawal was refused because the money was not there. */
  readonly refused: boolean;
  /** What a query that was answered said. */
  readonly balance?: bigint;
  /** The branch that was asked. */
  readonly branch: string;
  /** What it is in the history, where it is of one. */
  readonly operation?: Operation;
}

export interface AccountHistory {
  /** What the account began with. */
  readonly opening: bigint;
  readonly operations: readonly AccountOperation[];
  /** By branch: the balance once all was quiet. Undefined when it was never read. */
  readonly finals: ReadonlyMap<string, bigint> | undefined;
}

export interface AccountPromise {
  /**
   * `all`: an answered update is known everywhere from then on. `session`: only where its own
   * session goes.
   */
  readonly visibility: "all" | "session";
  /** Whether a withdrawal is decided where all others are. */
  readonly withdrawalsInOrder: boolean;
}

/** Sums of so many updates are tried, else the search is given up. */
const triedAtMost = 18;

export function accountChecks(history: AccountHistory, promise: AccountPromise): Check[] {
  return [
    ...(promise.withdrawalsInOrder
      ? [noOverdraft(history), grantedRightly(history), refusedRightly(history, promise)]
      : []),
    ...(promise.visibility === "all" ? [exactQueries(history)] : []),
    ...finalChecks(history),
  ];
}

function noOverdraft({ operations, finals }: AccountHistory): Check {
  const name = "no overdraft";
  const negative = operations.find(({ balance = 0n }) => balance < 0n);
  if (negative !== undefined) return fail(name, describe(negative));
  const [branch, balance] = [...(finals ?? [])].find(([, each]) => each < 0n) ?? [];
  if (branch !== undefined) return fail(name, `in the end ${branch} holds ${balance}`);
  return pass(name, `${operations.length} operations`);
}

/** Every query is the sum of all updates answered before it and some of those beside it. */
function exactQueries({ opening, operations }: AccountHistory): Check {
  const name = "each query counts every answered update once";
  const updates = operations.filter(isUpdate);
  let judged = 0;
  for (const query of operations) {
    if (query.kind !== "query" || query.balance === undefined) continue;
    const before = updates.filter(({ returned }) => returned < query.invoked);
    const beside = updates.filter(
      ({ invoked, returned }) => invoked < query.returned && returned > query.invoked,
    );
    const known = opening + sum(before);
    const explained = isSumOfSome(query.balance - known, beside);
    if (explained === undefined) return undecided(name, `${beside.length} updates run at once`);
    if (!explained) {
      const told = `${known} by what was answered before, ${beside.length} updates run beside it`;
      return fail(name, say`${describe(query)}, and it is ${told}`);
    }
    judged += 1;
  }
  return pass(name, `${judged} queries`);
}

/** The money certainly was not there when it was asked for, and was paid all the same. */
function grantedRightly({ opening, operations }: AccountHistory): Check {
  const name = "a withdrawal succeeds only when the money is there";
  const updates = operations.filter(isUpdate);
  const granted = updates.filter(
    ({ kind, returned }) => kind === "withdraw" && returned !== Number.POSITIVE_INFINITY,
  );
  for (const grant of granted) {
    const deposits = updates.filter(
      ({ kind, invoked }) => kind === "deposit" && invoked < grant.returned,
    );
    const withdrawals = granted.filter(({ returned }) => returned < grant.invoked);
    const most = opening + sum(deposits) + sum(withdrawals);
    if (most < grant.money) {
      return fail(name, say`${describe(grant)} was paid, and there were at most ${most}`);
    }
  }
  return pass(name, `${granted.length} withdrawals`);
}

/** The money certainly was there when it was asked for, and was refused all the same. */
function refusedRightly(
  { opening, operations }: AccountHistory,
  { visibility }: AccountPromise,
): Check {
  const name = "a withdrawal is refused only when the money is not there";
  const updates = operations.filter(isUpdate);
  const refusals = operations.filter(({ refused }) => refused);
  for (const refusal of refusals) {
    const deposits = updates.filter(
      ({ kind, returned, session }) =>
        kind === "deposit" &&
        returned < refusal.invoked &&
        (visibility === "all" || session === refusal.session),
    );
    const withdrawals = updates.filter(
      ({ kind, invoked }) => kind === "withdraw" && invoked < refusal.returned,
    );
    const least = opening + sum(deposits) + sum(withdrawals);
    if (least >= refusal.money) {
      return fail(name, say`${describe(refusal)}, and there were at least ${least}`);
    }
  }
  return pass(name, `${refusals.length} refusals`);
}

function finalChecks({ opening, operations, finals }: AccountHistory): Check[] {
  const names = ["in the end all branches hold the same", "money is conserved"] as const;
  if (finals === undefined) return names.map((name) => undecided(name, "it was never read"));
  const shown = [...finals].map(([branch, balance]) => `${branch}: ${balance}`).join(", ");
  const [first, ...others] = [...finals.values()];
  if (first === undefined) return names.map((name) => undecided(name, "there is no branch"));
  const equal = others.every((balance) => balance === first);
  const updates = operations.filter(isUpdate);
  const answered = updates.filter(({ returned }) => returned !== Number.POSITIVE_INFINITY);
  const unknown = updates.filter(({ returned }) => returned === Number.POSITIVE_INFINITY);
  const due = opening + sum(answered);
  const explained = isSumOfSome(first - due, unknown);
  const evidence = `${first} held, ${due} due, ${unknown.length} outcomes unknown`;
  const judge = explained === undefined ? undecided : explained ? pass : fail;
  const same = `${finals.size} branches hold ${first}`;
  return [equal ? pass(names[0], same) : fail(names[0], shown), judge(names[1], evidence)];
}

/** Updates that took effect or may have. */
export function isUpdate({ kind, refused }: AccountOperation): boolean {
  return kind !== "query" && !refused;
}

/** What an update does to the balance. */
export function effect({ kind, money }: AccountOperation): bigint {
  return kind === "withdraw" ? -money : money;
}

function sum(updates: readonly AccountOperation[]): bigint {
  return updates.reduce((total, update) => total + effect(update), 0n);
}

/** Whether some of the updates come to this sum; undefined when there are too many to try. */
function isSumOfSome(wanted: bigint, updates: readonly AccountOperation[]): boolean | undefined {
  let sums = new Set([0n]);
  for (const update of updates) {
    if (sums.has(wanted)) return true;
    if (sums.size > 2 ** triedAtMost) return undefined;
    sums = new Set([...sums, ...[...sums].map((each) => each + effect(update))]);
  }
  return sums.has(wanted);
}

/** One operation for people. */
export function describe(told: AccountOperation): Sentence {
  const { operation } = told;
  return { text: words(told), about: operation === undefined ? [] : [operation] };
}

function words({ session, kind, money, balance, refused, branch }: AccountOperation): string {
  const asked = `${session}'s ${kind}${kind === "query" ? "" : ` of ${money}`} at ${branch}`;
  if (balance !== undefined) return `${asked} was answered ${balance}`;
  return refused ? `${asked} was refused` : asked;
}
