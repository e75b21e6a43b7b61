import { expect, test } from "bun:test";
import { join } from "node:path";
import { temporaryDirectory } from "../../nodes/host/test-support.ts";
import { readLogs } from "./read-logs.ts";

const origin = Date.parse("2026-01-31T12:00:00.000Z");

test("lines have the history's times; what is no JSON has that of the line before it", async () => {
  using directory = temporaryDirectory();
  const lines = [
    "READY r1 127.0.0.1:7001",
    '{"level":"warn","time":"2026-01-31T12:00:01.500Z","node":"r1","backup":"r2","msg":"silent"}',
    "    at startReplica (replica.ts:1)",
    '{"time":{"odd":true},"msg":7}',
    "{ torn",
    "",
  ];
  await Bun.write(join(directory.path, "r1.log"), lines.join("\n"));
  const logs = await readLogs(directory.path, origin);
  expect(logs.nodes).toEqual(["r1"]);
  expect(logs.addresses).toEqual(new Map([["127.0.0.1:7001", "r1"]]));
  expect(logs.lines.map(({ at, level, text }) => [at, level, text])).toEqual([
    [1500, "warn", 'silent {"backup":"r2"}'],
    [1500, "", "    at startReplica (replica.ts:1)"],
    [1500, "", "7"],
    [1500, "", "{ torn"],
  ]);
});

test("of an endless log the end is read", async () => {
  using directory = temporaryDirectory();
  const line = `${"x".repeat(999)}\n`;
  await Bun.write(join(directory.path, "r1.log"), `first\n${line.repeat(9_000)}last\n`);
  const { lines } = await readLogs(directory.path, origin);
  expect(lines.length).toBeWithin(7_000, 8_002);
  expect(lines.at(-1)?.text).toBe("last");
});

test("a run without logs has none", async () => {
  expect((await readLogs("/nonexistent", origin)).lines).toEqual([]);
});
