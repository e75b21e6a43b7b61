/** What each algorithm needs and costs. */
export const algorithms = ["oral", "signed", "phase-king"] as const;
export type AlgorithmName = (typeof algorithms)[number];

export interface Army {
  readonly algorithm: AlgorithmName;
  /** n, the commander among them. */
  readonly generals: number;
  /** t, how many traitors there are at most. */
  readonly traitors: number;
}

/** The limits of this implementation. */
export const limits = { generals: 20, traitors: 3 } as const;

/** Why there can be no such army, or undefined. */
export function armyProblem({ generals, traitors }: Omit<Army, "algorithm">): string | undefined {
  const { generals: most, traitors: worst } = limits;
  if (!(Number.isInteger(generals) && generals >= 2 && generals <= most)) {
    return `There must be 2 to ${most} generals, but there are ${generals}.`;
  }
  if (!(Number.isInteger(traitors) && traitors >= 0 && traitors <= worst)) {
    return `There can be 0 to ${worst} traitors (t < ${worst + 1}), but there are ${traitors}.`;
  }
  if (traitors < generals) return undefined;
  return `There must be fewer traitors than generals, but there are ${traitors} of ${generals}.`;
}

/**
 * Whether agreement is certain. Oral messages: the paper's section 2 shows that n ≤ 3t is too few,
 * and no algorithm without signatures does with less. Signed messages do with any n.
 */
export function isGuaranteed({ algorithm, generals, traitors }: Army): boolean {
  return algorithm === "signed" || generals > 3 * traitors;
}

/** Rounds of messages. */
export function roundsOf({ algorithm, traitors }: Army): number {
  return algorithm === "phase-king" ? 1 + 3 * (traitors + 1) : traitors + 1;
}

/**
 * Messages of a campaign in which everybody says what he should.
 * Oral: (n-1) + (n-1)(n-2) + … + (n-1)(n-2)…(n-t-1). Phase king: (n-1) from the commander, then in
 * each of t + 1 phases twice n(n-1) and (n-1) from the king. Signed: each lieutenant sends the one
 * order on to n-2 others, the first round apart; traitors can make that two orders.
 */
export function messagesOf({ algorithm, generals: n, traitors: t }: Army): number {
  if (algorithm === "phase-king") return (n - 1) * (1 + (t + 1) * (2 * n + 1));
  if (algorithm === "signed") return (n - 1) * (t === 0 ? 1 : n - 1);
  let [total, round] = [0, 1];
  for (let length = 1; length <= t + 1; length++) {
    round *= Math.max(n - length, 0);
    total += round;
  }
  return total;
}
