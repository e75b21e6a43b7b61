/** What a check came to. `UNDECIDED`: it could not see enough; it is never a pass. */
export type Verdict = "PASS" | "FAIL" | "UNDECIDED";

/** One thing that was looked at, and what was seen. */
export interface Check {
  /** What must hold, such as `every backup holds the write`. */
  readonly name: string;
  readonly verdict: Verdict;
  /** What was seen, with the figures; one or a few sentences. */
  readonly evidence: string;
}

/** The verdict on all: one FAIL fails, one UNDECIDED or no check at all leaves it undecided. */
export function combine(checks: readonly Check[]): Verdict {
  if (checks.some((check) => check.verdict === "FAIL")) return "FAIL";
  const decided = checks.length > 0 && checks.every((check) => check.verdict === "PASS");
  return decided ? "PASS" : "UNDECIDED";
}

export function pass(name: string, evidence: string): Check {
  return { name, verdict: "PASS", evidence };
}

export function fail(name: string, evidence: string): Check {
  return { name, verdict: "FAIL", evidence };
}

export function undecided(name: string, evidence: string): Check {
  return { name, verdict: "UNDECIDED", evidence };
}
