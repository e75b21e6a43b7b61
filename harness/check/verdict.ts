import type { Sentence } from "./sentence.ts";

/** What a check came to. `UNDECIDED`: it could not see enough; it is never a pass. */
export type Verdict = "PASS" | "FAIL" | "UNDECIDED";

/** One thing that was looked at, and what was seen. */
export interface Check {
  /** What must hold, such as `every backup holds the write`. */
  readonly name: string;
  readonly verdict: Verdict;
  /** What was seen, with the figures; one or a few sentences. */
  readonly evidence: string;
  /** The operations of the history that the evidence tells of, where it tells of some. */
  readonly witness?: readonly WitnessOperation[];
}

/** An operation as it is found in its history. */
export interface WitnessOperation {
  readonly process: string;
  /** The time of its `invoke`. */
  readonly invokedAt: number;
}

/** The verdict on all: one FAIL fails, one UNDECIDED or no check at all leaves it undecided. */
export function combine(checks: readonly Check[]): Verdict {
  if (checks.some((check) => check.verdict === "FAIL")) return "FAIL";
  const decided = checks.length > 0 && checks.every((check) => check.verdict === "PASS");
  return decided ? "PASS" : "UNDECIDED";
}

/** It held. */
export function pass(name: string, evidence: string): Check {
  return { name, verdict: "PASS", evidence };
}

/** It was violated; the operations that a sentence is about are the witness. */
export function fail(name: string, evidence: string | Sentence): Check {
  if (typeof evidence === "string") return { name, verdict: "FAIL", evidence };
  const { text, about } = evidence;
  const witness = about.map(({ process, invokedAt }) => ({ process, invokedAt }));
  return { name, verdict: "FAIL", evidence: text, ...(witness.length > 0 ? { witness } : {}) };
}

/** It could not be decided, for this reason. */
export function undecided(name: string, evidence: string): Check {
  return { name, verdict: "UNDECIDED", evidence };
}
