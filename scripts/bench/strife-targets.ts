/** The speeds that Strife is to reach (issue 7), and whether it does. */
import type { Row } from "./csv.ts";
import { count, milliseconds } from "./markdown.ts";
import { type Growth, growthOf } from "./strife-growth.ts";
import { type Measurement, middleOf } from "./strife-throughput.ts";

const targets = {
  clients: 32,
  perSecond: 1_500,
  pairRatio: 2,
  oneClientMs: 6,
  hotShare: 0.7,
  finished: 10_000,
  open: 100,
  readyMs: 1_000,
  payments: 100_000,
  /** What chance makes of two equal times on a machine that does other things too. */
  growth: 1.1,
};

export interface TargetLine extends Row {
  readonly target: string;
  readonly at: string;
  readonly measured: string;
  readonly verdict: "reached" | "MISSED" | "not measured";
}

/** @param pairRatio payments a second over those of the pair of PostgreSQL servers */
export function targetsOf(
  rows: readonly Measurement[],
  grown: Growth | undefined,
  pairRatio: number | undefined,
): TargetLine[] {
  const { clients } = targets;
  const many = middleOf(rows, clients, "spread", "per_second");
  const hot = middleOf(rows, clients, "hot", "per_second");
  const share = many === undefined || hot === undefined ? undefined : hot / many;
  const recovery =
    grown?.open === targets.open
      ? grown.recoveries.find(({ finished }) => finished >= targets.finished)?.readyMs
      : undefined;
  const last = grown?.rows.at(-1)?.payments ?? 0;
  const growth =
    grown !== undefined && last >= 0.9 * targets.payments ? growthOf(grown.rows) : undefined;
  const times = (value: number) => value.toFixed(2);
  return [
    atLeast(`${clients} clients, 2 banks: payments a second`, targets.perSecond, many, count),
    atLeast(`${clients} clients: over a pair of PostgreSQL`, targets.pairRatio, pairRatio, times),
    atMost(
      "one client in sequence: p50, ms",
      targets.oneClientMs,
      middleOf(rows, 1, "spread", "p50_ms"),
      milliseconds,
    ),
    atLeast("one account for all: share of the spread load", targets.hotShare, share, times),
    atMost(
      `gateway ready again, ${count(targets.finished)} finished, ${targets.open} open: ms`,
      targets.readyMs,
      recovery,
      milliseconds,
    ),
    atMost("time a payment, last quarter over first", targets.growth, growth, times),
  ];
}

type Show = (value: number) => string;

function atLeast(target: string, bound: number, value: number | undefined, show: Show) {
  return line(target, `at least ${show(bound)}`, value, (value ?? 0) >= bound, show);
}

function atMost(target: string, bound: number, value: number | undefined, show: Show) {
  return line(target, `at most ${show(bound)}`, value, value !== undefined && value <= bound, show);
}

function line(
  target: string,
  at: string,
  value: number | undefined,
  reached: boolean,
  show: Show,
): TargetLine {
  if (value === undefined) return { target, at, measured: "", verdict: "not measured" };
  return { target, at, measured: show(value), verdict: reached ? "reached" : "MISSED" };
}
