/**
 * Measures Strife: payments a second and their latency by clients and banks, all synced, over
 * mutual TLS with all interceptors; a hot account; recovery; growth; with `--peer postgres` the
 * same transfers over a pair of PostgreSQL servers besides; and says of each speed that was asked
 * for whether it was reached. Ends with exit 0 when all is measured and the ledgers are right, also
 * where a speed was missed; 1 when a promise was broken; 64 on bad usage; 69 without a peer that
 * was asked for.
 *
 * Copy: `bun run scripts/bench/strife.ts --peer postgres`
 */
import { flag } from "../../nodes/host/flags.ts";
import { type Bench, listOf, runBenchmark } from "./bench-command.ts";
import type { ComparisonRow } from "./comparison.ts";
import { provenance } from "./machine.ts";
import { count, markdownTable, milliseconds } from "./markdown.ts";
import { writeResult } from "./result-files.ts";
import { type Growth, growthOf, measureGrowth } from "./strife-growth.ts";
import { pairRatio, reportPair } from "./strife-peer.ts";
import { targetsOf } from "./strife-targets.ts";
import { type Measurement, measureThroughput, throughputTable } from "./strife-throughput.ts";

const flags = {
  clients: listOf(flag.integer("clients that pay at once", { min: 1, max: 512 }), [1, 8, 32, 128]),
  banks: listOf(flag.integer("how many banks", { min: 2, max: 8 }), [2, 4]),
  growth: flag.integer("payments until growth is looked at; 0 for none", {
    min: 0,
    max: 10_000_000,
    fallback: 100_000,
  }),
  peer: flag.choice("measure against this one too", ["none", "postgres"], "none"),
};

async function reportThroughput(
  bench: Bench,
  clients: readonly number[],
  banks: readonly number[],
): Promise<Measurement[]> {
  const { smoke, loads, output, progress, directory } = bench;
  const { seconds = smoke ? 0.2 : 1.5, repeats = smoke ? 1 : 3 } = bench;
  const options = { clients, banks, repeats, seconds, directory };
  const rows = await measureThroughput(loads, options, progress);
  const page = await writeResult(output, {
    name: "payments",
    provenance: await provenance(bench.command),
    rows,
    table: throughputTable(rows),
    notes: [
      `Medians over repeats (${repeats}, each of ${seconds} s), but \`max\` is the worst of all;`,
      "`± 95 %` is the interval of the mean. A closed loop: each client, with a connection of its",
      "own, pays again as soon as it was answered, from an account of its own to another bank.",
      "Everything is synced, all calls are over mutual TLS, and every call is logged. The gateway,",
      "the banks and the clients share this machine. Afterwards all ledgers were audited: they",
      "hold just the payments that had been answered, and every promise of the chapter was kept.",
    ],
  });
  console.log(page);
  return rows;
}

async function reportGrowth(bench: Bench, payments: number): Promise<Growth | undefined> {
  if (payments === 0) return undefined;
  const { loads, output, directory, progress } = bench;
  const sizes = bench.smoke ? { finished: 200, open: 8 } : { finished: 10_000, open: 100 };
  const options = { payments, ...sizes, directory };
  const grown = await measureGrowth(loads, options, progress);
  const recoveries = grown.recoveries.map(({ finished, readyMs }) => [
    `${count(finished)} finished, ${grown.open} open`,
    milliseconds(readyMs),
  ]);
  const page = await writeResult(output, {
    name: "growth",
    provenance: await provenance(bench.command),
    rows: grown.rows,
    table: markdownTable({ head: ["payments", "gateway ready again, ms"], rows: recoveries }),
    notes: [
      "From the start of the process until it takes calls, after a kill while the open payments",
      "were prepared at one bank and not at the other. The time of a payment in the last quarter",
      `is ${growthOf(grown.rows).toFixed(2)} of that in the first. Before that, processes warm up.`,
      "The file beside has all parts.",
    ],
  });
  console.log(page);
  return grown;
}

async function reportTargets(
  bench: Bench,
  rows: readonly Measurement[],
  grown: Growth | undefined,
  pair: readonly ComparisonRow[],
): Promise<void> {
  const lines = targetsOf(rows, grown, pairRatio(pair, 32));
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
    name: "strife",
    summary: "Measures Strife, the payment gateway.",
    flags,
    async run(bench, { clients, banks, growth, peer }) {
      const { smoke } = bench;
      const rows = await reportThroughput(bench, smoke ? [1, 4] : clients, smoke ? [2] : banks);
      const grown = await reportGrowth(bench, smoke ? 400 : growth);
      // Last: what its clients leave behind in the load processes would slow down the others.
      const pair = peer === "none" ? undefined : await reportPair(bench, smoke ? [4] : [1, 8, 32]);
      if (pair !== undefined) console.log(pair.page);
      await reportTargets(bench, rows, grown, pair?.rows ?? []);
    },
  });
}
