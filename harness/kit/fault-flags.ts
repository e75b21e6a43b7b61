/** The flags of `harness/faults.ts` that every system has. */
import { type Flag, flag } from "../../nodes/host/flags.ts";
import { type FaultKind, faultKinds } from "./fault-plan.ts";

/** Starting, measuring, the quiet at the end and judging take so long, in seconds. */
const besidesFaultsSeconds = 90;

/** Problems whose systems can be broken. */
const problems = ["kv-blocking", "kv-nonblocking", "kv-quorum", "kv-failover"] as const;

export const sharedFaultFlags = {
  problem: flag.positional(flag.choice("the system to break", problems)),
  faults: kinds("the kinds of faults that strike"),
  duration: flag.integer("how long faults strike", { min: 1, max: 3_600, unit: "s", fallback: 20 }),
  clients: flag.integer("number of clients", { min: 1, max: 50, fallback: 4 }),
};

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

/** Why these options don't fit together, whatever the system. */
export function sharedFaultProblem(options: {
  readonly replicas: number;
  readonly duration: number;
  readonly timeout: number;
}): string | undefined {
  const { replicas, duration, timeout } = options;
  if (replicas < 2) return "--replicas must be 2 at least: a fault is between nodes.";
  if (duration + besidesFaultsSeconds <= timeout) return undefined;
  return `--timeout must be ${duration + besidesFaultsSeconds} s at least, for this --duration.`;
}
