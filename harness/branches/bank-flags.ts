/** The flags of `harness/branches.ts`, and why some of them don't fit together. */
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { modes } from "../../nodes/branches/mode.ts";
import { flag } from "../../nodes/host/flags.ts";
import type { CommandOptions } from "../kit/command-flags.ts";
import type { RunContext } from "../kit/run-context.ts";
import { readBank } from "./bank-input.ts";
import { readStampedFile } from "./stamped-file.ts";

export const bankFlags = {
  input: flag.optional(flag.text("FILE", "customers and branches; by default inputs/branches/")),
  output: flag.optional(flag.text("FILE", "where the result goes; clocks mode makes three of it")),
  mode: flag.optional(flag.choice("what is promised, by default what the input looks like", modes)),
  format: flag.choice(
    "of the output: a list, a line each, or as it once was",
    ["array", "lines", "legacy"],
    "array",
  ),
  concurrent: flag.switch("all customers at once; otherwise one after the other"),
  customerProcesses: flag.switch("a process for every customer too"),
  propagationDelayMs: flag.duration("sessions: how long branches hold updates back", {
    minMs: 0,
    // Branches wait two seconds for what a session needs, and it may come by way of a third.
    maxMs: 500,
    fallbackMs: 0,
  }),
  check: flag.optional(flag.text("FILE", "run nothing: judge the clocks of an output file")),
  serve: flag.switch("keep the bank up until Ctrl-C, and print commands to try on it"),
};

export type BankOptions = CommandOptions<typeof bankFlags>;
export type BankContext = RunContext<typeof bankFlags>;

/** @throws UsageError when a file that is named is not as it must be */
export function bankProblem(options: BankOptions): string | undefined {
  const { input, output, mode, format, concurrent, check, propagationDelayMs } = options;
  if (check !== undefined) {
    readStampedFile(check);
    return undefined;
  }
  if (input === undefined) {
    const alone = output ?? mode ?? (concurrent || undefined);
    if (alone === undefined) return undefined;
    return "--output, --mode and --concurrent are about one bank: give its --input.";
  }
  const bank = readBank(input, mode);
  if (output !== undefined && !existsSync(dirname(output))) {
    return `--output: there is no folder ${dirname(output)}.`;
  }
  if (bank.mode === "clocks" && format === "legacy") return "--format legacy knows no clocks.";
  if (bank.mode === "clocks" && concurrent) {
    return "--concurrent needs one order of withdrawals, and clocks mode has none.";
  }
  if (bank.mode !== "sessions" && propagationDelayMs > 0) {
    return "--propagation-delay is for sessions: elsewhere an answer waits for all branches.";
  }
  return undefined;
}
