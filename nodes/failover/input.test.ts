import { expect, test } from "bun:test";
import { keyProblem, nameProblem, valueProblem } from "./input.ts";

test("limits count bytes of UTF-8, not characters", () => {
  expect(keyProblem("k".repeat(128))).toBeUndefined();
  expect(keyProblem("é".repeat(64))).toBeUndefined();
  expect(keyProblem("é".repeat(65))).toContain("at most 128 bytes, but this has 130");
  expect(valueProblem("v".repeat(2_048))).toBeUndefined();
  expect(valueProblem("𝕍".repeat(513))).toContain("2052");
});

test("brackets, commas and what can't be printed are refused, in keys and values", () => {
  for (const bad of ["[", "]", ",", "\n", "\r", "\t", "\0", "\u200b", "\u2028", "\ud800"]) {
    expect(keyProblem(`a${bad}b`)).toContain("printable");
    expect(valueProblem(`a${bad}b`)).toContain("printable");
  }
});

test("hyphens, spaces, quotes and letters of any script are taken", () => {
  for (const good of ["Winston-Salem", "a b", `"'\\/{}`, "Zürich", "東京", "🙂", "__proto__"]) {
    expect(keyProblem(good)).toBeUndefined();
    expect(valueProblem(good)).toBeUndefined();
  }
});

test("an empty key is refused, an empty value is not", () => {
  expect(keyProblem("")).toContain("empty");
  expect(valueProblem("")).toBeUndefined();
});

test("a write without a client or without a number can't be told from others", () => {
  expect(nameProblem("", 1)).toContain("client");
  for (const number of [0, -1, 1.5, Number.NaN, 2 ** 60]) {
    expect(nameProblem("c", number)).toContain("number");
  }
  expect(nameProblem("c1", 1)).toBeUndefined();
});
