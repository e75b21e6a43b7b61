/**
 * The participant of two-phase commit with presumed abort: a bank, for one transaction.
 * (Gray and Lamport 2006, "Consensus on transaction commit", section 3, the resource manager;
 * Bernstein, Hadzilacos and Goodman 1987, section 7.4, the participant and its uncertainty period.)
 *
 *     working ──prepare, can──▶ prepared ──commit──▶ committed
 *        │                          │
 *        └──prepare, can't; abort──▶└──abort──▶ aborted
 *
 * Between its Yes and the decision a participant is in doubt: it may decide nothing by itself.
 * Every transition is made durable before anyone is told of it.
 */

/** `working`: the participant has not heard of the transaction, or has not voted. */
export type Phase = "working" | "prepared" | "committed" | "aborted";

/** What becomes of the money: reserved, moved, set free, or as it was. */
export type Effect = "reserve" | "move" | "release" | "none";

export interface Step {
  readonly phase: Phase;
  readonly effect: Effect;
}

/** @param can whether the money can be moved; asked for only where that is still open */
export function onPrepare(phase: Phase, can: () => boolean): Step {
  if (phase !== "working") return { phase, effect: "none" };
  return can() ? { phase: "prepared", effect: "reserve" } : { phase: "aborted", effect: "none" };
}

/** A participant that is prepared, or that was and has committed since, has voted Yes. */
export function votesYes(phase: Phase): boolean {
  return phase === "prepared" || phase === "committed";
}

/** @returns undefined where no commit can have been decided: this participant never voted Yes */
export function onCommit(phase: Phase): Step | undefined {
  switch (phase) {
    case "prepared":
      return { phase: "committed", effect: "move" };
    case "committed":
      return { phase, effect: "none" };
    default:
      return undefined;
  }
}

/** @returns undefined where no abort can have been decided: this participant has committed */
export function onAbort(phase: Phase): Step | undefined {
  switch (phase) {
    case "working":
      // It is remembered, so that a prepare that arrives late is refused.
      return { phase: "aborted", effect: "none" };
    case "prepared":
      return { phase: "aborted", effect: "release" };
    case "aborted":
      return { phase, effect: "none" };
    default:
      return undefined;
  }
}
