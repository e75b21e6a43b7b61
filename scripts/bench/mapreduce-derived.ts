/** Targets and graphs of MapReduce, from its raw tables. */
import { type Derivation, graphsOf } from "./derivation.ts";
import { lineGraph } from "./graph.ts";
import { type ThroughputRow, throughputGraph } from "./mapreduce-table.ts";
import { mapreduceTargets } from "./mapreduce-targets.ts";
import { type AttemptRow, timeline } from "./mapreduce-timeline.ts";

function timelines(rows: readonly AttemptRow[]): Record<string, string> {
  const jobs = [...new Set(rows.map(({ what }) => what))];
  const name = (what: string) => `timeline-${what.replaceAll(/[^a-z0-9]+/g, "-")}`;
  return Object.fromEntries(jobs.map((what) => [name(what), lineGraph(timeline(rows, what))]));
}

export const mapreduceDerivation: Derivation = {
  targets: mapreduceTargets,
  graphs: (folder) => [
    ...graphsOf(folder, "throughput", (rows: readonly ThroughputRow[]) => ({
      throughput: lineGraph(throughputGraph(rows)),
    })),
    ...graphsOf(folder, "attempts", timelines),
  ],
};
