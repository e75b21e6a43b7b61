/** The flags of `harness/faults.ts` for the file store. */
import { quorumProblem } from "../../nodes/filestore/quorum-sizes.ts";
import type { CommandOptions } from "../kit/command-flags.ts";
import { sharedFaultFlags } from "../kit/fault-flags.ts";
import type { RunContext } from "../kit/run-context.ts";
import { type Protocol, primaryBackup, quorum, quorumFlags } from "./protocols.ts";

const { serve: _, ...sizes } = quorumFlags;

export const faultFlags = { ...sharedFaultFlags, ...sizes };

export type FaultOptions = CommandOptions<typeof faultFlags>;
export type FaultContext = RunContext<typeof faultFlags>;

export function protocolOf(options: FaultOptions): Protocol {
  if (options.problem === "kv-quorum") return quorum(options);
  return primaryBackup(options.problem === "kv-blocking" ? "blocking" : "nonblocking");
}

/** Why these options don't fit together. */
export function faultProblem(options: FaultOptions): string | undefined {
  return options.problem === "kv-quorum" ? quorumProblem(options) : undefined;
}
