import { describe, expect, test } from "bun:test";
import type { AccountOperation } from "./account.ts";
import { accountSessionChecks, seenByPowersOfTwo } from "./account-sessions.ts";

function update(
  session: string,
  money: bigint,
  at: number,
  kind: "deposit" | "withdraw" = "deposit",
): AccountOperation {
  return { session, kind, money, invoked: at, returned: at + 1, refused: false, branch: "b1" };
}

function query(session: string, balance: bigint, at: number): AccountOperation {
  const call = { invoked: at, returned: at + 1, refused: false, branch: "b2" };
  return { session, kind: "query", money: 0n, balance, ...call };
}

const opening = 1_000n;

/** The guarantees that do not hold; amounts are powers of two. */
function broken(...operations: AccountOperation[]): string[] {
  const seen = new Map<AccountOperation, ReadonlySet<AccountOperation>>();
  for (const [each, updates] of seenByPowersOfTwo(opening, operations)) {
    if (updates === undefined) throw new Error(`${each.balance} is no sum of updates`);
    seen.set(each, updates);
  }
  const checks = accountSessionChecks(operations, seen);
  return checks.filter(({ verdict }) => verdict === "FAIL").map(({ name }) => name);
}

describe("a balance tells which updates it is made of", () => {
  const [in1, in2, out4] = [
    update("a", 1n, 1),
    update("a", 2n, 3),
    update("b", 4n, 5, "withdraw"),
  ] as const;
  const seenBy = (balance: bigint) => {
    const asked = query("c", balance, 9);
    return seenByPowersOfTwo(opening, [in1, in2, out4, asked]).get(asked);
  };

  test("deposits and withdrawals, in any combination", () => {
    expect(seenBy(1_000n)).toEqual(new Set());
    expect(seenBy(1_003n)).toEqual(new Set([in1, in2]));
    expect(seenBy(998n)).toEqual(new Set([in2, out4]));
    expect(seenBy(999n)).toEqual(new Set([in1, in2, out4]));
  });

  test("a balance that counts one twice is no sum", () => {
    expect(seenBy(1_008n)).toBeUndefined();
    expect(seenBy(980n)).toBeUndefined();
  });
});

describe("the session guarantees", () => {
  test("a session that sees all of its own and of what it saw is right", () => {
    const all = [update("a", 1n, 1), query("a", 1_001n, 3), update("b", 2n, 5)];
    expect(broken(...all, query("b", 1_003n, 7), query("a", 1_003n, 9))).toEqual([]);
  });

  test("read your writes: the own deposit is missing", () => {
    expect(broken(update("a", 1n, 1), query("a", 1_000n, 3))).toEqual(["read your writes"]);
    expect(broken(update("a", 1n, 1), query("b", 1_000n, 3))).toEqual([]);
  });

  test("monotonic reads: what was seen is gone", () => {
    const reads = [query("a", 1_001n, 3), query("a", 1_000n, 5)];
    expect(broken(update("b", 1n, 1), ...reads)).toEqual(["monotonic reads"]);
  });

  test("monotonic writes: another sees the second write without the first", () => {
    const writes = [update("a", 1n, 1), update("a", 2n, 3)];
    expect(broken(...writes, query("b", 1_002n, 5))).toEqual(["monotonic writes"]);
    expect(broken(...writes, query("b", 1_001n, 5))).toEqual([]);
  });

  test("writes follow reads: another sees a write without what its author had read", () => {
    const all = [update("a", 1n, 1), query("b", 1_001n, 3), update("b", 2n, 5)];
    expect(broken(...all, query("c", 1_002n, 7))).toEqual(["writes follow reads"]);
  });
});
