/** The graphs of Strife; its benchmark writes its targets itself, with what no table holds. */
import type { Row } from "./csv.ts";
import { type Derivation, graphsOf } from "./derivation.ts";
import { lineGraph } from "./graph.ts";
import { summarize } from "./statistics.ts";
import { type GrowthRow, growthGraph } from "./strife-growth.ts";

export interface PaymentsRow extends Row {
  readonly banks: number;
  readonly clients: number;
  readonly payee: "spread" | "hot";
  readonly per_second: number;
  readonly p50_ms: number;
  readonly p99_ms: number;
}

type Figure = "per_second" | "p50_ms" | "p99_ms";

function lines(rows: readonly PaymentsRow[], figures: readonly Figure[]) {
  const spread = rows.filter(({ payee }) => payee === "spread");
  return [...Map.groupBy(spread, ({ banks }) => banks)].flatMap(([banks, own]) =>
    figures.map((figure) => ({
      name: figures.length > 1 ? `${banks} banks, ${figure.slice(0, 3)}` : `${banks} banks`,
      points: [...Map.groupBy(own, ({ clients }) => clients)]
        .map(([clients, same]): [number, number] => {
          return [clients, summarize(same.map((row) => row[figure])).median];
        })
        .toSorted(([one], [other]) => one - other),
    })),
  );
}

function draw(rows: readonly PaymentsRow[]): Record<string, string> {
  const x = { name: "clients that pay at once", scale: "log" } as const;
  return {
    throughput: lineGraph({
      title: "Payments a second by clients",
      x,
      y: { name: "payments a second" },
      series: lines(rows, ["per_second"]),
    }),
    latency: lineGraph({
      title: "How long a payment takes, by clients",
      x,
      y: { name: "latency (ms)", scale: "log" },
      series: lines(rows, ["p50_ms", "p99_ms"]),
    }),
  };
}

export const strifeDerivation: Derivation = {
  graphs: (folder) => [
    ...graphsOf(folder, "payments", draw),
    ...graphsOf<GrowthRow>(folder, "growth", (rows) => ({ growth: growthGraph(rows) })),
  ],
};
