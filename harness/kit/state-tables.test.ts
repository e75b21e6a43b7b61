import { expect, test } from "bun:test";
import { stateTables } from "./state-tables.ts";

test("a state has a row for each thing that a node holds, and one where it holds nothing", () => {
  const state = new Map<string, unknown>([
    ["r1", [{ uuid: "k1", version: 3n }, { uuid: "k2" }]],
    ["r2", []],
    ["r3", new Map([["k1", "v1"]])],
  ]);
  expect(stateTables(state)).toEqual([
    {
      title: "final state",
      head: ["what", "holds"],
      rows: [
        ["r1", '{"uuid":"k1","version":"3"}'],
        ["r1", '{"uuid":"k2"}'],
        ["r2", "nothing"],
        ["r3 k1", "v1"],
      ],
    },
  ]);
});

test("of a large state the first rows are shown, and how many are not", () => {
  const many = Array.from({ length: 1_000 }, (_, place) => place);
  const [table] = stateTables({ r1: many });
  const rows = typeof table === "object" ? table.rows : [];
  expect(rows.length).toBe(201);
  expect(rows.at(-1)).toEqual(["…", "and 800 more rows"]);
});

test("a state that was never read says so", () => {
  expect(stateTables(undefined)).toEqual(["The final state was never read."]);
});
