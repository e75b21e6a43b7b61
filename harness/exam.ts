/**
 * Runs every problem that there is on real processes, one after the other, and prints one score
 * sheet. Ends by itself. Success: every requirement of every problem is met, exit 0.
 *
 *   bun run harness/exam.ts
 */
import { runCommand } from "./kit/command.ts";
import type { RunContext } from "./kit/run-context.ts";
import { runProblem } from "./kit/run-problem.ts";

const problems = [
  "kv-blocking",
  "kv-nonblocking",
  "kv-quorum",
  "kv-failover",
  "balancer",
  "mapreduce",
  "strife",
  "byzantine",
  "branches",
];

async function exam(context: RunContext<Record<never, never>>): Promise<void> {
  const rows: string[][] = [];
  for (const problem of problems) {
    context.progress(`${problem} (${rows.length + 1} of ${problems.length})`);
    const report = await runProblem(problem, context.options.seed, context.signal);
    for (const { name, ...outcome } of report.checks) {
      context.check({ name: `${problem}: ${name}`, ...outcome });
    }
    const met = report.checks.filter(({ verdict }) => verdict === "PASS").length;
    const seconds = (report.durationMs / 1000).toFixed(1);
    rows.push([
      problem,
      report.verdict,
      `${met} of ${report.checks.length}`,
      seconds,
      report.replay,
    ]);
  }
  context.table("Score sheet", {
    head: ["problem", "verdict", "requirements met", "seconds", "once more"],
    rows,
  });
}

await runCommand({
  name: "exam",
  summary: "Runs every problem one after the other and prints one score sheet.",
  flags: {},
  run: exam,
});
