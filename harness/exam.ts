/**
 * Examines all nine problems on real processes, one after the other, and prints one score sheet: a
 * row a requirement, with its verdict, its points and the checks that show it. Ends by itself.
 * Success: every requirement is met, exit 0; 1 when one is not, 2 when one could not be decided. A
 * problem that crashes or takes too long leaves its own requirements undecided, and no others.
 *
 *   bun run harness/exam.ts
 *   bun run harness/exam.ts --quick --only kv-quorum,byzantine --junit results/runs/exam.xml
 */
import { flag } from "../nodes/host/flags.ts";
import type { Check } from "./check/verdict.ts";
import { examine } from "./exam/examine.ts";
import { junitXml } from "./exam/junit.ts";
import { problems } from "./exam/problems.ts";
import { type ProblemScore, type RequirementScore, scoreProblem } from "./exam/score-sheet.ts";
import { problemTable, sumTable } from "./exam/show-scores.ts";
import { runCommand } from "./kit/command.ts";
import type { RunContext } from "./kit/run-context.ts";
import { renderVerdict } from "./kit/run-report.ts";

const examFlags = {
  only: flag.optional(
    flag.some(
      "these problems",
      problems.map(({ name }) => name),
    ),
  ),
  quick: flag.switch("smaller runs, two at a time; what they leave out gives no points"),
  junit: flag.optional(flag.text("FILE", "write the score sheet there as JUnit XML too")),
  problemTimeout: flag.integer("until one run of a problem is stopped as undecided", {
    min: 1,
    max: 3_600,
    fallback: 90,
    unit: "s",
  }),
  timeout: flag.integer("until the whole examination is stopped", {
    min: 1,
    max: 86_400,
    fallback: 1_800,
    unit: "s",
  }),
};

/** A full examination leaves the machine to one problem at a time; a quick one has no time to. */
const quickLanes = 2;

async function exam(context: RunContext<typeof examFlags>): Promise<void> {
  const { only, quick, junit, problemTimeout, seed, nodes, keep } = context.options;
  const chosen = problems.filter(({ name }) => only?.includes(name) ?? true);
  const conditions = {
    isQuick: quick,
    seed,
    words: [...(nodes === undefined ? [] : ["--nodes", nodes]), ...(keep ? ["--keep"] : [])],
    timeoutSeconds: problemTimeout,
    signal: context.signal,
  };
  const scores: ProblemScore[] = [];
  const waiting = chosen.entries();
  const lane = async () => {
    for (const [place, problem] of waiting) {
      context.progress(`${problem.name} (${place + 1} of ${chosen.length})`);
      const score = scoreProblem(problem, await examine(problem, conditions), quick);
      context.progress(`  ${problem.name}: ${score.mark} after ${score.seconds.toFixed(1)} s`);
      scores[place] = score;
    }
  };
  await Promise.all(Array.from({ length: quick ? quickLanes : 1 }, lane));
  for (const score of scores) {
    const { title, ...table } = problemTable(score);
    context.table(title, table);
    const requirements = score.sections.flatMap((section) => section.requirements);
    context.check(...requirements.flatMap((each) => asChecks(score.problem, each)));
  }
  const { title, ...table } = sumTable(scores);
  context.table(title, table);
  context.result = { problems: scores };
  if (junit !== undefined) await Bun.write(junit, junitXml(scores));
}

/** What was left out is no check: it neither passed nor could it. */
function asChecks(problem: string, { what, mark, checks, reason }: RequirementScore): Check[] {
  if (mark === "LEFT OUT") return [];
  const evidence = checks.map((check) => `${check.verdict} ${check.name}: ${check.evidence}`);
  return [
    {
      name: `${problem}: ${what}`,
      verdict: mark,
      evidence: [reason, ...evidence].join("\n").trim(),
    },
  ];
}

await runCommand({
  name: "exam",
  summary: "Examines every problem one after the other and prints one score sheet.",
  flags: examFlags,
  run: exam,
  render: (record, _checks, screen) => renderVerdict(record, screen),
});
