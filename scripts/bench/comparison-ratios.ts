/** Two systems in turns at one work: ratios of what the two reached in the same round. */
import type { ComparisonRow } from "./comparison.ts";
import { type Summary, summarize } from "./statistics.ts";

type Figure = "per_second" | "p50_ms" | "p99_ms";

/** Ours to the peer's, over the rounds. @param rows of one work, at least a round */
export function ratiosOf(rows: readonly ComparisonRow[], figure: Figure): Summary {
  const ours = rows.filter(({ system }) => system === "ours");
  const theirs = rows.filter(({ system }) => system !== "ours");
  return summarize(ours.map((row, index) => row[figure] / (theirs[index]?.[figure] ?? Number.NaN)));
}

/** Undefined where nothing was measured. */
export function medianRatio(rows: readonly ComparisonRow[], figure: Figure): number | undefined {
  return rows.length === 0 ? undefined : ratiosOf(rows, figure).median;
}
