import { expect, test } from "bun:test";
import type { Host } from "../host/host.ts";
import { failureOf, testHost } from "../host/test-support.ts";
import { rememberedMs } from "./forgetting.ts";
import { Ledger } from "./ledger.ts";
import { uuidV7 } from "./uuid-v7.ts";

const minuteMs = 60_000;

/** A bank whose clock the test moves. */
async function openBank(real: Host) {
  let nowMs = 1_800_000_000_000;
  const host = { ...real, clock: { ...real.clock, wallMs: () => nowMs } };
  const open = () => Ledger.open(host);
  const ledger = await open();
  await ledger.load([
    { number: "1", owner: "alice", balance: 100 },
    { number: "2", owner: "bob", balance: 100 },
  ]);
  const transfer = () => ({ transaction: uuidV7(host), debit: "1", credit: "2", amount: 10 });
  const pass = (milliseconds: number) => {
    nowMs += milliseconds;
  };
  return { ledger, open, transfer, pass };
}

const phases = (ledger: Ledger) =>
  ledger
    .audit()
    .transactions.map(({ phase }) => phase)
    .sort();

test("a bank remembers finished transactions for two days, and then forgets them", async () => {
  using real = testHost();
  const { ledger, transfer, pass } = await openBank(real);
  const [paid, aborted] = [transfer(), transfer()];
  await ledger.prepare(paid, "gateway");
  await ledger.commit(paid.transaction);
  await ledger.prepare(aborted, "gateway");
  await ledger.abort(aborted.transaction, "gateway");
  pass(rememberedMs);
  await ledger.forgetFinished();
  expect(phases(ledger)).toEqual(["aborted", "committed"]);
  pass(minuteMs);
  await ledger.forgetFinished();
  expect(phases(ledger)).toEqual([]);
  expect(ledger.audit().accounts).toMatchObject([
    { account: "1", opening: 100, balance: 90, held: 0, forgotten: -10 },
    { account: "2", opening: 100, balance: 110, held: 0, forgotten: 10 },
  ]);
});

test("what is sent of a forgotten transaction changes nothing", async () => {
  using real = testHost();
  const { ledger, transfer, pass } = await openBank(real);
  const paid = transfer();
  await ledger.prepare(paid, "gateway");
  await ledger.commit(paid.transaction);
  pass(rememberedMs + minuteMs);
  await ledger.forgetFinished();
  const late = await ledger.prepare(paid, "gateway");
  expect(late).toEqual({ vote: "NO", refusal: "ALREADY_ABORTED" });
  // A gateway that was away for days and asks again is told that all is done.
  await ledger.commit(paid.transaction);
  await ledger.abort(paid.transaction, "gateway");
  expect(ledger.account("1")).toMatchObject({ balance: 90, held: 0 });
  expect(phases(ledger)).toEqual([]);
  const unknown = await failureOf(ledger.commit(transfer().transaction));
  expect(unknown.code).toBe("FAILED_PRECONDITION");
});

test("a bank whose clock was far ahead takes nothing for new that it has forgotten", async () => {
  using real = testHost();
  const { ledger, open, transfer, pass } = await openBank(real);
  const paid = transfer();
  await ledger.prepare(paid, "gateway");
  await ledger.commit(paid.transaction);
  pass(rememberedMs + minuteMs);
  await ledger.forgetFinished();
  pass(-rememberedMs - minuteMs);
  await ledger.forgetFinished();
  for (const bank of [ledger, await open()]) {
    expect((await bank.prepare(paid, "gateway")).vote).toBe("NO");
    expect(bank.account("1")).toMatchObject({ balance: 90, held: 0 });
  }
});

test("what is prepared is never forgotten, also by a bank that restarts much later", async () => {
  using real = testHost();
  const { ledger, open, transfer, pass } = await openBank(real);
  const doubtful = transfer();
  await ledger.prepare(doubtful, "gateway");
  pass(10 * rememberedMs);
  await ledger.forgetFinished();
  const again = await open();
  expect(again.inDoubt.map(({ transaction }) => transaction)).toEqual([doubtful.transaction]);
  await again.commit(doubtful.transaction);
  expect(again.account("1")).toMatchObject({ balance: 90, held: 0 });
});

test("more than a batch is forgotten at once", async () => {
  using real = testHost();
  const { ledger, transfer, pass } = await openBank(real);
  const many = Array.from({ length: 1_203 }, transfer);
  await Promise.all(many.map(({ transaction }) => ledger.abort(transaction, "gateway")));
  pass(rememberedMs + minuteMs);
  await ledger.forgetFinished();
  expect(phases(ledger)).toEqual([]);
});
