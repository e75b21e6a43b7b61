import { exitCodes as processExitCodes } from "../../nodes/host/exit-codes.ts";
import type { Verdict } from "../check/verdict.ts";

/** How a harness command ends (section 5 of the design). */
export const exitCodes = {
  pass: processExitCodes.ok,
  violated: 1,
  undecided: 2,
  usage: processExitCodes.usage,
  harnessFailed: processExitCodes.software,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

const codesOfVerdicts = {
  PASS: exitCodes.pass,
  FAIL: exitCodes.violated,
  UNDECIDED: exitCodes.undecided,
} as const satisfies Record<Verdict, ExitCode>;

/** The exit code of a run that came to its end by itself. */
export function exitCodeOf(verdict: Verdict): ExitCode {
  return codesOfVerdicts[verdict];
}
