/** From the checks of a problem's runs to its part of the score sheet. */
import { type Check, combine, type Verdict } from "../check/verdict.ts";
import { type ExaminedProblem, names, type Requirement, type Section, unnamed } from "./problem.ts";

/** Of a requirement: `LEFT OUT` was not to be exercised. It is no pass, and gives no points. */
export type Mark = Verdict | "LEFT OUT";

/** What was found of a problem by running its command. */
export interface Examined {
  readonly checks: readonly Check[];
  /** Of the runs that left one, as absolute paths. */
  readonly folders: readonly string[];
  /** The commands that do the same runs again. */
  readonly replays: readonly string[];
  /** Why a run did not come to its end, a sentence each. */
  readonly broken: readonly string[];
  readonly seconds: number;
}

export interface RequirementScore {
  readonly what: string;
  readonly mark: Mark;
  /** The checks that show it, as they were found. */
  readonly checks: readonly Check[];
  /** Why it is not decided beside what the checks say, or why it is left out; else empty. */
  readonly reason: string;
}

export interface SectionScore {
  readonly title: string;
  readonly mark: Mark;
  /** Null where the specification gives no points. */
  readonly points: { readonly given: number; readonly of: number } | null;
  readonly requirements: readonly RequirementScore[];
}

export interface ProblemScore extends Omit<Examined, "checks"> {
  readonly problem: string;
  readonly mark: Mark;
  readonly sections: readonly SectionScore[];
}

/** @param isQuick what only full runs show is left out */
export function scoreProblem(
  { name, sections }: ExaminedProblem,
  { checks, ...examined }: Examined,
  isQuick: boolean,
): ProblemScore {
  const found = { checks, broken: examined.broken, isQuick };
  const scores = sections.map((section) => scoreSection(section, found));
  const others = unnamed(
    sections,
    checks.map((check) => check.name),
  );
  if (others.length > 0)
    scores.push(otherChecks(checks.filter((each) => others.includes(each.name))));
  return { problem: name, mark: markOfProblem(scores), ...examined, sections: scores };
}

interface Found extends Pick<Examined, "checks" | "broken"> {
  readonly isQuick: boolean;
}

function scoreSection({ title, points, requirements }: Section, found: Found): SectionScore {
  const scores = requirements.map((requirement) => scoreRequirement(requirement, found));
  const mark = combineMarks(scores);
  const given = mark === "PASS" ? (points ?? 0) : 0;
  return {
    title,
    mark,
    points: points === undefined ? null : { given, of: points },
    requirements: scores,
  };
}

function scoreRequirement(requirement: Requirement, found: Found): RequirementScore {
  const { what, checks: patterns, whenFull = [] } = requirement;
  const due = found.isQuick ? patterns : [...patterns, ...whenFull];
  const shown = [...patterns, ...whenFull];
  const checks = found.checks.filter(({ name }) => shown.some((each) => names(each, name)));
  const missing = due.filter((pattern) => !checks.some(({ name }) => names(pattern, name)));
  const verdict = combine(checks);
  if (verdict === "FAIL") return { what, mark: "FAIL", checks, reason: "" };
  if (missing.length > 0) {
    const why = found.broken.join("; ") || "the run did not make it";
    const reason = `no check ${missing.map((name) => JSON.stringify(name)).join(", ")}: ${why}`;
    return { what, mark: "UNDECIDED", checks, reason };
  }
  if (verdict === "UNDECIDED" && checks.length > 0) {
    return { what, mark: verdict, checks, reason: "" };
  }
  const left = found.isQuick && whenFull.length > 0;
  if (left) return { what, mark: "LEFT OUT", checks, reason: "shown by the full examination" };
  return { what, mark: verdict, checks, reason: "" };
}

/** What a run found beside what it was asked for must not get lost. */
function otherChecks(checks: readonly Check[]): SectionScore {
  const mark = combine(checks);
  const what = "checks that belong to no requirement";
  const requirements = [{ what, mark, checks, reason: "" }];
  return { title: "else", mark, points: null, requirements };
}

/** One FAIL fails, then one UNDECIDED leaves it undecided, then one LEFT OUT left out. */
function combineMarks(scores: readonly { readonly mark: Mark }[]): Mark {
  const marks = scores.map(({ mark }) => mark);
  const worst = (["FAIL", "UNDECIDED", "LEFT OUT"] as const).find((mark) => marks.includes(mark));
  if (marks.length === 0) return "UNDECIDED";
  return worst ?? "PASS";
}

/** Of what was exercised, where anything was: what was left out is counted beside it. */
function markOfProblem(sections: readonly SectionScore[]): Mark {
  const all = sections.flatMap(({ requirements }) => requirements);
  const exercised = all.filter(({ mark }) => mark !== "LEFT OUT");
  return combineMarks(exercised.length > 0 ? exercised : all);
}

/** The points of some sections: those given, and those that there are. */
export function sumPoints(sections: readonly SectionScore[]): { given: number; of: number } {
  return sections.reduce(
    ({ given, of }, { points }) => ({
      given: given + (points?.given ?? 0),
      of: of + (points?.of ?? 0),
    }),
    { given: 0, of: 0 },
  );
}
