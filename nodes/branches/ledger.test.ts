import { describe, expect, test } from "bun:test";
import { failureOf, testHost } from "../host/test-support.ts";
import { Book } from "./book.ts";
import { Ledger, type Order } from "./ledger.ts";
import type { Update } from "./update.ts";

const order = (request: string, money: bigint, withdraw = false): Order => {
  return { request, money, withdraw, number: 1 };
};

const update = (origin: number, sequence: number, more: Partial<Update> = {}): Update => {
  const request = `${origin}/${sequence}`;
  return { origin, sequence, withdraw: false, money: 1n, request, number: 1, after: [], ...more };
};

/** A ledger of branch 1 that begins with 100, and how it is opened again. */
async function open(host = testHost()) {
  const book = await Book.open(host);
  const ledger = new Ledger(1, 100n, book, host.clock);
  const reopen = async () => {
    await book.close();
    return (await open(host)).ledger;
  };
  return { ledger, host, reopen };
}

describe("the ledger", () => {
  test("comes back with every outcome, refusals too", async () => {
    const { ledger, host, reopen } = await open();
    ledger.execute(order("in", 50n));
    ledger.execute(order("out", 500n, true));
    ledger.applyPropagated(update(2, 1));
    const again = await reopen();
    expect(again.balance).toBe(151n);
    expect(again.execute(order("in", 50n))).toEqual({ write: { branch: 1, sequence: 1 } });
    expect(again.execute(order("out", 5n, true))).toEqual({ write: undefined });
    expect(again.after(0, 10).map(({ request }) => request)).toEqual(["in"]);
    host[Symbol.dispose]();
  });

  test("takes a balance up to an int64, and refuses more", async () => {
    const { ledger, host } = await open();
    ledger.execute(order("much", 2n ** 63n - 101n));
    expect(ledger.balance).toBe(2n ** 63n - 1n);
    const more = async () => ledger.execute(order("more", 1n));
    expect((await failureOf(more())).code).toBe("OUT_OF_RANGE");
    expect(ledger.execute(order("out", 2n ** 63n - 1n, true)).write).toBeDefined();
    host[Symbol.dispose]();
  });

  test("applies no update before those that it comes after, and none twice", async () => {
    const { ledger, host } = await open();
    expect(() => ledger.applyPropagated(update(2, 2))).toThrow("update 2 of branch 2");
    const after = [{ branch: 3, sequence: 1 }];
    expect(() => ledger.applyPropagated(update(2, 1, { after }))).toThrow();
    ledger.applyPropagated(update(3, 1));
    ledger.applyPropagated(update(2, 1, { after }));
    ledger.applyPropagated(update(2, 1, { after }));
    expect(ledger.balance).toBe(102n);
    host[Symbol.dispose]();
  });

  test("an update that was made here comes after all that was known here", async () => {
    const { ledger, host } = await open();
    ledger.applyPropagated(update(3, 1));
    ledger.execute(order("in", 1n));
    expect(ledger.after(0, 1)[0]?.after).toEqual([{ branch: 3, sequence: 1 }]);
    host[Symbol.dispose]();
  });

  test("tells who waits as soon as all is there, and in time when it is not", async () => {
    const { ledger, host } = await open();
    const both = [
      { branch: 2, sequence: 1 },
      { branch: 3, sequence: 1 },
    ];
    const waiting = ledger.untilApplied(both, 60_000);
    ledger.applyPropagated(update(2, 1));
    ledger.applyPropagated(update(3, 1));
    expect(await waiting).toBe(true);
    expect(await ledger.untilApplied([{ branch: 2, sequence: 9 }], 1)).toBe(false);
    host[Symbol.dispose]();
  });
});
