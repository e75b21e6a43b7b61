import { expect, test } from "bun:test";
import { combine, fail, pass, undecided } from "./verdict.ts";

const held = pass("a", "seen");
const broken = fail("b", "seen");
const open = undecided("c", "not seen");

test.each([
  ["FAIL", [held, open, broken]],
  ["UNDECIDED", [held, open]],
  ["PASS", [held, held]],
  ["UNDECIDED", []],
] as const)("together they are %s", (expected, verdicts) => {
  expect(combine(verdicts)).toBe(expected);
});
