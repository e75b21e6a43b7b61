/**
 * Measures Byzantine generals: messages, bytes, rounds and time of each algorithm by the numbers of
 * generals and traitors, what thousands of seeded adversaries do, and whether the speeds that were
 * asked for are reached. Ends with exit 0 when all is measured and written as CSV, pages and
 * graphs, also where a speed was missed, which the table says; 1 when a campaign did not come out
 * right; 64 on bad usage.
 *
 * Copy: `bun run scripts/bench/byzantine.ts`
 */
import { flag } from "../../nodes/host/flags.ts";
import { type Bench, listOf, runBenchmark } from "./bench-command.ts";
import { adversaryTable, armies, measureAdversaries } from "./byzantine-adversaries.ts";
import { costTable, measureCosts } from "./byzantine-costs.ts";
import { measureSpeeds, speedTable } from "./byzantine-speeds.ts";
import { provenance } from "./machine.ts";
import { writeResult } from "./result-files.ts";
import { noisyNote } from "./statistics.ts";

const flags = {
  generals: listOf(flag.integer("how many generals", { min: 2, max: 20 }), [4, 7, 10, 13, 16, 20]),
  seeds: flag.optional(
    flag.integer("worlds of each army; 400 without --smoke", { min: 1, max: 1_000_000 }),
  ),
};

async function reportCosts(bench: Bench, sizes: readonly number[], repeats: number) {
  const rows = await measureCosts(sizes, repeats, bench.directory, bench.progress);
  return await writeResult(bench.output, {
    name: "costs",
    provenance: await provenance(bench.command),
    rows,
    table: costTable(rows),
    notes: [
      "All generals are loyal. Bytes are those of the requests, as Protocol Buffers, without what",
      "HTTP/2 and TLS add. `ms` is a campaign of generals that are up, from muster to the last",
      `decision, over mutual TLS on this one machine: the median of ${repeats}. Every campaign's`,
      "messages were counted and are as many as the formula says, and every general obeyed.",
      noisyNote,
    ],
  });
}

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

async function reportSpeeds(bench: Bench, repeats: number, seconds: number): Promise<string> {
  const sizes = bench.smoke ? [10] : [10, 20];
  const rows = await measureSpeeds({ repeats, seconds, sizes }, bench.progress);
  return await writeResult(bench.output, {
    name: "speeds",
    provenance: await provenance(bench.command),
    rows,
    table: speedTable(rows),
    notes: [
      "Medians. Traitors split the generals; where they are is drawn anew for each repeat.",
      noisyNote,
    ],
  });
}

if (import.meta.main) {
  await runBenchmark({
    name: "byzantine",
    summary: "Measures Byzantine generals.",
    flags,
    async run(bench, { generals, seeds = bench.smoke ? 3 : 400 }) {
      const { smoke, seconds = smoke ? 0.05 : 3, repeats = smoke ? 1 : 3 } = bench;
      console.log(await reportSpeeds(bench, repeats, seconds));
      console.log(await reportCosts(bench, smoke ? [4] : generals, repeats));
      console.log(await reportAdversaries(bench, seeds));
    },
  });
}
