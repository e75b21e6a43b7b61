/** Two systems at the same work, in turns, so that ratios come from neighbouring minutes. */
import { ratiosOf } from "./comparison-ratios.ts";
import type { Row } from "./csv.ts";
import { percentilesOf } from "./latency.ts";
import { count, markdownTable, milliseconds } from "./markdown.ts";
import { marked, summarize } from "./statistics.ts";

/** What one measurement came to, already checked. */
export interface Work {
  readonly operations: number;
  readonly seconds: number;
  readonly latenciesMs: readonly number[];
}

/** Does the work for some seconds. @throws Error when the work was not done */
export type Measure = (seconds: number) => Promise<Work>;

export interface Contest {
  /** What is done, for the table. */
  readonly name: string;
  readonly peer: Measure;
  readonly ours: Measure;
}

export interface ComparisonRow extends Row {
  readonly work: string;
  readonly round: number;
  readonly system: string;
  readonly operations: number;
  readonly seconds: number;
  readonly per_second: number;
  readonly p50_ms: number;
  readonly p99_ms: number;
  readonly max_ms: number;
}

export interface ComparisonOptions {
  /** The name of the peer. */
  readonly peer: string;
  readonly rounds: number;
  /** Of each measurement. */
  readonly seconds: number;
  /** Of each system before the first round of each work. */
  readonly warmUpSeconds: number;
}

/** Round after round: the peer, then ours; never both at once. */
export async function compare(
  contests: readonly Contest[],
  options: ComparisonOptions,
  progress: (text: string) => void,
): Promise<ComparisonRow[]> {
  const rows: ComparisonRow[] = [];
  for (const { name, peer, ours } of contests) {
    progress(name);
    const sides = [
      { system: options.peer, measure: peer },
      { system: "ours", measure: ours },
    ];
    for (const { measure } of sides) await measure(options.warmUpSeconds);
    for (let round = 1; round <= options.rounds; round++) {
      for (const { system, measure } of sides) {
        const work = await measure(options.seconds);
        rows.push(toRow(name, round, system, work));
      }
    }
  }
  return rows;
}

function toRow(work: string, round: number, system: string, measured: Work): ComparisonRow {
  const { operations, seconds, latenciesMs } = measured;
  const { p50, p99, max } = percentilesOf(latenciesMs);
  return {
    work,
    round,
    system,
    operations,
    seconds: Number(seconds.toFixed(3)),
    per_second: Math.round(operations / seconds),
    p50_ms: p50,
    p99_ms: p99,
    max_ms: max,
  };
}

/** A line a work: medians of both, and the ratio of each round's two neighbours. */
export function comparisonTable(rows: readonly ComparisonRow[], peer: string): string {
  const head = ["work", `${peer}: a second`, "ours", "ours / peer", "least to most"];
  head.push(`${peer}: p50 ms`, "ours", "ours / peer", `${peer}: p99 ms`, "ours");
  const lines = [...Map.groupBy(rows, ({ work }) => work)].map(([work, both]) => {
    const theirs = both.filter(({ system }) => system === peer);
    const ours = both.filter(({ system }) => system !== peer);
    const rate = ratiosOf(both, "per_second");
    const p50 = ratiosOf(both, "p50_ms");
    return [
      work,
      count(middle(theirs, "per_second")),
      count(middle(ours, "per_second")),
      marked(rate, (value) => value.toFixed(2)),
      `${rate.min.toFixed(2)} to ${rate.max.toFixed(2)}`,
      milliseconds(middle(theirs, "p50_ms")),
      milliseconds(middle(ours, "p50_ms")),
      p50.median.toFixed(2),
      milliseconds(middle(theirs, "p99_ms")),
      milliseconds(middle(ours, "p99_ms")),
    ];
  });
  return markdownTable({ head, rows: lines });
}

type Figure = "per_second" | "p50_ms" | "p99_ms";

function middle(rows: readonly ComparisonRow[], figure: Figure): number {
  return summarize(rows.map((row) => row[figure])).median;
}
