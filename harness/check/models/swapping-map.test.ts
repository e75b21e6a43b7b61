import { expect, test } from "bun:test";
import { checkLinearizability } from "../linearizability.ts";
import { type Call, operationsOf } from "../testing/calls.ts";
import { swappingMap } from "./swapping-map.ts";

function call(
  process: string,
  f: string,
  [input, output]: readonly [string | null, string | null],
  [from, to]: readonly [number, number],
): Call {
  return { process, f, key: "k", input, output, from, to };
}

const resultOf = (...calls: readonly Call[]) =>
  checkLinearizability(swappingMap, operationsOf(...calls)).result;

test("each write answers with what the one before it left, a delete included", () => {
  const calls = [
    call("a", "get", [null, null], [1, 2]),
    call("a", "put", ["x", null], [3, 4]),
    call("a", "put", ["", "x"], [5, 6]),
    call("a", "delete", [null, ""], [7, 8]),
    call("a", "delete", [null, null], [9, 10]),
    call("a", "get", [null, null], [11, 12]),
  ];
  expect(resultOf(...calls)).toBe("ok");
});

test.each([
  ["a put that was applied twice answers with its own value", call("a", "put", ["y", "y"], [3, 4])],
  ["a put that says there was none", call("a", "put", ["y", null], [3, 4])],
  ["a delete of an older value", call("a", "delete", [null, "w"], [3, 4])],
  ["a get of an older value", call("a", "get", [null, null], [3, 4])],
])("%s is illegal", (_, wrong) => {
  expect(resultOf(call("a", "put", ["x", null], [1, 2]), wrong)).toBe("illegal");
});

test("of two writes at once, the one that came second answers with the value of the first", () => {
  const pair = (first: string | null, second: string | null) =>
    resultOf(call("a", "put", ["x", first], [1, 4]), call("b", "put", ["y", second], [2, 3]));
  expect(pair(null, "x")).toBe("ok");
  expect(pair("y", null)).toBe("ok");
  expect(pair(null, null)).toBe("illegal");
  expect(pair("y", "x")).toBe("illegal");
});

test("a write without an answer may have happened, or not, but only once", () => {
  const lost = call("a", "put", ["x", null], [1, Number.POSITIVE_INFINITY]);
  expect(resultOf(lost, call("b", "get", [null, "x"], [2, 3]))).toBe("ok");
  expect(resultOf(lost, call("b", "get", [null, null], [2, 3]))).toBe("ok");
  const seen = call("b", "get", [null, "x"], [2, 3]);
  expect(resultOf(lost, seen, call("b", "get", [null, null], [4, 5]))).toBe("illegal");
  const deleted = call("b", "delete", [null, "x"], [2, 3]);
  expect(resultOf(lost, deleted, call("b", "get", [null, null], [4, 5]))).toBe("ok");
  expect(resultOf(lost, deleted, call("b", "get", [null, "x"], [4, 5]))).toBe("illegal");
});
