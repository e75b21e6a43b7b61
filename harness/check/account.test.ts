import { describe, expect, test } from "bun:test";
import { type AccountOperation, type AccountPromise, accountChecks } from "./account.ts";

type Call = readonly [start: number, end: number];

let place = 0;

function operation(
  kind: AccountOperation["kind"],
  money: bigint,
  [invoked, returned]: Call,
  more: Partial<AccountOperation> = {},
): AccountOperation {
  place += 1;
  const session = `c${place}`;
  return { session, kind, money, invoked, returned, refused: false, branch: "b1", ...more };
}

const deposit = (money: bigint, call: Call) => operation("deposit", money, call);
const withdraw = (money: bigint, call: Call, refused = false) =>
  operation("withdraw", money, call, { refused });
const query = (balance: bigint, call: Call) => operation("query", 0n, call, { balance });

const never = Number.POSITIVE_INFINITY;
const exact: AccountPromise = { visibility: "all", withdrawalsInOrder: true };

function failing(
  operations: readonly AccountOperation[],
  balance: bigint,
  promise = exact,
): string[] {
  const finals = new Map([["b1", balance]]);
  const checks = accountChecks({ opening: 100n, operations, finals }, promise);
  return checks.filter(({ verdict }) => verdict !== "PASS").map(({ name }) => name);
}

const counts = "each query counts every answered update once";
const conserved = "money is conserved";
const overdraft = "no overdraft";
const paid = "a withdrawal succeeds only when the money is there";
const refused = "a withdrawal is refused only when the money is not there";

describe("queries", () => {
  test("what was answered before is counted", () => {
    expect(failing([deposit(10n, [1, 2]), query(110n, [3, 4])], 110n)).toEqual([]);
    expect(failing([deposit(10n, [1, 2]), query(100n, [3, 4])], 110n)).toEqual([counts]);
  });

  test("a double count is seen", () => {
    expect(failing([deposit(10n, [1, 2]), query(120n, [3, 4])], 110n)).toEqual([counts]);
  });

  test("what runs beside a query may be counted or not, but not half", () => {
    const beside = deposit(10n, [1, 4]);
    expect(failing([beside, query(100n, [2, 3])], 110n)).toEqual([]);
    expect(failing([beside, query(110n, [2, 3])], 110n)).toEqual([]);
    expect(failing([beside, query(105n, [2, 3])], 110n)).toEqual([counts]);
  });

  test("an update with an unknown outcome may show up later, or never", () => {
    const unknown = deposit(10n, [1, never]);
    expect(failing([unknown, query(110n, [50, 51])], 110n)).toEqual([]);
    expect(failing([unknown, query(100n, [50, 51])], 100n)).toEqual([]);
  });
});

describe("withdrawals", () => {
  test("two that take the same money are seen", () => {
    const both = [withdraw(70n, [1, 4]), withdraw(60n, [2, 5])];
    expect(failing(both, -30n)).toEqual([overdraft]);
  });

  test("one that was paid without money is seen, also when a deposit covers it later", () => {
    const operations = [withdraw(150n, [1, 2]), deposit(100n, [3, 4])];
    expect(failing(operations, 50n)).toEqual([paid]);
  });

  test("one that was refused with the money there is seen", () => {
    expect(failing([withdraw(100n, [1, 2], true)], 100n)).toEqual([refused]);
    expect(failing([withdraw(101n, [1, 2], true)], 100n)).toEqual([]);
  });

  test("one beside another that may have taken the money may be refused", () => {
    const other = withdraw(60n, [1, never]);
    expect(failing([other, withdraw(60n, [2, 3], true)], 100n)).toEqual([]);
  });

  test("in sessions, another's deposit need not have arrived", () => {
    const operations = [deposit(50n, [1, 2]), withdraw(120n, [3, 4], true)];
    expect(failing(operations, 150n)).toEqual([refused]);
    const sessions: AccountPromise = { visibility: "session", withdrawalsInOrder: true };
    expect(failing(operations, 150n, sessions)).toEqual([]);
  });
});

describe("the end", () => {
  test("lost and invented money is seen", () => {
    expect(failing([deposit(10n, [1, 2])], 100n)).toEqual([conserved]);
    expect(failing([], 101n)).toEqual([conserved]);
  });

  test("branches that differ are seen", () => {
    const finals = new Map([
      ["b1", 100n],
      ["b2", 90n],
    ]);
    const checks = accountChecks({ opening: 100n, operations: [], finals }, exact);
    const wrong = checks.filter(({ verdict }) => verdict === "FAIL").map(({ name }) => name);
    expect(wrong).toEqual(["in the end all branches hold the same"]);
  });

  test("what was never read is undecided", () => {
    const checks = accountChecks({ opening: 100n, operations: [], finals: undefined }, exact);
    expect(checks.map(({ verdict }) => verdict)).toContain("UNDECIDED");
  });
});
