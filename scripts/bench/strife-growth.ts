/** Whether a payment takes longer when there have been many, and how soon a gateway is back. */
import { join } from "node:path";
import { Cluster } from "../../harness/kit/cluster.ts";
import type { Row } from "./csv.ts";
import { lineGraph } from "./graph.ts";
import type { LoadProcesses } from "./load-processes.ts";
import { summarize } from "./statistics.ts";
import { BenchTown } from "./strife-town.ts";

export interface GrowthRow extends Row {
  /** There have been so many before. */
  readonly payments: number;
  readonly ms_each: number;
}

export interface Growth {
  readonly rows: readonly GrowthRow[];
  /** With so many that are finished, from the start of the process until it is ready. */
  readonly recoveries: readonly { readonly finished: number; readonly readyMs: number }[];
  readonly open: number;
}

export interface GrowthOptions {
  /** Until growth is looked at. */
  readonly payments: number;
  /** With so many finished ones the gateway is killed first, and with all of them again. */
  readonly finished: number;
  /** Payments under way when it is killed. */
  readonly open: number;
  readonly directory: string;
}

const clients = 32;
const parts = 20;
const load = "strife";

/** @throws Error when a payment failed, or a ledger is not as it must be */
export async function measureGrowth(
  loads: LoadProcesses,
  { payments, finished, open, directory: parent }: GrowthOptions,
  progress: (text: string) => void,
): Promise<Growth> {
  const directory = join(parent, "growth");
  await using cluster = new Cluster(directory, {});
  const town = await BenchTown.start({ banks: 2, directory, cluster });
  await loads.open(load, "strife-load.ts", town.load);
  const rows: GrowthRow[] = [];
  const recoveries: { finished: number; readyMs: number }[] = [];
  const recover = async (done: number) => {
    progress(`kill the gateway after ${done} payments`);
    recoveries.push({ finished: done, readyMs: await town.recover(loads, open) });
  };
  let done = 0;
  const callsPerLane = Math.ceil(payments / parts / clients);
  for (let part = 1; part <= parts; part += 1) {
    progress(`growth: ${part} of ${parts}`);
    const run = { load, kind: "spread", lanes: clients, durationMs: 600_000, callsPerLane };
    const { operations, errors, firstError, elapsedMs } = await loads.run(run);
    if (errors > 0) throw new Error(`${errors} payments failed: ${firstError}`);
    rows.push({ payments: done, ms_each: Number((elapsedMs / operations).toFixed(4)) });
    if (done < finished && done + operations >= finished) await recover(done + operations);
    done += operations;
  }
  await recover(done);
  await town.check();
  town.close();
  await loads.close(load);
  return { rows, recoveries, open };
}

/**
 * The time of a payment at the end over that near the begin: of the last and of the first quarter,
 * without the first part, in which the processes still warm up.
 */
export function growthOf(rows: readonly GrowthRow[]): number {
  const quarter = Math.floor(rows.length / 4);
  const middle = (some: readonly GrowthRow[]) => summarize(some.map((row) => row.ms_each)).median;
  return middle(rows.slice(-quarter)) / middle(rows.slice(1, 1 + quarter));
}

export function growthGraph(rows: readonly GrowthRow[]): string {
  return lineGraph({
    title: `Time a payment, ${clients} clients, by how many there have been`,
    x: { name: "payments" },
    y: { name: "milliseconds a payment" },
    series: [{ name: "time", points: rows.map((row) => [row.payments, row.ms_each]) }],
  });
}
