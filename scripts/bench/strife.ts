/**
 * Measures Strife: payments a second and their latency by clients and banks, all synced, over
 * mutual TLS with all interceptors; a hot account; recovery; growth; and whether the speeds that
 * were asked for are reached. Ends with exit 0 when all is measured and the ledgers are right, also
 * where a speed was missed, which the table says; 1 when a promise was broken; 64 on bad usage.
 *
 * Copy: `bun run scripts/bench/strife.ts`
 */
import { Cluster } from "../../harness/kit/cluster.ts";
import { flag } from "../../nodes/host/flags.ts";
import { type Bench, listOf, runBenchmark } from "./bench-command.ts";
import { percentilesOf } from "./latency.ts";
import { closedLoop, type LoadResult } from "./load-loops.ts";
import { provenance } from "./machine.ts";
import { count, markdownTable, milliseconds } from "./markdown.ts";
import { writeResult } from "./result-files.ts";
import { BenchTown } from "./strife-town.ts";

const flags = {
  clients: listOf(flag.integer("clients that pay at once", { min: 1, max: 512 }), [1, 8, 32, 128]),
  banks: listOf(flag.integer("how many banks", { min: 2, max: 8 }), [2, 4]),
  growth: flag.integer("payments until growth is looked at; 0 for none", {
    min: 0,
    max: 10_000_000,
    fallback: 100_000,
  }),
};

type PaymentRow = ReturnType<typeof rowOf>;

function rowOf(banks: number, clients: number, payee: "spread" | "hot", result: LoadResult) {
  if (result.errors > 0) throw new Error(`${result.errors} payments failed: ${result.firstError}`);
  const { p50, p90, p99, p999, max } = percentilesOf(result.latenciesMs);
  const perSecond = (1_000 * result.operations) / result.elapsedMs;
  const latencies = { p50_ms: p50, p90_ms: p90, p99_ms: p99, p999_ms: p999, max_ms: max };
  return {
    banks,
    clients,
    payee,
    payments: result.operations,
    per_second: perSecond,
    ...latencies,
  };
}

interface Target {
  readonly target: string;
  readonly bound: string;
  readonly measured: string;
  readonly reached: "yes" | "no" | "not measured";
}

async function measure(bench: Bench, clients: readonly number[], banks: readonly number[]) {
  const seconds = bench.seconds ?? (bench.smoke ? 0.2 : 5);
  const rows: PaymentRow[] = [];
  for (const size of banks) {
    const directory = `${bench.directory}/${size}-banks`;
    await using cluster = new Cluster(directory, {});
    const town = await BenchTown.start({ banks: size, directory, cluster });
    try {
      await closedLoop(town.lanes(8), 1_000 * Math.min(1, seconds));
      for (const lanes of clients) {
        bench.progress(`${size} banks, ${lanes} clients`);
        rows.push(
          rowOf(size, lanes, "spread", await closedLoop(town.lanes(lanes), 1_000 * seconds)),
        );
      }
      bench.progress(`${size} banks, one payee`);
      const hot = Math.min(32, clients.at(-1) ?? 32);
      rows.push(rowOf(size, hot, "hot", await closedLoop(town.lanes(hot, true), 1_000 * seconds)));
      bench.progress(`${size} banks: the ledgers hold ${count(await town.check())} payments`);
    } finally {
      town.close();
    }
  }
  return rows;
}

/** Payments until there are many; then recovery with open ones. */
async function measureGrowth(bench: Bench, payments: number) {
  const directory = `${bench.directory}/growth`;
  await using cluster = new Cluster(directory, {});
  const town = await BenchTown.start({ banks: 2, directory, cluster });
  try {
    const lanes = town.lanes(32);
    const part = Math.ceil(payments / 10 / lanes.length);
    const rates: number[] = [];
    for (let tenth = 1; tenth <= 10; tenth++) {
      bench.progress(`growth: ${tenth} of 10`);
      const { operations, elapsedMs, errors } = await closedLoop(lanes, 600_000, part);
      if (errors > 0) throw new Error(`${errors} payments failed`);
      rates.push((1_000 * operations) / elapsedMs);
    }
    const recoveryMs = await town.recover(100);
    bench.progress(`the ledgers hold ${count(await town.check())} payments`);
    // The first tenth warms up the processes.
    return { growth: (rates[1] ?? 0) / (rates[9] ?? 1), recoveryMs };
  } finally {
    town.close();
  }
}

function targetsOf(
  rows: readonly PaymentRow[],
  grown: { readonly growth: number; readonly recoveryMs: number } | undefined,
): Target[] {
  const find = (clients: number, payee: string) =>
    rows.find((row) => row.banks === 2 && row.clients === clients && row.payee === payee);
  const target = (
    name: string,
    bound: string,
    value: number | undefined,
    good: boolean,
  ): Target => {
    if (value === undefined) {
      return { target: name, bound, measured: "", reached: "not measured" };
    }
    return { target: name, bound, measured: value.toFixed(2), reached: good ? "yes" : "no" };
  };
  const busy = find(32, "spread")?.per_second;
  const alone = find(1, "spread")?.p50_ms;
  const hot = find(32, "hot")?.per_second;
  const share = busy === undefined || hot === undefined ? undefined : hot / busy;
  const { growth, recoveryMs } = grown ?? {};
  return [
    target("payments a second, 32 clients, 2 banks", "≥ 1500", busy, (busy ?? 0) >= 1_500),
    target("p50 of one client, ms", "≤ 6", alone, (alone ?? 9) <= 6),
    target("hot account, share of the spread load", "≥ 0.7", share, (share ?? 0) >= 0.7),
    target("gateway ready again, 100 open, ms", "≤ 1000", recoveryMs, (recoveryMs ?? 9e9) <= 1_000),
    target("time a payment, last tenth to second", "≤ 1.1", growth, (growth ?? 9) <= 1.1),
  ];
}

async function report(bench: Bench, rows: readonly PaymentRow[], targets: readonly Target[]) {
  const made = await provenance(bench.command);
  const head = ["banks", "clients", "payee", "payments/s", "p50", "p90", "p99", "p99.9", "max"];
  const table = markdownTable({
    head,
    rows: rows.map((row) => [
      `${row.banks}`,
      `${row.clients}`,
      row.payee,
      count(row.per_second),
      ...[row.p50_ms, row.p90_ms, row.p99_ms, row.p999_ms, row.max_ms].map(milliseconds),
    ]),
  });
  const notes = [
    "A closed loop: each client pays again as soon as it was answered. Latencies in milliseconds.",
    "Everything is synced, all calls are over mutual TLS, and every call is logged. Afterwards the",
    "ledgers of all banks were audited: every promise of the chapter was kept.",
  ];
  console.log(
    await writeResult(bench.output, { name: "payments", provenance: made, rows, table, notes }),
  );
  const targetTable = markdownTable({
    head: ["target", "bound", "measured", "reached"],
    rows: targets.map(({ target, bound, measured, reached }) => [target, bound, measured, reached]),
  });
  const targetRows = targets.map((each) => ({ ...each }));
  console.log(
    await writeResult(bench.output, {
      name: "targets",
      provenance: made,
      rows: targetRows,
      table: targetTable,
      notes: ["The comparison with a pair of PostgreSQL databases is not built."],
    }),
  );
}

if (import.meta.main) {
  await runBenchmark({
    name: "strife",
    summary: "Measures Strife, the payment gateway.",
    flags,
    async run(bench, { clients, banks, growth }) {
      const { smoke } = bench;
      const rows = await measure(bench, smoke ? [1, 4] : clients, smoke ? [2] : banks);
      const wanted = smoke ? 200 : growth;
      const grown = wanted === 0 ? undefined : await measureGrowth(bench, wanted);
      await report(bench, rows, targetsOf(rows, grown));
    },
  });
}
