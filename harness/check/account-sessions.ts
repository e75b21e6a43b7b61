/**
 * The session guarantees (Terry, Demers, Petersen, Spreitzer, Theimer & Welch 1994, "Session
 * guarantees for weakly consistent replicated data", section 3) of an account. A balance is a sum,
 * so what a query has seen is a set of updates, and each guarantee is about such sets.
 */
import { type AccountOperation, describe, effect, isUpdate } from "./account.ts";
import { say } from "./sentence.ts";
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
  const before = new Map<AccountOperation, Before>();
  for (const session of Map.groupBy(facts, ({ operation }) => operation.session).values()) {
    noteBefore(session, before);
  }
  const writes = (operation: AccountOperation) => before.get(operation)?.writes ?? [];
  const reads = (operation: AccountOperation) => before.get(operation)?.reads ?? [];
  return [
    // A query sees what its session has written before.
    judge("read your writes", facts, ({ operation }) => writes(operation)),
    // A query sees what the session's earlier queries have seen.
    judge("monotonic reads", facts, ({ operation }) => reads(operation)),
    // Who sees a write sees what its session had written before it.
    judge("monotonic writes", facts, ({ sees }) => [...sees].flatMap(writes)),
    // Who sees a write sees what its session had read before it.
    judge("writes follow reads", facts, ({ sees }) => [...new Set([...sees].flatMap(reads))]),
  ];
}

interface Fact {
  readonly operation: AccountOperation;
  /** Empty of an update. */
  readonly sees: ReadonlySet<AccountOperation>;
}

/** What a session had done, and been answered, before one of its operations. */
interface Before {
  readonly writes: readonly AccountOperation[];
  /** All that its queries had seen. */
  readonly reads: readonly AccountOperation[];
}

/** @param session its operations, one after the other */
function noteBefore(session: readonly Fact[], before: Map<AccountOperation, Before>): void {
  let writes: readonly AccountOperation[] = [];
  let reads: readonly AccountOperation[] = [];
  for (const { operation, sees } of session) {
    before.set(operation, { writes, reads });
    if (operation.returned === Number.POSITIVE_INFINITY) continue;
    if (isUpdate(operation)) writes = [...writes, operation];
    else if (sees.size > 0) reads = [...new Set([...reads, ...sees])];
  }
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
      return fail(name, say`${describe(query.operation)}, and had to count ${describe(unseen)}`);
    }
  }
  return pass(name, `${queries.length} queries`);
}
