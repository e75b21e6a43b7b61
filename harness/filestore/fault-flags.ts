/** The flags of `harness/faults.ts`. */
import { quorumProblem } from "../../nodes/filestore/quorum-sizes.ts";
import { type Flag, flag } from "../../nodes/host/flags.ts";
import type { CommandOptions } from "../kit/command-flags.ts";
import { type FaultKind, faultKinds } from "../kit/fault-plan.ts";
import type { RunContext } from "../kit/run-context.ts";
import { type Protocol, primaryBackup, quorum, quorumFlags } from "./protocols.ts";

/** Starting, measuring, the quiet at the end and judging take so long, in seconds. */
const besidesFaultsSeconds = 90;

const { serve: _, ...sizes } = quorumFlags;

export const faultFlags = {
  problem: flag.positional(
    flag.choice("the system to break", ["kv-blocking", "kv-nonblocking", "kv-quorum"]),
  ),
  faults: kinds("the kinds of faults that strike"),
  duration: flag.integer("how long faults strike", { min: 1, max: 3_600, unit: "s", fallback: 20 }),
  clients: flag.integer("number of clients", { min: 1, max: 50, fallback: 4 }),
  ...sizes,
};

export type FaultOptions = CommandOptions<typeof faultFlags>;
export type FaultContext = RunContext<typeof faultFlags>;

/** Kinds of faults with commas in between. */
function kinds(description: string): Flag<readonly FaultKind[]> {
  return {
    placeholder: "KIND,…",
    description,
    fallback: faultKinds,
    fallbackText: faultKinds.join(","),
    parse(text) {
      const words = [...new Set(text.split(","))];
      const unknown = words.find((word) => !faultKinds.some((kind) => kind === word));
      if (unknown === undefined) return words as FaultKind[];
      throw new Error(`some of ${faultKinds.join(", ")}, but has ${JSON.stringify(unknown)}`);
    },
  };
}

export function protocolOf(options: FaultOptions): Protocol {
  if (options.problem === "kv-quorum") return quorum(options);
  return primaryBackup(options.problem === "kv-blocking" ? "blocking" : "nonblocking");
}

/** Why these options don't fit together. */
export function faultProblem(options: FaultOptions): string | undefined {
  const { problem, replicas, duration, timeout } = options;
  if (replicas < 2) return "--replicas must be 2 at least: a fault is between nodes.";
  if (duration + besidesFaultsSeconds > timeout) {
    return `--timeout must be ${duration + besidesFaultsSeconds} s at least, for this --duration.`;
  }
  return problem === "kv-quorum" ? quorumProblem(options) : undefined;
}
