/** The graph of what calls between nodes cost. */
import type { Row } from "./csv.ts";
import { type Derivation, graphsOf } from "./derivation.ts";
import { barGraph } from "./graph.ts";
import { summarize } from "./statistics.ts";

export interface CallsRow extends Row {
  readonly kind: "plain" | "framed" | "traced";
  readonly peers: number;
  readonly at_once: number;
  readonly round_ms: number;
  readonly per_second: number;
  /** Processor time of the calling process, and of all peers together. */
  readonly caller_us: number;
  readonly peers_us: number;
}

function draw(rows: readonly CallsRow[]): Record<string, string> {
  const settings = [...Map.groupBy(rows, ({ peers, at_once }) => `${at_once} to ${peers}`)];
  const bars = (kind: CallsRow["kind"], figure: "per_second" | "caller_us") => ({
    name: kind,
    values: settings.map(([, own]) => {
      const same = own.filter((row) => row.kind === kind);
      return same.length === 0 ? null : summarize(same.map((row) => row[figure])).median;
    }),
  });
  const x = { name: "calls at once to so many peers", categories: settings.map(([name]) => name) };
  return {
    calls: barGraph({
      title: "Calls a second, as frames of a stream and as calls of their own",
      x,
      y: { name: "calls a second" },
      series: [bars("plain", "per_second"), bars("framed", "per_second")],
    }),
    "caller-time": barGraph({
      title: "The caller's processor time a call",
      x,
      y: { name: "processor time (µs)" },
      series: [bars("plain", "caller_us"), bars("framed", "caller_us")],
    }),
  };
}

export const callsDerivation: Derivation = { graphs: (folder) => graphsOf(folder, "calls", draw) };
