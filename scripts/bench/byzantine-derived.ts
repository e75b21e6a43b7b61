/** Targets and graphs of the generals, from their raw tables. */
import { type AlgorithmName, algorithms, messagesOf } from "../../nodes/byzantine/conditions.ts";
import type { CostRow } from "./byzantine-costs.ts";
import type { SpeedRow } from "./byzantine-speeds.ts";
import { type Derivation, graphsOf } from "./derivation.ts";
import { lineGraph } from "./graph.ts";
import type { ResultFolder } from "./result-folder.ts";
import { summarize } from "./statistics.ts";
import { atLeast, atMost, type Target } from "./targets.ts";

/** What `byzantine-speeds.ts` measures. */
export const speedNames = {
  army: (generals: number) => `${generals} generals, 3 traitors, oral, processes: start to verdict`,
  simulated: "10 generals, 3 traitors, oral, simulated",
  exhaustive: "all behaviours of one traitor among four, oral",
} as const;

function targets(folder: ResultFolder): Target[] {
  const rows = folder.rows<SpeedRow>("speeds");
  const median = (what: string, figure: "seconds" | "runs_per_second") => {
    const own = rows.filter((row) => row.what === what).map((row) => Number(row[figure]));
    return own.length === 0 ? undefined : summarize(own).median;
  };
  const { army, simulated, exhaustive } = speedNames;
  return [
    atMost(`${army(10)}, s`, 3, median(army(10), "seconds")),
    atMost(`${army(20)}, s`, 8, median(army(20), "seconds")),
    atLeast(`${simulated}, runs a second`, 100, median(simulated, "runs_per_second")),
    atMost(`${exhaustive}, s`, 5, median(exhaustive, "seconds")),
  ];
}

/** With as many traitors as the generals can bear, and at most three, by the number of generals. */
function draw(rows: readonly CostRow[]): Record<string, string> {
  const x = { name: "generals, with as many traitors as they bear, at most 3", min: 4 };
  const borne = rows.filter(({ generals, traitors }) => traitors === tolerated(generals));
  const lines = (figure: "messages" | "bytes" | "campaign_ms") =>
    algorithms.map((name) => {
      const own = borne.filter(({ algorithm }) => algorithm === name);
      const points = [...Map.groupBy(own, ({ generals }) => generals)].map(
        ([generals, same]) => [generals, summarize(same.map((row) => row[figure])).median] as const,
      );
      return { name, points };
    });
  const formula = (algorithm: AlgorithmName) => {
    const sizes = [...new Set(rows.map(({ generals }) => generals))];
    const points = sizes.map((generals) => {
      const traitors = tolerated(generals);
      return [generals, messagesOf({ algorithm, generals, traitors })] as const;
    });
    return { name: `${algorithm}, formula`, points };
  };
  const log = (name: string) => ({ name, scale: "log" }) as const;
  return {
    messages: lineGraph({
      ...{ title: "Messages of a campaign", x, y: log("messages") },
      series: [...lines("messages"), ...algorithms.map(formula)],
    }),
    bytes: lineGraph({
      ...{ title: "Bytes of a campaign", x, y: log("size of all messages (bytes)") },
      series: lines("bytes"),
    }),
    time: lineGraph({
      ...{ title: "Time of a campaign", x, y: { name: "time (ms)" } },
      series: lines("campaign_ms"),
    }),
  };
}

const tolerated = (generals: number): number => Math.min(3, Math.floor((generals - 1) / 3));

export const byzantineDerivation: Derivation = {
  targets,
  graphs: (folder) => graphsOf(folder, "costs", draw),
};
