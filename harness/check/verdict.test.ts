import { expect, test } from "bun:test";
import { combine, type Verdict } from "./verdict.ts";

test.each<[string, Verdict[], Verdict]>([
  ["one violation among others decides", ["PASS", "UNDECIDED", "FAIL"], "FAIL"],
  ["one undecided check is no pass", ["PASS", "UNDECIDED"], "UNDECIDED"],
  ["no check at all is no pass", [], "UNDECIDED"],
  ["all must hold", ["PASS", "PASS"], "PASS"],
])("%s", (_, verdicts, combined) => {
  const checks = verdicts.map((verdict) => ({ name: "some check", verdict, evidence: "seen" }));
  expect(combine(checks)).toBe(combined);
});
