import { expect, test } from "bun:test";
import type { Event } from "../check/history.ts";
import { readOperations } from "./read-operations.ts";

function event(time: number, process: string, type: Event["type"], value: unknown): Event {
  return { time, process, type, f: "write", key: "k", value };
}

test("operations have their outcome, and a client that goes on anew stays in its lane", () => {
  const operations = readOperations([
    event(1, "c1", "invoke", "a"),
    event(2, "c1", "info", "timed out"),
    event(3, "c1/2", "invoke", "b"),
    event(4, "c1/2", "fail", "refused"),
    event(5, "c2", "invoke", "c"),
    event(6, "c1/2", "invoke", "d"),
    event(7, "c1/2", "ok", "done"),
  ]);
  const shown = operations.map(({ lane, outcome, from, to, input, output }) => {
    return [lane, outcome, from, to, input, output];
  });
  expect(shown).toEqual([
    ["c1", "unknown", 1, 2, "a", "timed out"],
    ["c1", "fail", 3, 4, "b", "refused"],
    ["c2", "unknown", 5, 7, "c", "never answered"],
    ["c1", "ok", 6, 7, "d", "done"],
  ]);
});

test("long values are cut, and say how long they were", () => {
  const [operation] = readOperations([event(1, "c1", "invoke", "x".repeat(10_000))]);
  expect(operation?.input.length).toBeLessThan(600);
  expect(operation?.input).toEndWith("(10000 characters)");
});
