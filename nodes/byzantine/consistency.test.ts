import { expect, test } from "bun:test";
import { consistencyOf } from "./consistency.ts";

test("what traitors say that they decided does not count", () => {
  const decisions = ["ATTACK", "RETREAT", "ATTACK", "ATTACK"] as const;
  expect(consistencyOf(decisions, [1], "ATTACK")).toEqual({ agreed: true, obeyed: true });
  expect(consistencyOf(decisions, [], "ATTACK")).toEqual({ agreed: false, obeyed: false });
});

test("loyal generals may agree against the order of a traitor, not of a loyal commander", () => {
  const decisions = ["ATTACK", "RETREAT", "RETREAT", "RETREAT"] as const;
  expect(consistencyOf(decisions, [0], "ATTACK")).toEqual({ agreed: true, obeyed: true });
  expect(consistencyOf(decisions, [1], "ATTACK")).toEqual({ agreed: false, obeyed: false });
});
