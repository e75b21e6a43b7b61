import { expect, test } from "bun:test";
import { type Check, fail, pass, undecided } from "../check/verdict.ts";
import { examine } from "./examine.ts";
import type { ExaminedProblem, Requirement } from "./problem.ts";
import { scoreProblem, sumPoints } from "./score-sheet.ts";
import { problemTable, sumTable } from "./show-scores.ts";

const problem = (...requirements: Requirement[]): ExaminedProblem => ({
  name: "example",
  runs: [{ words: [], quickWords: [] }],
  sections: [{ title: "1.1", points: 5, requirements }],
});

const starts: Requirement = { what: "it starts", checks: ["starts"] };
const ends: Requirement = { what: "it ends", checks: ["ends * times"] };

function score(checks: readonly Check[], isQuick = false, broken: readonly string[] = []) {
  const examined = { checks, folders: ["/runs/x"], replays: ["again"], broken, seconds: 1 };
  const later = { what: "it lasts", checks: [], whenFull: ["lasts"] };
  const asked = isQuick ? problem(starts, later) : problem(starts, ends);
  const scored = scoreProblem(asked, examined, isQuick);
  const marks = scored.sections.flatMap(({ requirements }) => requirements.map(({ mark }) => mark));
  return { ...scored, marks, points: sumPoints(scored.sections) };
}

test("points are given when every requirement of the section passes", () => {
  const { marks, mark, points } = score([pass("starts", ""), pass("ends 3 times", "")]);
  expect({ marks, mark, points }).toEqual({
    marks: ["PASS", "PASS"],
    mark: "PASS",
    points: { given: 5, of: 5 },
  });
});

test.each([
  ["one fails", [pass("starts", ""), fail("ends 3 times", "it hung")], ["PASS", "FAIL"]],
  ["one is undecided", [undecided("starts", ""), pass("ends 3 times", "")], ["UNDECIDED", "PASS"]],
  ["one has no evidence", [pass("starts", "")], ["PASS", "UNDECIDED"]],
  ["there is no evidence at all", [], ["UNDECIDED", "UNDECIDED"]],
  ["a match fails among others", [pass("ends 1 times", ""), fail("ends 2 times", "")], undefined],
])("no points when %s", (_, checks, marks) => {
  const scored = score(checks);
  if (marks !== undefined) expect(scored.marks).toEqual(marks as typeof scored.marks);
  expect(scored.mark).not.toBe("PASS");
  expect(scored.points).toEqual({ given: 0, of: 5 });
});

test("what a quick run does not exercise is left out, and gives no points", () => {
  const { marks, mark, points } = score([pass("starts", "")], true);
  expect(marks).toEqual(["PASS", "LEFT OUT"]);
  expect({ mark, points }).toEqual({ mark: "PASS", points: { given: 0, of: 5 } });
  expect(score([], true).marks).toEqual(["UNDECIDED", "LEFT OUT"]);
});

test("a check that belongs to no requirement is not lost", () => {
  const checks = [pass("starts", ""), pass("ends 3 times", ""), fail("stays alive", "it died")];
  const { mark, sections } = score(checks);
  expect(mark).toBe("FAIL");
  expect(sections.at(-1)?.requirements[0]?.checks).toEqual([fail("stays alive", "it died")]);
});

test("a table shows what failed and why, and how many points there are in all", () => {
  const scored = score([pass("starts", "")], false, ["stopped after 1 s"]);
  const { title, rows } = problemTable(scored);
  expect(title).toContain("example: UNDECIDED, 0 of 5 points, 1.0 s\n  stopped after 1 s");
  expect(rows[1]).toEqual(["", "it ends", "UNDECIDED", "", expect.stringContaining("no check")]);
  expect(sumTable([scored, scored]).rows.at(-1)).toEqual(["all", "", "", "0 of 10", "2.0"]);
});

test("a command that crashes leaves its own requirements undecided, and says why", async () => {
  const crashing = { ...problem(starts), name: "no-such-command" };
  const { signal } = new AbortController();
  const conditions = { isQuick: false, seed: 1, words: [], timeoutSeconds: 5, signal };
  const examined = await examine(crashing, conditions);
  expect(examined.broken[0]).toContain("no-such-command.ts ended with status 1 and no report");
  const [section] = scoreProblem(crashing, examined, false).sections;
  expect(section?.mark).toBe("UNDECIDED");
  expect(section?.requirements[0]?.reason).toContain("ended with status 1");
});
