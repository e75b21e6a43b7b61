import { expect, test } from "bun:test";
import { armyProblem, isGuaranteed, messagesOf, roundsOf } from "./conditions.ts";

test("an army that can't be is refused with the reason", () => {
  expect(armyProblem({ generals: 4, traitors: 1 })).toBeUndefined();
  expect(armyProblem({ generals: 2, traitors: 1 })).toBeUndefined();
  for (const [generals, traitors, reason] of [
    [1, 0, "2 to 20 generals"],
    [21, 1, "2 to 20 generals"],
    [Number.NaN, 1, "2 to 20 generals"],
    [7, 4, "t < 4"],
    [7, -1, "0 to 3 traitors"],
    [7, 1.5, "0 to 3 traitors"],
    [3, 3, "fewer traitors than generals"],
  ] as const) {
    expect(armyProblem({ generals, traitors })).toContain(reason);
  }
});

test("without signatures it takes more than three times as many generals as traitors", () => {
  for (const algorithm of ["oral", "phase-king"] as const) {
    expect(isGuaranteed({ algorithm, generals: 4, traitors: 1 })).toBe(true);
    expect(isGuaranteed({ algorithm, generals: 3, traitors: 1 })).toBe(false);
    expect(isGuaranteed({ algorithm, generals: 9, traitors: 3 })).toBe(false);
  }
  expect(isGuaranteed({ algorithm: "signed", generals: 3, traitors: 1 })).toBe(true);
});

test("messages and rounds are those of the formulas", () => {
  const messages = (algorithm: "oral" | "signed" | "phase-king") =>
    [
      [4, 1],
      [7, 2],
      [10, 3],
      [20, 3],
    ].map(([generals = 0, traitors = 0]) => messagesOf({ algorithm, generals, traitors }));
  expect(messages("oral")).toEqual([9, 156, 3_609, 99_199]);
  expect(messages("signed")).toEqual([9, 36, 81, 361]);
  expect(messages("phase-king")).toEqual([57, 276, 765, 3_135]);
  expect(messagesOf({ algorithm: "oral", generals: 3, traitors: 2 })).toBe(4);
  expect(roundsOf({ algorithm: "oral", generals: 10, traitors: 3 })).toBe(4);
  expect(roundsOf({ algorithm: "phase-king", generals: 10, traitors: 3 })).toBe(13);
});
