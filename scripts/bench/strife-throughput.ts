/** Payments a second, and how long one takes, by clients and banks, spread and into one account. */
import { join } from "node:path";
import { Cluster } from "../../harness/kit/cluster.ts";
import type { Row } from "./csv.ts";
import { percentilesOf } from "./latency.ts";
import type { LoadProcesses } from "./load-processes.ts";
import { count, markdownTable, milliseconds } from "./markdown.ts";
import { summarize } from "./statistics.ts";
import { BenchTown } from "./strife-town.ts";

export interface ThroughputOptions {
  readonly clients: readonly number[];
  /** Numbers of banks. */
  readonly banks: readonly number[];
  readonly repeats: number;
  /** Of each measurement. */
  readonly seconds: number;
  readonly directory: string;
}

export interface Measurement extends Row {
  readonly repeat: number;
  readonly banks: number;
  readonly clients: number;
  readonly payee: "spread" | "hot";
  readonly payments: number;
  readonly per_second: number;
  readonly p50_ms: number;
  readonly p90_ms: number;
  readonly p99_ms: number;
  readonly p999_ms: number;
  readonly max_ms: number;
}

/** The clients that pay one account, where so many are measured. */
const hotClients = 32;
const warmUps = 3;
const load = "strife";

/** @throws Error when a payment failed, or a ledger is not as it must be */
export async function measureThroughput(
  loads: LoadProcesses,
  options: ThroughputOptions,
  progress: (text: string) => void,
): Promise<Measurement[]> {
  const rows: Measurement[] = [];
  for (const banks of options.banks) {
    const directory = join(options.directory, `${banks}-banks`);
    await using cluster = new Cluster(directory, {});
    const town = await BenchTown.start({ banks, directory, cluster });
    await loads.open(load, "strife-load.ts", town.load);
    const hot = Math.min(hotClients, Math.max(...options.clients));
    const durationMs = 1_000 * options.seconds;
    // Lets the just-in-time compilers of all processes see what is to come.
    await loads.run({ load, kind: "spread", lanes: hot, durationMs: warmUps * durationMs });
    for (let repeat = 1; repeat <= options.repeats; repeat += 1) {
      for (const clients of options.clients) {
        progress(`${banks} banks, ${clients} clients, repeat ${repeat} of ${options.repeats}`);
        const measure = async (payee: "spread" | "hot") => {
          const result = await loads.run({ load, kind: payee, lanes: clients, durationMs });
          rows.push(rowOf({ repeat, banks, clients, payee }, result));
        };
        await measure("spread");
        // Side by side, so that the share is of neighbouring seconds.
        if (clients === hot) await measure("hot");
      }
    }
    const [held, paid] = [await town.check(), await loads.verify(load)];
    if (held !== paid) throw new Error(`${paid} payments were answered, ${held} are held`);
    town.close();
    await loads.close(load);
  }
  return rows;
}

type Result = Awaited<ReturnType<LoadProcesses["run"]>>;

function rowOf(
  place: Pick<Measurement, "repeat" | "banks" | "clients" | "payee">,
  { operations, errors, firstError, elapsedMs, latenciesMs }: Result,
): Measurement {
  if (errors > 0 || operations === 0) throw new Error(`${errors} payments failed: ${firstError}`);
  const { p50, p90, p99, p999, max } = percentilesOf(latenciesMs);
  const per_second = Math.round((1_000 * operations) / elapsedMs);
  const latencies = { p50_ms: p50, p90_ms: p90, p99_ms: p99, p999_ms: p999, max_ms: max };
  return { ...place, payments: operations, per_second, ...latencies };
}

function groups(rows: readonly Measurement[]) {
  const keyed = Map.groupBy(rows, (row) => `${row.banks} ${row.payee} ${row.clients}`);
  return [...keyed.values()].map((same) => ({ ...(same[0] as Measurement), same }));
}

type Figure = "per_second" | "p50_ms" | "p90_ms" | "p99_ms" | "p999_ms";

/** Median over the repeats of two banks; undefined where nothing was measured. */
export function middleOf(
  rows: readonly Measurement[],
  clients: number,
  payee: string,
  figure: Figure,
): number | undefined {
  const same = rows.filter((row) => row.banks === 2 && row.clients === clients);
  const values = same.filter((row) => row.payee === payee).map((row) => row[figure]);
  return values.length === 0 ? undefined : summarize(values).median;
}

/** Medians over the repeats; `max` is the worst of all. */
export function throughputTable(rows: readonly Measurement[]): string {
  const head = ["banks", "clients", "payee", "payments/s", "± 95 %", "p50 ms", "p90 ms"];
  const lines = groups(rows).map(({ banks, clients, payee, same }) => {
    const rate = summarize(same.map((row) => row.per_second));
    const middle = (figure: Figure) =>
      milliseconds(summarize(same.map((row) => row[figure])).median);
    return [
      ...[`${banks}`, `${clients}`, payee === "hot" ? "one account" : "spread"],
      ...[count(rate.median), `±${count(rate.ci95)}`, middle("p50_ms"), middle("p90_ms")],
      ...[middle("p99_ms"), middle("p999_ms")],
      milliseconds(Math.max(...same.map((row) => row.max_ms))),
    ];
  });
  return markdownTable({ head: [...head, "p99 ms", "p99.9 ms", "max ms"], rows: lines });
}
