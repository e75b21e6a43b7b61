import { describe, expect, test } from "bun:test";
import { HistoryError } from "../history.ts";
import { type Call, operationsOf, read, write } from "../testing/calls.ts";
import { guessModelName, refuseUnknownOperations } from "./choose.ts";
import { keyValue } from "./key-value.ts";
import { register } from "./register.ts";

function cas(expected: number, next: number, swapped: boolean, to = 2): Call {
  const input = [expected, next];
  return { process: "a", f: "cas", key: "k", input, output: swapped, from: 1, to };
}

function step(state: unknown, call: Call): unknown {
  const [operation] = operationsOf(call);
  if (operation === undefined) throw new Error("the call gave no operation");
  return register.step(state, operation);
}

describe("compare-and-set", () => {
  test("swaps exactly where the value matches", () => {
    expect(step(1, cas(1, 2, true))).toBe(2);
    expect(step(3, cas(1, 2, true))).toBeUndefined();
  });

  test("was refused exactly where the value does not match", () => {
    expect(step(3, cas(1, 2, false))).toBe(3);
    expect(step(1, cas(1, 2, false))).toBeUndefined();
  });

  test("of unknown outcome takes effect where the value matches", () => {
    expect(step(1, cas(1, 2, true, Infinity))).toBe(2);
    expect(step(3, cas(1, 2, true, Infinity))).toBe(3);
  });

  test("without a pair as its input is refused, not judged", () => {
    expect(() => step(1, { ...cas(1, 2, true), input: 1 })).toThrow(HistoryError);
  });
});

test("a register is nil at first and values compare as JSON", () => {
  expect(step(null, read("a", "k", null, [1, 2]))).toBeNull();
  expect(step([1, 2], read("a", "k", [1, 2], [1, 2]))).toEqual([1, 2]);
  expect(step(1, read("a", "k", 2, [1, 2]))).toBeUndefined();
});

test("a key that was never put reads as empty, and append adds at the end", () => {
  const call = (f: string, input: unknown, output: unknown): Call => {
    return { process: "a", f, key: "k", input, output, from: 1, to: 2 };
  };
  const [put, append, get] = [
    call("put", "a", null),
    call("append", "b", null),
    call("get", null, ""),
  ].flatMap((each) => operationsOf(each));
  if (!(put && append && get)) throw new Error("a call gave no operation");
  expect(keyValue.step(keyValue.initial, get)).toBe("");
  expect(keyValue.step("x", get)).toBeUndefined();
  expect(keyValue.step("x", append)).toBe("xb");
  expect(keyValue.step("x", put)).toBe("a");
});

describe("choosing a model", () => {
  const status = { status: "SUCCESS" };

  test.each([
    ["register", [read("a", "k", 1, [1, 2]), write("a", "k", 1, [3, 4])]],
    ["file-store", [read("a", "k", status, [1, 2])]],
    ["key-value", [{ ...read("a", "k", "", [1, 2]), f: "get" }]],
    ["swapping-map", [{ ...read("a", "k", null, [1, 2]), f: "get" }]],
  ] as const)("%s is guessed from its operations", (name, calls) => {
    expect(guessModelName(operationsOf(...calls))).toBe(name);
  });

  test("operations that no model knows are refused", () => {
    const unknown = operationsOf({ ...read("a", "k", 1, [1, 2]), f: "pop" });
    expect(() => guessModelName(unknown)).toThrow("pop");
    expect(() => refuseUnknownOperations(register, unknown)).toThrow("but not pop");
  });
});
