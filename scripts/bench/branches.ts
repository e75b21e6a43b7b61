/**
 * Measures the branch bank: deposits a second and latency by number of branches, and a hundred
 * branches with a hundred customers from start to output. Ends with exit 0 when all is measured and
 * written as CSV, pages and graphs; 1 when a deposit failed or was lost; 64 on bad usage. A missed
 * target is printed, and is no failure.
 *
 * Copy: `bun run scripts/bench/branches.ts`
 */
import { flag } from "../../nodes/host/flags.ts";
import { type Bench, listOf, runBenchmark } from "./bench-command.ts";
import { measureStartToOutput, startToOutputTable } from "./branches-hundred.ts";
import { manyCustomers, throughputTable } from "./branches-table.ts";
import { measureThroughput } from "./branches-throughput.ts";
import { provenance } from "./machine.ts";
import { writeResult } from "./result-files.ts";
import { noisyNote } from "./statistics.ts";

const flags = {
  branches: listOf(flag.integer("numbers of branches", { min: 1, max: 100 }), [3, 10, 30]),
  many: flag.optional(
    flag.integer("branches from start to output; 100 without --smoke", { min: 1, max: 1_000 }),
  ),
};

async function reportThroughput(bench: Bench, sizes: readonly number[]): Promise<string> {
  const { smoke, loads, output, progress, processes } = bench;
  const { seconds = smoke ? 0.1 : 1.5, repeats = smoke ? 1 : 5 } = bench;
  const options = { ...bench, sizes, repeats, seconds };
  const rows = await measureThroughput(loads, options, progress);
  return await writeResult(output, {
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
      noisyNote,
    ],
  });
}

async function reportStartToOutput(bench: Bench, many: number): Promise<string> {
  bench.progress(`${many} branches, ${many} customers, from start to output`);
  const row = await measureStartToOutput(many, bench.directory);
  return await writeResult(bench.output, {
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
}

if (import.meta.main) {
  await runBenchmark({
    name: "branches",
    summary: "Measures the branch bank.",
    flags,
    async run(bench, options) {
      const { branches, many = bench.smoke ? 3 : 100 } = options;
      console.log(await reportThroughput(bench, bench.smoke ? [3] : branches));
      console.log(await reportStartToOutput(bench, many));
    },
  });
}
