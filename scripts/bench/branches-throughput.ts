/** Deposits a second, and how long one takes, by the number of branches. */
import { join } from "node:path";
import { BranchesCluster } from "./branches-cluster.ts";
import { manyCustomers } from "./branches-table.ts";
import type { Row } from "./csv.ts";
import { percentilesOf } from "./latency.ts";
import type { LoadProcesses } from "./load-processes.ts";

export interface ThroughputOptions {
  /** Numbers of branches. */
  readonly sizes: readonly number[];
  readonly repeats: number;
  /** Of each measurement. */
  readonly seconds: number;
  /** Holds `logs/` and `data/`. */
  readonly directory: string;
}

export interface Measurement extends Row {
  readonly repeat: number;
  readonly branches: number;
  /** Deposits under way at once: 1 is one customer in sequence. */
  readonly customers: number;
  readonly loop: "closed" | "open";
  readonly deposits: number;
  readonly seconds: number;
  readonly per_second: number;
  readonly p50_ms: number;
  readonly p90_ms: number;
  readonly p99_ms: number;
  readonly p999_ms: number;
  readonly max_ms: number;
}

/** An open loop runs at this part of what the closed loop just reached. */
const openLoopShare = 0.5;
const load = "branches";

/** @throws Error when a deposit failed, or the branches do not hold what was deposited */
export async function measureThroughput(
  loads: LoadProcesses,
  options: ThroughputOptions,
  progress: (text: string) => void,
): Promise<Measurement[]> {
  const { sizes, repeats, seconds, directory } = options;
  const rows: Measurement[] = [];
  for (const size of sizes) {
    await using bank = await BranchesCluster.start(size, directory);
    const opened = { addresses: bank.addresses, directory: join(directory, "data") };
    await loads.open(load, "branches-load.ts", opened);
    // Lets the just-in-time compilers of both sides see what is to come.
    const durationMs = seconds * 1_000;
    await loads.run({ load, kind: "deposit", lanes: manyCustomers, durationMs: 3 * durationMs });
    for (let repeat = 1; repeat <= repeats; repeat += 1) {
      progress(`${size} branches, repeat ${repeat} of ${repeats}`);
      const measure = (customers: number, ratePerSecond?: number) =>
        measureOnce(loads, { repeat, branches: size, customers, seconds, ratePerSecond });
      const [one, most] = [await measure(1), await measure(manyCustomers)];
      rows.push(one, most, await measure(manyCustomers, most.per_second * openLoopShare));
      const [held, deposited] = [await bank.balance(), await loads.verify(load)];
      if (held !== deposited) throw new Error(`${held} are held, ${deposited} were deposited`);
    }
    await loads.close(load);
  }
  return rows;
}

interface Run {
  readonly repeat: number;
  readonly branches: number;
  readonly customers: number;
  readonly seconds: number;
  readonly ratePerSecond: number | undefined;
}

async function measureOnce(loads: LoadProcesses, run: Run): Promise<Measurement> {
  const { repeat, branches, customers, seconds, ratePerSecond } = run;
  const rate = ratePerSecond === undefined ? {} : { ratePerSecond };
  const lanes = { load, kind: "deposit", lanes: customers, durationMs: seconds * 1_000 };
  const result = await loads.run({ ...lanes, ...rate });
  if (result.errors > 0 || result.operations === 0) {
    throw new Error(`${branches} branches: ${result.errors} failed: ${result.firstError}`);
  }
  const { p50, p90, p99, p999, max } = percentilesOf(result.latenciesMs);
  return {
    repeat,
    branches,
    customers,
    loop: ratePerSecond === undefined ? "closed" : "open",
    deposits: result.operations,
    seconds: Number((result.elapsedMs / 1_000).toFixed(3)),
    per_second: Math.round((result.operations * 1_000) / result.elapsedMs),
    p50_ms: p50,
    p90_ms: p90,
    p99_ms: p99,
    p999_ms: p999,
    max_ms: max,
  };
}
