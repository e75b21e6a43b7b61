import type { Verdict } from "../check/verdict.ts";

/** How a harness command ends (section 5 of the design; 64 and 70 are those of sysexits.h). */
export const ExitCode = {
  pass: 0,
  violated: 1,
  undecided: 2,
  usage: 64,
  harnessFailed: 70,
  interrupted: 130,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

const ofVerdict = {
  PASS: ExitCode.pass,
  FAIL: ExitCode.violated,
  UNDECIDED: ExitCode.undecided,
} as const satisfies Record<Verdict, ExitCode>;

export function exitCodeOf(verdict: Verdict): ExitCode {
  return ofVerdict[verdict];
}
