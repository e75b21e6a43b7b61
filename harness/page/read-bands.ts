/** When nodes of a run on real processes were down or paused, and when faults lasted. */
import type { NodeEvent } from "../kit/node-process.ts";
import type { Band, LogLine } from "./run-page-model.ts";

/** A line of `nodes.jsonl`. */
export interface NodeLine {
  readonly time: number;
  readonly node: string;
  readonly event: NodeEvent;
  readonly how?: string;
}

/** A line of `faults.jsonl`. */
export interface FaultLine {
  readonly time: number;
  readonly event: "begin" | "strike" | "heal";
  /** With `begin` and `heal`. */
  readonly fault?: string;
  /** With `strike`. */
  readonly kind?: string;
  readonly method?: string;
  readonly from?: string;
  readonly to?: string;
}

/** A node is down from its end until it is ready again; after its last end it is only over. */
export function bandsOfNodes(lines: readonly NodeLine[]): Band[] {
  const bands: Band[] = [];
  for (const [lane, own] of Map.groupBy(lines, ({ node }) => node)) {
    let since: NodeLine | undefined;
    for (const line of own) {
      const ends = since?.event === "pause" ? ["resume", "exit"] : ["ready"];
      if (since !== undefined && ends.includes(line.event)) {
        const kind = since.event === "pause" ? "paused" : "down";
        const text = kind === "paused" ? "paused" : (since.how ?? "ended");
        bands.push({ lane, kind, text, from: since.time, to: line.time });
        since = undefined;
      }
      if (line.event === "exit" || line.event === "pause") since = line;
    }
  }
  return bands;
}

/** Faults of nodes are in the bands of these already. */
export function bandsOfFaults(lines: readonly FaultLine[]): Band[] {
  const end = lines.at(-1)?.time ?? 0;
  const begun = lines.filter(({ event, fault = "" }) => {
    return event === "begin" && !/^(?:kill|pause) /.test(fault);
  });
  return begun.map(({ fault = "", time }) => {
    const heal = lines.find((each) => each.event === "heal" && each.fault === fault);
    return { lane: null, kind: "fault", text: fault, from: time, to: heal?.time ?? end };
  });
}

/** What happened to nodes and calls, as lines among what the nodes said themselves. */
export function linesOf(nodes: readonly NodeLine[], faults: readonly FaultLine[]): LogLine[] {
  const happened = nodes.map(({ node, time, event, how }): LogLine => {
    return { lane: node, at: time, level: "process", text: how ?? event };
  });
  const struck = faults.flatMap(({ event, kind, method, from, to, time }): LogLine[] => {
    if (event !== "strike" || to === undefined) return [];
    return [{ lane: to, at: time, level: "fault", text: `${kind} struck ${method} from ${from}` }];
  });
  return [...happened, ...struck];
}
