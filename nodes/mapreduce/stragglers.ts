/**
 * Which attempts deserve a backup copy (Dean and Ghemawat, OSDI '04, section 3.6): those that will
 * take much longer than tasks of their kind took, judged by how far they have come, as LATE does
 * (Zaharia et al., OSDI '08). Where nobody is slow, no task is run twice.
 */
import type { RunningAttempt } from "./task-state.ts";

export interface BackupLimits {
  /** An attempt that runs for less than this is no straggler. */
  readonly backupAfterMs: number;
}

/** A straggler takes so many times as long as the median of its kind. */
const timesSlower = 2;

/** @param durationsMs of the attempts of this kind that were committed */
export function isStraggler(
  attempt: RunningAttempt,
  durationsMs: readonly number[],
  nowMs: number,
  limits: BackupLimits,
): boolean {
  const elapsedMs = nowMs - attempt.startMs;
  if (durationsMs.length === 0 || elapsedMs < limits.backupAfterMs) return false;
  const sorted = [...durationsMs].sort((one, other) => one - other);
  const medianMs = sorted[sorted.length >> 1] ?? 0;
  const wholeMs = elapsedMs / Math.max(attempt.progress, 1e-9);
  // It is slow, and what is left of it takes longer than to do it all again.
  return wholeMs > timesSlower * medianMs && wholeMs - elapsedMs > medianMs;
}
