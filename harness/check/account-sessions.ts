/**
 * The session guarantees (Terry, Demers, Petersen, Spreitzer, Theimer & Welch 1994, "Session
 * guarantees for weakly consistent replicated data", section 3) of an account. A balance is a sum,
 * so what a query has seen is a set of updates, and each guarantee is about such sets.
 */
import { type AccountOperation, describe, effect, isUpdate } from "./account.ts";
import { type Check, fail, pass } from "./verdict.ts";

/** By query: the updates that its balance is made of. */
export type Seen = ReadonlyMap<AccountOperation, ReadonlySet<AccountOperation>>;

/**
 * What each query saw, told from the balance alone. The updates' amounts are different powers of
 * two, so that every balance is the sum of one set of them only.
 * @returns undefined for a query whose balance is no such sum
 */
export function seenByPowersOfTwo(
  opening: bigint,
  operations: readonly AccountOperation[],
): Map<AccountOperation, ReadonlySet<AccountOperation> | undefined> {
  const updates = operations.filter(isUpdate);
  const withdrawn = updates.filter(({ kind }) => kind === "withdraw");
  const all = withdrawn.reduce((total, { money }) => total + money, 0n);
  const queries = operations.filter(({ balance }) => balance !== undefined);
  return new Map(
    queries.map((query) => {
      // Deposits that are in, and withdrawals that are not: each a bit of its own.
      let bits = (query.balance ?? 0n) - opening + all;
      const seen = new Set<AccountOperation>();
      for (const update of updates) {
        const present = (bits & update.money) !== 0n;
        if (present) bits -= update.money;
        if (present === effect(update) > 0n) seen.add(update);
      }
      return [query, bits === 0n ? seen : undefined];
    }),
  );
}

export function accountSessionChecks(operations: readonly AccountOperation[], seen: Seen): Check[] {
  const facts = operations
    .filter((operation) => operation.kind !== "query" || seen.has(operation))
    .map((operation) => ({ operation, sees: seen.get(operation) ?? new Set() }));
  const sessions = Map.groupBy(facts, ({ operation }) => operation.session);
  return [
    readYourWrites(sessions),
    monotonicReads(sessions),
    monotonicWrites(facts, sessions),
    writesFollowReads(facts, sessions),
  ];
}

interface Fact {
  readonly operation: AccountOperation;
  /** Empty of an update. */
  readonly sees: ReadonlySet<AccountOperation>;
}

type Sessions = ReadonlyMap<string, readonly Fact[]>;

/** A query sees what its session has written before. */
function readYourWrites(sessions: Sessions): Check {
  return judge("read your writes", [...sessions.values()].flat(), ({ operation }) =>
    writesBefore(sessions, operation),
  );
}

/** A query sees what the session's earlier queries have seen. */
function monotonicReads(sessions: Sessions): Check {
  return judge("monotonic reads", [...sessions.values()].flat(), ({ operation }) =>
    readsBefore(sessions, operation),
  );
}

/** Who sees a write sees what its session had written before it. */
function monotonicWrites(facts: readonly Fact[], sessions: Sessions): Check {
  return judge("monotonic writes", facts, ({ sees }) =>
    [...sees].flatMap((write) => writesBefore(sessions, write)),
  );
}

/** Who sees a write sees what its session had read before it. */
function writesFollowReads(facts: readonly Fact[], sessions: Sessions): Check {
  return judge("writes follow reads", facts, ({ sees }) =>
    [...sees].flatMap((write) => readsBefore(sessions, write)),
  );
}

function writesBefore(sessions: Sessions, operation: AccountOperation): AccountOperation[] {
  return before(sessions, operation)
    .filter((fact) => isUpdate(fact.operation))
    .map((fact) => fact.operation);
}

function readsBefore(sessions: Sessions, operation: AccountOperation): AccountOperation[] {
  return before(sessions, operation).flatMap(({ sees }) => [...sees]);
}

/** What the session had done, and been answered, before. */
function before(sessions: Sessions, { session, invoked }: AccountOperation): readonly Fact[] {
  return (sessions.get(session) ?? []).filter(({ operation }) => operation.returned < invoked);
}

function judge(
  name: string,
  facts: readonly Fact[],
  due: (query: Fact) => readonly AccountOperation[],
): Check {
  const queries = facts.filter(({ operation }) => operation.kind === "query");
  for (const query of queries) {
    const unseen = due(query).find((update) => !query.sees.has(update));
    if (unseen !== undefined) {
      return fail(name, `${describe(query.operation)}, and had to count ${describe(unseen)}`);
    }
  }
  return pass(name, `${queries.length} queries`);
}
