/** What a check found. Undecided is never a pass. */
export interface Verdict {
  /** The check, in words, such as `linearizable`. */
  readonly name: string;
  readonly verdict: "PASS" | "FAIL" | "UNDECIDED";
  /** One readable sentence: what was seen, or why nothing could be decided. */
  readonly evidence: string;
}

export function pass(name: string, evidence: string): Verdict {
  return { name, verdict: "PASS", evidence };
}

export function fail(name: string, evidence: string): Verdict {
  return { name, verdict: "FAIL", evidence };
}

export function undecided(name: string, evidence: string): Verdict {
  return { name, verdict: "UNDECIDED", evidence };
}

/** One violation decides; else one undecided check, or none at all, leaves all undecided. */
export function combine(verdicts: readonly Verdict[]): Verdict["verdict"] {
  if (verdicts.some((each) => each.verdict === "FAIL")) return "FAIL";
  const held = verdicts.length > 0 && verdicts.every((each) => each.verdict === "PASS");
  return held ? "PASS" : "UNDECIDED";
}
