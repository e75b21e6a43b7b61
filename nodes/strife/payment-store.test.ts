import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { join } from "node:path";
import { hasPostgres, PostgresServer } from "../../harness/kit/postgres.ts";
import { temporaryDirectory, testHost, until } from "../host/test-support.ts";
import { openStore } from "./gateway-store.ts";
import type { Claim, PaymentStore } from "./payment-store.ts";
import { uuidV7 } from "./uuid-v7.ts";

const directory = temporaryDirectory();
const [host, neighbour] = [testHost({ id: "one" }), testHost({ id: "two" })];

let server: PostgresServer | undefined;
beforeAll(async () => {
  if (hasPostgres) server = await PostgresServer.start(join(directory.path, "postgres.log"));
}, 30_000);
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  for (const each of [host, neighbour, directory]) each[Symbol.dispose]();
});

const never = 3_600_000;
const url = () => server?.url() ?? "";
const open = async (place: string, leaseMs = never) =>
  (await openStore(host, place, leaseMs)).payments;
const openOther = async (leaseMs = never) => (await openStore(neighbour, url(), leaseMs)).payments;

const receipt = Buffer.from("the first answer");

function claimOf(change: Partial<Claim> = {}): Claim {
  const [key, transaction] = [uuidV7(host), uuidV7(host)];
  const order = { user: "alice", key, payer: "north/1", payee: "south/2", amount: 2 ** 40 };
  return { ...order, fingerprint: "these", transaction, nowMs: Date.now(), ...change };
}

for (const [name, place, there] of [
  ["SQLite", () => "sqlite:", true],
  ["PostgreSQL", url, hasPostgres],
] as const) {
  describe.if(there)(`payments in ${name}`, () => {
    let store: PaymentStore;
    beforeAll(async () => {
      store = await open(place());
    });

    test("a key is claimed once, and again once its attempt came to nothing", async () => {
      const claim = claimOf();
      expect(await store.claim(claim)).toBeUndefined();
      const { user, key, payer, payee, amount, fingerprint, transaction, nowMs } = claim;
      const row = { user, key, payer, payee, amount, fingerprint, transaction };
      const known = { ...row, state: "claimed", receipt: null, attempts: 1, createdAtMs: nowMs };
      expect(await store.claim({ ...claim, transaction: uuidV7(host) })).toEqual(known as never);
      await store.abandon(transaction);
      const other = { ...claim, transaction: uuidV7(host), fingerprint: "others" };
      expect(await store.claim(other)).toMatchObject({ state: "aborted", fingerprint: "these" });
      const again = { ...claim, transaction: uuidV7(host) };
      expect(await store.claim(again)).toBeUndefined();
      expect(await store.decisions([transaction, again.transaction])).toEqual([
        "ABORT",
        "UNDECIDED",
      ]);
    });

    test("a decision is kept with its answer, and nothing takes it back", async () => {
      const [paid, refused] = [claimOf(), claimOf()];
      await Promise.all([store.claim(paid), store.claim(refused)]);
      await Promise.all([
        store.finish(paid.transaction, "committed", receipt),
        store.finish(refused.transaction, "refused", receipt),
      ]);
      await store.abandon(paid.transaction);
      const known = await store.claim({ ...paid, transaction: uuidV7(host) });
      expect(known).toMatchObject({ state: "committed", transaction: paid.transaction });
      expect(Buffer.from(known?.receipt ?? [])).toEqual(receipt);
      await store.acknowledge(paid.transaction);
      const all = [paid.transaction, refused.transaction, uuidV7(host)];
      expect(await store.decisions(all)).toEqual(["COMMIT", "ABORT", "ABORT"]);
    });

    test("what a process left open is aborted, or delivered, by the next of its name", async () => {
      const [open, decided, done] = [claimOf(), claimOf(), claimOf()];
      await Promise.all([open, decided, done].map((claim) => store.claim(claim)));
      for (const { transaction } of [decided, done])
        await store.finish(transaction, "committed", receipt);
      await store.acknowledge(done.transaction);
      const left = await store.recover();
      const found = new Map(left.map(({ transaction, state }) => [transaction, state]));
      const states = [open, decided, done].map(({ transaction }) => found.get(transaction));
      expect(states).toEqual(["aborted", "committed", undefined]);
      expect(await store.decisions([open.transaction])).toEqual(["ABORT"]);
    });

    test("an old key can be used anew, and its payment stays", async () => {
      const claim = claimOf({ user: "carol" });
      await store.claim(claim);
      await store.finish(claim.transaction, "committed", receipt);
      await store.acknowledge(claim.transaction);
      await store.expire(claim.nowMs + 1);
      expect(await store.claim({ ...claim, transaction: uuidV7(host) })).toBeUndefined();
      expect(await store.list("carol", 5)).toHaveLength(2);
      expect(await store.decisions([claim.transaction])).toEqual(["COMMIT"]);
    });
  });
}

describe.if(hasPostgres)("payments of two gateways", () => {
  test("of two that claim the same keys at once, one gets each", async () => {
    const [one, two] = [await open(url()), await openOther()];
    const keys = Array.from({ length: 200 }, () => uuidV7(host));
    const claimAll = (store: PaymentStore, order: readonly string[]) =>
      Promise.all(order.map(async (key) => [key, await store.claim(claimOf({ key }))] as const));
    const [ours, theirs] = await Promise.all([
      claimAll(one, keys),
      claimAll(two, keys.toReversed()),
    ]);
    const others = new Map(theirs);
    for (const [key, known] of ours) {
      expect([known, others.get(key)].filter((each) => each === undefined)).toHaveLength(1);
    }
  });

  test("what is not ended in time is taken over, and can't be committed any more", async () => {
    const [slow, other] = [await open(url(), 1), await openOther()];
    const claim = claimOf();
    await slow.claim(claim);
    const taken: string[] = [];
    await until(async () => {
      for (const { transaction } of await other.takeOver()) taken.push(transaction);
      return taken.includes(claim.transaction);
    });
    expect(await slow.finish(claim.transaction, "committed", receipt)).toBe(false);
    expect(await slow.decisions([claim.transaction])).toEqual(["ABORT"]);
    expect(await other.claim({ ...claim, transaction: uuidV7(host) })).toBeUndefined();
  });

  test("what another is at is not taken over", async () => {
    const [slow, other] = [await open(url()), await openOther()];
    const claim = claimOf();
    await slow.claim(claim);
    const taken = [...(await other.takeOver()), ...(await other.recover())];
    expect(taken.map(({ transaction }) => transaction)).not.toContain(claim.transaction);
    expect(await other.decisions([claim.transaction])).toEqual(["UNDECIDED"]);
    expect(await slow.finish(claim.transaction, "committed", receipt)).toBe(true);
    expect(await other.decisions([claim.transaction])).toEqual(["COMMIT"]);
  });

  test("each learns where the others answer, itself first", async () => {
    const [one, two] = [await open(url()), await openOther()];
    expect(await one.announce("a:1")).toEqual(["a:1"]);
    expect(await two.announce("b:2")).toEqual(["b:2", "a:1"]);
    expect(await one.announce("a:3")).toEqual(["a:3", "b:2"]);
    const alone = await open("sqlite:own");
    const known = [one.isOf("two"), one.isOf("three"), alone.isOf("one"), alone.isOf("two")];
    expect(await Promise.all(known)).toEqual([true, false, true, false]);
  });
});
