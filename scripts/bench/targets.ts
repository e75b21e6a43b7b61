/** Figures that were asked for beside those that were reached; the same table for every system. */
import type { Row } from "./csv.ts";
import { markdownTable } from "./markdown.ts";

export interface Target {
  /** What is measured, with its unit. */
  readonly target: string;
  readonly comparison: "≥" | "≤" | "<" | ">";
  readonly limit: number;
  /** Undefined: it was not measured. */
  readonly measured: number | undefined;
  /** What the figure comes from, in a few words. */
  readonly evidence: string;
}

export interface TargetRow extends Row {
  readonly target: string;
  /** Such as `≥ 1500`. */
  readonly bound: string;
  /** Empty when it was not measured. */
  readonly measured: number | "";
  readonly reached: "yes" | "no" | "not measured";
  readonly evidence: string;
}

type Measured = number | undefined;

export function atLeast(target: string, limit: number, measured: Measured, evidence = ""): Target {
  return { target, comparison: "≥", limit, measured, evidence };
}

export function atMost(target: string, limit: number, measured: Measured, evidence = ""): Target {
  return { target, comparison: "≤", limit, measured, evidence };
}

export function below(target: string, limit: number, measured: Measured, evidence = ""): Target {
  return { target, comparison: "<", limit, measured, evidence };
}

export function above(target: string, limit: number, measured: Measured, evidence = ""): Target {
  return { target, comparison: ">", limit, measured, evidence };
}

export function isReached({ comparison, limit, measured }: Target): boolean | undefined {
  if (measured === undefined) return undefined;
  if (comparison === "≥") return measured >= limit;
  if (comparison === "≤") return measured <= limit;
  return comparison === "<" ? measured < limit : measured > limit;
}

export function targetRows(targets: readonly Target[]): TargetRow[] {
  return targets.map((each) => {
    const { target, comparison, limit, measured, evidence } = each;
    const reached = isReached(each);
    return {
      target,
      bound: `${comparison} ${limit}`,
      measured: measured === undefined ? "" : Number(measured.toPrecision(4)),
      reached: reached === undefined ? "not measured" : reached ? "yes" : "no",
      evidence,
    };
  });
}

export function targetTable(rows: readonly TargetRow[]): string {
  const head = ["target", "bound", "measured", "reached", "evidence"];
  return markdownTable({
    head,
    rows: rows.map(({ target, bound, measured, reached, evidence }) => {
      const word = reached === "no" ? "MISSED" : reached;
      return [target, bound, measured.toLocaleString("en-GB"), word, evidence];
    }),
  });
}
