import { expect, test } from "bun:test";
import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { paymentTrail } from "./payment-trail.ts";

test("a payment is followed through all logs in order, past half a line", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "proctor-trail-"));
  const line = (time: string, node: string, transaction: string, method: string) =>
    JSON.stringify({ level: "info", time, node, msg: "call", method, transaction, attempt: 2 });
  const gateway = [line("T3", "gateway", "t1", "Pay"), line("T2", "gateway", "t2", "Pay")];
  await Bun.write(join(folder.path, "gateway.log"), `${gateway.join("\n")}\n{"transaction":"t1`);
  await Bun.write(join(folder.path, "north.log"), `${line("T1", "north", "t1", "Prepare")}\n`);
  expect(await paymentTrail(folder.path, "t1")).toEqual([
    { time: "T1", node: "north", text: "Prepare  attempt=2" },
    { time: "T3", node: "gateway", text: "Pay  attempt=2" },
  ]);
});
