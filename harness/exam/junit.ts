/** A score sheet as JUnit XML, which most servers of continuous integration can show. */
import { relative } from "node:path";
import type { Mark, ProblemScore, RequirementScore } from "./score-sheet.ts";

/**
 * A suite a problem, a case a requirement. An undecided requirement is an error, since tools count
 * what is skipped as good; one that was left out is skipped.
 */
export function junitXml(scores: readonly ProblemScore[]): string {
  const suites = scores.map(suite);
  return ['<?xml version="1.0" encoding="UTF-8"?>', "<testsuites>", ...suites, "</testsuites>", ""]
    .flat()
    .join("\n");
}

function suite({ problem, sections, seconds, folders, replays }: ProblemScore): string[] {
  const marks = sections.flatMap(({ requirements }) => requirements.map(({ mark }) => mark));
  const count = (mark: Mark) => marks.filter((each) => each === mark).length;
  const attributes = attributesOf({
    name: problem,
    tests: `${marks.length}`,
    failures: `${count("FAIL")}`,
    errors: `${count("UNDECIDED")}`,
    skipped: `${count("LEFT OUT")}`,
    time: seconds.toFixed(3),
  });
  const cases = sections.flatMap(({ title, requirements }) =>
    requirements.map((requirement) => testCase(problem, title, requirement)),
  );
  const paths = folders.map((folder) => relative(process.cwd(), folder));
  const output = [...replays, ...paths].join("\n");
  const end = `  <system-out>${escapeXml(output)}</system-out>`;
  return [` <testsuite${attributes}>`, ...cases, end, " </testsuite>"];
}

function testCase(problem: string, section: string, requirement: RequirementScore): string {
  const { what, mark, checks, reason } = requirement;
  const attributes = attributesOf({ classname: `${problem}.${section}`, name: what });
  if (mark === "PASS") return `  <testcase${attributes}/>`;
  if (mark === "LEFT OUT") return `  <testcase${attributes}><skipped/></testcase>`;
  const wrong = checks.filter(({ verdict }) => verdict !== "PASS");
  const lines = wrong.map((each) => `${each.verdict} ${each.name}: ${each.evidence}`);
  const text = escapeXml([reason, ...lines].filter((line) => line !== "").join("\n"));
  const tag = mark === "FAIL" ? "failure" : "error";
  const message = attributesOf({ message: wrong[0]?.name ?? reason });
  return `  <testcase${attributes}><${tag}${message}>${text}</${tag}></testcase>`;
}

function attributesOf(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join("");
}

const entities = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["\n", "&#10;"],
]);

/** XML 1.0 has no way to write most control characters and lone surrogates: they become �. */
function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "\u{fffd}")
    .replaceAll(/[&<>"\n]/g, (character) => entities.get(character) ?? character);
}
