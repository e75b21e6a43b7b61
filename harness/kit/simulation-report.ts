/** What a run of many schedules came to: as one object, put together from shares, and as text. */
import { combine, type Verdict } from "../check/verdict.ts";
import { Reached } from "../sim/reached.ts";
import type { Finding, SeedsReport } from "../sim/run-seeds.ts";
import { renderTable, type Screen } from "./table.ts";

/** What `harness/sim.ts --json` prints. */
export interface SimulationReport {
  /** The problem's name, such as `quorum regular`. */
  readonly problem: string;
  readonly verdict: Verdict;
  /** Schedules that were run, and events in them. */
  readonly schedules: number;
  readonly events: number;
  /** Of real time, and how many schedules ran in each. */
  readonly seconds: number;
  readonly schedulesPerSecond: number;
  readonly failed: readonly Finding[];
  readonly undecided: readonly Finding[];
  /** Kinds of faults that were asked for and never struck anything. */
  readonly missed: readonly string[];
  /** Whether the time was over before all schedules were run. */
  readonly stopped: boolean;
  /** How often a kind of fault struck a method (or a disk operation) in flight. */
  readonly reached: readonly { kind: string; method: string; count: number }[];
}

export function asJson(report: SeedsReport): SimulationReport {
  const { problem, verdict, schedules, events, seconds, failed, undecided, missed } = report;
  const schedulesPerSecond = schedules / seconds;
  const counts = { problem, verdict, schedules, events, seconds, schedulesPerSecond };
  const { stopped } = report;
  return { ...counts, failed, undecided, missed, stopped, reached: report.reached.rows() };
}

/**
 * @param shares of one problem, at least one
 * @param kinds that were asked for
 * @param seconds that all took together
 * @param asked how many schedules were asked for
 */
export function mergeReports(
  shares: readonly SimulationReport[],
  kinds: Iterable<string>,
  seconds: number,
  asked: number,
): SimulationReport {
  const reached = new Reached();
  for (const { kind, method, count } of shares.flatMap((share) => share.reached))
    reached.strike(kind, method, count);
  const missed = reached.missing(kinds);
  const failed = shares.flatMap((share) => share.failed);
  const undecided = shares.flatMap((share) => share.undecided);
  const findings = [...failed, ...undecided].flatMap(({ checks }) => checks);
  const total = (of: (share: SimulationReport) => number) =>
    shares.reduce((sum, share) => sum + of(share), 0);
  const schedules = total((share) => share.schedules);
  const isFailed = failed.length > 0;
  const stopped = !isFailed && schedules < asked;
  const isPassed = findings.length === 0 && missed.length === 0 && !stopped;
  return {
    problem: shares[0]?.problem ?? "",
    verdict: isPassed ? "PASS" : combine(findings),
    schedules,
    events: total((share) => share.events),
    seconds,
    schedulesPerSecond: schedules / seconds,
    failed,
    undecided,
    missed,
    stopped,
    reached: reached.rows(),
  };
}

/** What the faults reached, as a table: a row a kind, what it struck, how often. */
export function renderReached(report: SimulationReport, screen: Screen): string {
  const byKind = Map.groupBy(report.reached, ({ kind }) => kind);
  const rows = [...byKind].map(([kind, struck]) => [
    kind,
    struck.map(({ method, count }) => `${method} ${count}`).join(", "),
  ]);
  for (const kind of report.missed) rows.push([kind, "nothing"]);
  if (rows.length === 0) return "No fault was asked for.";
  return renderTable({ head: ["fault", "struck in flight"], rows }, screen);
}
