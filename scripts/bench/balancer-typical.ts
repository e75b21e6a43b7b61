/** The repeats of a policy in a scenario at a load as one row. */
import type { PolicyRow } from "./balancer-policies.ts";
import { summarize } from "./statistics.ts";

/** With the median of each figure. */
export function typicalRows(rows: readonly PolicyRow[]): PolicyRow[] {
  const groups = Map.groupBy(rows, ({ scenario, share_percent, policy }) =>
    [scenario, share_percent, policy].join(" "),
  );
  return [...groups.values()].map((own) => {
    const [first] = own as [PolicyRow];
    const cells = Object.entries(first).map(([column, cell]) => {
      if (typeof cell !== "number") return [column, cell];
      return [column, summarize(own.map((row) => Number(row[column as keyof PolicyRow]))).median];
    });
    return Object.fromEntries(cells) as PolicyRow;
  });
}
