import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FaultLog } from "./fault-log.ts";
import { temporaryDirectory } from "./test-support.ts";

const call = { method: "Write", from: "c1", to: "r1" };
const fault = { kind: "pause", atMs: 1, forMs: 2, node: "r1", during: "Write" } as const;

test("a fault that never struck a call leaves the run undecided, and is named", async () => {
  using directory = temporaryDirectory();
  await using log = new FaultLog(join(directory.path, "faults.jsonl"));
  log.begin(fault);
  log.strike("cut", call);
  expect(log.reached(["cut"]).verdict).toBe("PASS");
  expect(log.reached(["cut", "pause"])).toMatchObject({
    verdict: "UNDECIDED",
    evidence: "never struck: pause",
  });
});

test("strikes are counted by kind and method, the most frequent first", async () => {
  using directory = temporaryDirectory();
  const file = join(directory.path, "faults.jsonl");
  const log = new FaultLog(file);
  log.begin(fault);
  for (const method of ["Read", "Write", "Write"]) log.strike("pause", { ...call, method });
  log.heal(fault);
  expect(log.table(["pause", "cut"]).rows).toEqual([
    ["pause", "3", "Write 2, Read 1"],
    ["cut", "0", ""],
  ]);
  await log[Symbol.asyncDispose]();
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  const events = lines.map((line) => JSON.parse(line).event);
  expect(events).toEqual(["begin", "strike", "strike", "strike", "heal"]);
});
