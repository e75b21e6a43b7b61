import { expect, test } from "bun:test";
import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { paymentTrail } from "./payment-trail.ts";

const entry = (microseconds: number, node: string, msg: string, fields: object) => {
  const time = `2026-01-01T00:00:00.000${microseconds}Z`;
  return `${JSON.stringify({ level: "info", time, node, msg, ...fields })}\n`;
};

test("a payment is followed from the client through all and back, past half a line", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "proctor-trail-"));
  const write = (node: string, ...lines: string[]) =>
    Bun.write(join(folder.path, `${node}.log`), lines.join(""));
  const pay = { method: "Pay", key: "k1" };
  await write(
    "alice",
    entry(100, "alice", "calling", { ...pay, attempt: 1 }),
    entry(500, "alice", "answered", { ...pay, transaction: "t1", durationMs: 0.4 }),
    entry(600, "alice", "calling", { ...pay, attempt: 2 }),
    entry(900, "alice", "answered", { ...pay, transaction: "t2", durationMs: 0.3 }),
    entry(950, "alice", "calling", { method: "Pay", key: "k2", attempt: 1 }),
  );
  await write(
    "gateway",
    entry(450, "gateway", "call", { ...pay, transaction: "t1", attempt: 1, durationMs: 0.3 }),
    entry(850, "gateway", "call", { ...pay, transaction: "t2", attempt: 2, durationMs: 0.2 }),
    '{"transaction":"t1',
  );
  const prepare = { method: "Prepare", attempt: 1, durationMs: 0.1 };
  await write("north", entry(300, "north", "call", { ...prepare, transaction: "t1" }));
  const told = (await paymentTrail(folder.path, "t1")).map(({ node, text }) => `${node}: ${text}`);
  expect(told).toEqual([
    "alice: calling Pay  key=k1  attempt=1",
    "gateway: Pay  key=k1  attempt=1  durationMs=0.3",
    "north: Prepare  attempt=1  durationMs=0.1",
    "alice: answered Pay  key=k1  durationMs=0.4",
    "alice: calling Pay  key=k1  attempt=2",
  ]);
  expect((await paymentTrail(folder.path, "k1")).map(({ node }) => node)).toEqual([
    "alice",
    "gateway",
    "north",
    "alice",
    "alice",
    "gateway",
    "alice",
  ]);
  expect(await paymentTrail(folder.path, "t9")).toEqual([]);
});
