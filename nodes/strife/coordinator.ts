/**
 * The coordinator of two-phase commit with presumed abort: the gateway, for one transaction.
 * (Bernstein, Hadzilacos and Goodman 1987, section 7.4; presumed abort: Mohan, Lindsay and
 * Obermarck 1986, section 3.)
 *
 *     voting ──all Yes──▶ committed ──all have acknowledged──▶ ended
 *        └──a No, a time-out, a crash──▶ aborted
 *
 * The commit is made durable before anyone hears of it. An abort need not be: of what a coordinator
 * does not know, everybody presumes that it was aborted.
 */

export type Phase = "voting" | "committed" | "aborted" | "ended";

export interface Coordination {
  readonly phase: Phase;
  /** Voting: who has not voted. Committed: who has not acknowledged. */
  readonly awaited: ReadonlySet<string>;
}

/** @param voters one at least */
export function begin(voters: Iterable<string>): Coordination {
  return { phase: "voting", awaited: new Set(voters) };
}

/** The last Yes decides for commit, the first No for abort. A vote after the decision is late. */
export function onVote(
  coordination: Coordination,
  voter: string,
  yes: boolean,
  voters: Iterable<string>,
): Coordination {
  if (coordination.phase !== "voting") return coordination;
  if (!yes) return { phase: "aborted", awaited: new Set() };
  const awaited = without(coordination.awaited, voter);
  if (awaited.size > 0) return { phase: "voting", awaited };
  return { phase: "committed", awaited: new Set(voters) };
}

/** A time-out aborts before the decision, and never after it. */
export function onTimeout(coordination: Coordination): Coordination {
  return coordination.phase === "voting" ? { phase: "aborted", awaited: new Set() } : coordination;
}

/** Once all voters have committed, nobody will ask any more. */
export function onAcknowledgement(coordination: Coordination, voter: string): Coordination {
  if (coordination.phase !== "committed") return coordination;
  const awaited = without(coordination.awaited, voter);
  return { phase: awaited.size === 0 ? "ended" : "committed", awaited };
}

function without(set: ReadonlySet<string>, item: string): ReadonlySet<string> {
  return new Set([...set].filter((each) => each !== item));
}
