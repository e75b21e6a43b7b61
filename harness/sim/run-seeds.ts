/** Runs many seeded schedules of one problem and adds up what was seen. */
import { type Check, combine, type Verdict } from "../check/verdict.ts";
import { ignoreRejections, turn } from "./ignore-rejections.ts";
import { type Conditions, drawPlan } from "./plan.ts";
import type { Problem } from "./problem.ts";
import { Reached } from "./reached.ts";
import { runSchedule, type ScheduleResult } from "./run-schedule.ts";

export interface SeedsOptions {
  /** The first seed. */
  readonly from: number;
  readonly count: number;
  readonly conditions: Conditions;
  /** Whether to go on after a seed that failed. Default false. */
  readonly keepGoing?: boolean;
  /** No seed is begun later than this after the first, in milliseconds of real time. */
  readonly timeLimitMs?: number;
  /** Called after each seed, such as for a progress bar. */
  readonly onResult?: (result: ScheduleResult) => void;
}

/** A seed that did not pass, and what was wrong with it. */
export interface Finding {
  readonly seed: number;
  readonly checks: readonly Check[];
}

export interface SeedsReport {
  readonly problem: string;
  /**
   * FAIL when a seed failed; UNDECIDED when one was undecided, when a kind of fault that was asked
   * for never struck anything, or when the time was over before all seeds were run.
   */
  readonly verdict: Verdict;
  /** Seeds that were run. */
  readonly schedules: number;
  readonly failed: readonly Finding[];
  readonly undecided: readonly Finding[];
  readonly reached: Reached;
  /** Kinds of faults that were asked for and never struck anything. */
  readonly missed: readonly string[];
  /** Whether the time was over before all seeds were run. */
  readonly stopped: boolean;
  /** Events of all schedules, and how long they took in real time. */
  readonly events: number;
  readonly seconds: number;
}

export function runSeeds<State>(
  problem: Problem<State>,
  options: SeedsOptions,
): Promise<SeedsReport> {
  return ignoreRejections(() => runInTurn(problem, options));
}

async function runInTurn<State>(
  problem: Problem<State>,
  options: SeedsOptions,
): Promise<SeedsReport> {
  const { from, count, conditions, keepGoing = false, timeLimitMs, onResult } = options;
  const endsAt = performance.now() + (timeLimitMs ?? Number.POSITIVE_INFINITY);
  const reached = new Reached();
  const failed: Finding[] = [];
  const undecided: Finding[] = [];
  const startedAt = performance.now();
  let schedules = 0;
  let events = 0;
  let stopped = false;
  for (let seed = from; seed < from + count && (keepGoing || failed.length === 0); seed += 1) {
    stopped = performance.now() > endsAt;
    if (stopped) break;
    const result = runSchedule(problem, drawPlan(problem, seed, conditions), seed, conditions);
    const { checks } = result;
    schedules += 1;
    events += result.events;
    reached.merge(result.reached);
    const verdict = combine(checks);
    if (verdict === "FAIL") failed.push({ seed, checks });
    if (verdict === "UNDECIDED") undecided.push({ seed, checks });
    onResult?.(result);
    await turn();
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  const missed = reached.missing(conditions.faults.kinds.keys());
  const isUndecided = undecided.length > 0 || missed.length > 0 || schedules === 0 || stopped;
  const verdict = failed.length > 0 ? "FAIL" : isUndecided ? "UNDECIDED" : "PASS";
  const counts = { problem: problem.name, schedules, events, seconds };
  return { ...counts, verdict, failed, undecided, reached, missed, stopped };
}
