/**
 * Measures the branch bank: deposits a second and latency by number of branches, a hundred branches
 * with a hundred customers from start to output, and whether each target was reached. Ends with
 * exit 0 when all is measured and written as CSV, pages and graphs; 1 when a deposit failed or was
 * lost; 64 on bad usage. A missed target is printed, and is no failure.
 *
 * Copy: `bun run scripts/bench/branches.ts`
 */
import { join } from "node:path";
import { flag } from "../../nodes/host/flags.ts";
import { type Bench, listOf, runBenchmark } from "./bench-command.ts";
import {
  measureStartToOutput,
  type StartToOutput,
  startToOutputTable,
} from "./branches-hundred.ts";
import {
  depositsPerSecond,
  latencyGraph,
  type Measurement,
  manyCustomers,
  measureThroughput,
  throughputGraph,
  throughputTable,
} from "./branches-throughput.ts";
import { provenance } from "./machine.ts";
import { count, markdownTable } from "./markdown.ts";
import { writeResult } from "./result-files.ts";

const flags = {
  branches: listOf(flag.integer("numbers of branches", { min: 1, max: 100 }), [3, 10, 30]),
  many: flag.optional(
    flag.integer("branches from start to output; 100 without --smoke", { min: 1, max: 1_000 }),
  ),
};

/** What issue 9 asks for. */
const targets = { branches: 10, perSecond: 1_000, many: 100, seconds: 15, mebibytes: 8 * 1_024 };

async function reportThroughput(bench: Bench, sizes: readonly number[]): Promise<Measurement[]> {
  const { smoke, loads, output, progress, processes } = bench;
  const { seconds = smoke ? 0.1 : 1.5, repeats = smoke ? 1 : 5 } = bench;
  const options = { ...bench, sizes, repeats, seconds };
  const rows = await measureThroughput(loads, options, progress);
  await Bun.write(join(output, "throughput.svg"), throughputGraph(rows));
  await Bun.write(join(output, "latency.svg"), latencyGraph(rows));
  const page = await writeResult(output, {
    name: "throughput",
    provenance: await provenance(bench.command),
    rows,
    table: throughputTable(rows),
    notes: [
      "Balance mode: a deposit is answered when all branches have it. Customers are spread over",
      `the branches. Medians over repeats (${repeats}, each of ${seconds} s), but \`max\` is the`,
      "worst of all; `± 95 %` is the interval of the mean. One customer deposits in sequence;",
      `${manyCustomers} customers are a closed loop, which finds the most, and then an open one at`,
      "half of that rate, whose latencies count from when a deposit was due. All branches and the",
      `${processes} load processes share this machine. After each repeat every branch held exactly`,
      "what had been deposited.",
    ],
  });
  console.log(page);
  return rows;
}

async function reportStartToOutput(bench: Bench, many: number): Promise<StartToOutput> {
  bench.progress(`${many} branches, ${many} customers, from start to output`);
  const row = await measureStartToOutput(many, bench.directory);
  const page = await writeResult(bench.output, {
    name: "start-to-output",
    provenance: await provenance(bench.command),
    rows: [row],
    table: startToOutputTable(row),
    notes: [
      "`harness/branches.ts` from its start to its end, all its checks passed. A process a branch;",
      "customers deposit or withdraw and look at the balance, one after the other, each at its own",
      "branch. Pages that the branches share, such as the runtime's code, are counted once for all",
      "of them, and fully for the largest.",
    ],
  });
  console.log(page);
  return row;
}

async function reportTargets(bench: Bench, rows: readonly Measurement[], many: StartToOutput) {
  const perSecond = depositsPerSecond(rows, targets.branches);
  const asked = many.branches === targets.many;
  const verdict = (measured: boolean, reached: boolean) =>
    measured ? (reached ? "reached" : "MISSED") : "not measured";
  const lines = [
    {
      target: `${targets.branches} branches, ${manyCustomers} customers: deposits a second`,
      at: `at least ${count(targets.perSecond)}`,
      measured: perSecond === undefined ? "" : count(perSecond),
      verdict: verdict(perSecond !== undefined, (perSecond ?? 0) >= targets.perSecond),
    },
    {
      target: `${targets.many} branches, ${targets.many} customers: start to output`,
      at: `at most ${targets.seconds} s`,
      measured: asked ? `${many.seconds.toFixed(1)} s` : "",
      verdict: verdict(asked, many.seconds <= targets.seconds),
    },
    {
      target: `memory of ${targets.many} branches`,
      at: "under 8 GiB",
      measured: asked ? `${count(many.memory_mib)} MiB` : "",
      verdict: verdict(asked, many.memory_mib < targets.mebibytes),
    },
  ];
  const page = await writeResult(bench.output, {
    name: "targets",
    provenance: await provenance(bench.command),
    rows: lines,
    table: markdownTable({
      head: ["target", "asked for", "measured", "verdict"],
      rows: lines.map((line) => [line.target, line.at, line.measured, line.verdict]),
    }),
    notes: ["The figures are those of the tables beside this one, of the same run."],
  });
  console.log(page);
}

if (import.meta.main) {
  await runBenchmark({
    name: "branches",
    summary: "Measures the branch bank.",
    flags,
    async run(bench, options) {
      const { branches, many = bench.smoke ? 3 : targets.many } = options;
      const rows = await reportThroughput(bench, bench.smoke ? [3] : branches);
      await reportTargets(bench, rows, await reportStartToOutput(bench, many));
    },
  });
}
