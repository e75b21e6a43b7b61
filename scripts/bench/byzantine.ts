/**
 * Measures Byzantine generals: messages, bytes, rounds and time of each algorithm by the numbers of
 * generals and traitors, what thousands of seeded adversaries do, and whether the speeds that were
 * asked for are reached. Ends with exit 0 when all is measured and written as CSV, pages and
 * graphs, also where a speed was missed, which the table says; 1 when a campaign did not come out
 * right; 64 on bad usage.
 *
 * Copy: `bun run scripts/bench/byzantine.ts`
 */
import { join } from "node:path";
import { type AlgorithmName, algorithms, messagesOf } from "../../nodes/byzantine/conditions.ts";
import { flag } from "../../nodes/host/flags.ts";
import { type Bench, listOf, runBenchmark } from "./bench-command.ts";
import { adversaryTable, armies, measureAdversaries } from "./byzantine-adversaries.ts";
import { type CostRow, costTable, measureCosts } from "./byzantine-costs.ts";
import { measureTargets, targetTable } from "./byzantine-targets.ts";
import { type LineGraph, lineGraph } from "./graph.ts";
import { provenance } from "./machine.ts";
import { writeResult } from "./result-files.ts";

const flags = {
  generals: listOf(flag.integer("how many generals", { min: 2, max: 20 }), [4, 7, 10, 13, 16, 20]),
  seeds: flag.optional(
    flag.integer("worlds of each army; 400 without --smoke", { min: 1, max: 1_000_000 }),
  ),
};

async function reportCosts(bench: Bench, sizes: readonly number[], repeats: number) {
  const rows = await measureCosts(sizes, repeats, bench.directory, bench.progress);
  const page = await writeResult(bench.output, {
    name: "costs",
    provenance: await provenance(bench.command),
    rows,
    table: costTable(rows),
    notes: [
      "All generals are loyal. Bytes are those of the requests, as Protocol Buffers, without what",
      "HTTP/2 and TLS add. `ms` is a campaign of generals that are up, from muster to the last",
      `decision, over mutual TLS on this one machine: the median of ${repeats}. Every campaign's`,
      "messages were counted and are as many as the formula says, and every general obeyed.",
    ],
  });
  for (const [name, graph] of graphsOf(rows)) {
    await Bun.write(join(bench.output, `${name}.svg`), lineGraph(graph));
  }
  return page;
}

/** With as many traitors as the generals can bear, and at most three, by the number of generals. */
function graphsOf(rows: readonly CostRow[]): Map<string, LineGraph> {
  const x = { name: "generals, with as many traitors as they bear, at most 3", min: 4 };
  const points = (algorithm: AlgorithmName, of: (row: CostRow) => number) =>
    rows
      .filter((row) => row.algorithm === algorithm && row.traitors === tolerated(row.generals))
      .map((row) => [row.generals, of(row)] as const);
  const lines = (of: (row: CostRow) => number) =>
    algorithms.map((name) => ({ name, points: points(name, of) }));
  const formulas = algorithms.map((algorithm) => {
    const sizes = [...new Set(rows.map(({ generals }) => generals))];
    const counted = sizes.map((generals) => {
      return [
        generals,
        messagesOf({ algorithm, generals, traitors: tolerated(generals) }),
      ] as const;
    });
    return { name: `${algorithm}, formula`, points: counted };
  });
  const log = (name: string) => ({ name, scale: "log" }) as const;
  return new Map([
    [
      "messages",
      {
        ...{ title: "Messages of a campaign", x, y: log("messages") },
        series: [...lines(({ messages }) => messages), ...formulas],
      },
    ],
    [
      "bytes",
      { title: "Bytes of a campaign", x, y: log("bytes"), series: lines(({ bytes }) => bytes) },
    ],
    [
      "time",
      {
        ...{ title: "Time of a campaign", x, y: { name: "ms" } },
        series: lines((row) => row.campaign_ms),
      },
    ],
  ]);
}

const tolerated = (generals: number): number => Math.min(3, Math.floor((generals - 1) / 3));

async function reportAdversaries(bench: Bench, seeds: number): Promise<string> {
  const chosen = armies.filter(([generals]) => !bench.smoke || generals <= 6);
  const rows = await measureAdversaries(chosen, seeds, bench.progress);
  return await writeResult(bench.output, {
    name: "adversaries",
    provenance: await provenance(bench.command),
    rows,
    table: adversaryTable(rows),
    notes: [
      "Each seed is a world on the simulated host with traitors of its own and three campaigns",
      "under betrayals by lot. A seed failed when loyal generals disagreed, disobeyed a loyal",
      "commander, or did not do their duty by their own accounts.",
    ],
  });
}

async function reportTargets(bench: Bench, repeats: number, seconds: number): Promise<string> {
  const sizes = bench.smoke ? [10] : [10, 20];
  const rows = await measureTargets({ repeats, seconds, sizes }, bench.progress);
  return await writeResult(bench.output, {
    name: "targets",
    provenance: await provenance(bench.command),
    rows,
    table: targetTable(rows),
    notes: ["Traitors split the generals; where they are is drawn anew for each repeat."],
  });
}

if (import.meta.main) {
  await runBenchmark({
    name: "byzantine",
    summary: "Measures Byzantine generals.",
    flags,
    async run(bench, { generals, seeds = bench.smoke ? 3 : 400 }) {
      const { smoke, seconds = smoke ? 0.05 : 3, repeats = smoke ? 1 : 3 } = bench;
      console.log(await reportTargets(bench, repeats, seconds));
      console.log(await reportCosts(bench, smoke ? [4] : generals, repeats));
      console.log(await reportAdversaries(bench, seeds));
    },
  });
}
