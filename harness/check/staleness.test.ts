import { expect, test } from "bun:test";
import { register } from "./models/register.ts";
import { registerView } from "./register-view.ts";
import { stalenessByNode, staleReads } from "./staleness.ts";
import { operationsOf, read, write } from "./testing/calls.ts";

const writes = [1, 2, 3].map((value) => write("a", "k", value, [value * 10, value * 10 + 5]));

const reads = [
  read("b", "k", 3, [50, 51], "r1"),
  read("b", "k", 1, [60, 61], "r2"),
  read("b", "k", null, [70, 71], "r2"),
  read("b", "k", 1, [22, 23], "r2"),
];

const views = registerView(register, operationsOf(...writes, ...reads)) ?? [];

test("a read is as many versions behind as acknowledged writes had replaced its value", () => {
  const found = staleReads(views).map((each) => [each.operation.invokedAt, each.versionsBehind]);
  expect(found).toEqual([
    [22, 0],
    [50, 0],
    [60, 2],
    [70, 3],
  ]);
});

test("a read is as late as the first of those writes was acknowledged before it", () => {
  const found = staleReads(views).map((each) => each.behindMs);
  expect(found).toEqual([0, 0, 60 - 25, 70 - 15]);
});

test("each node has its own row, with its worst read", () => {
  const rows = stalenessByNode(views);
  expect(rows.map((row) => [row.node, row.reads, row.staleReads])).toEqual([
    ["r1", 1, 0],
    ["r2", 3, 2],
  ]);
  expect(rows[1]).toMatchObject({ versionsBehind: { p50: 2, max: 3 }, behindMs: { max: 55 } });
});
