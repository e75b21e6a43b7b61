import { join, relative } from "node:path";
import type { Check, Verdict } from "../check/verdict.ts";
import type { ExitCode } from "./exit-code.ts";
import type { Versions } from "./repository.ts";
import type { Output } from "./run-context.ts";
import type { Ending } from "./run-watch.ts";
import { renderTable, type Screen, showVerdict } from "./table.ts";

/** What `run.json` holds. */
export interface RunRecord {
  readonly problem: string;
  readonly verdict: Verdict;
  /** Of the command; `verdict` alone does not tell a failed harness or an interruption. */
  readonly exitCode: ExitCode;
  readonly ending: Ending["how"];
  /** Why the harness itself failed; only where `ending` is `failed`. */
  readonly error?: string;
  readonly seed: number;
  /** All flags by their names in camel case with their values, defaults included. */
  readonly options: object;
  /** The command that does the same run again. */
  readonly replay: string;
  /** Absolute path of the run's folder. */
  readonly folder: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly versions: Versions;
  /** When the history's clock began, in milliseconds since 1970, fractional; 0 if it is virtual. */
  readonly clockOriginMs: number;
  /** Remote methods that pictures leave out, such as heartbeats. */
  readonly hidden?: readonly string[];
}

/** What `--json` prints. */
export interface JsonReport extends RunRecord {
  readonly checks: readonly Check[];
  /** What the run showed, in order: texts, and tables as `{ title, head, rows }`. */
  readonly output: readonly Output[];
  /** What the command documents as its result for programs, where it has one. */
  readonly result?: object;
}

/** The end of a run as text: the checks, the verdict, how to do it again, where it is kept. */
export function renderReport(record: RunRecord, checks: readonly Check[], screen: Screen): string {
  const rows = checks.map(({ name, verdict, evidence }) => [
    name,
    showVerdict(verdict, screen),
    evidence,
  ]);
  const table = { head: ["check", "verdict", "evidence"], rows };
  return [
    "",
    rows.length > 0 ? renderTable(table, screen) : "No check was made.",
    renderVerdict(record, screen),
  ].join("\n");
}

/** The last lines: the verdict, how to do it again, where it is kept. */
export function renderVerdict(record: RunRecord, screen: Screen): string {
  const seconds = (record.durationMs / 1000).toFixed(1);
  return [
    `${showVerdict(record.verdict, screen)}  ${record.problem}, ${seconds} s`,
    `  again:  ${record.replay}`,
    `  folder: ${relative(process.cwd(), record.folder)}`,
    `  look:   ${relative(process.cwd(), join(record.folder, "index.html"))}`,
    "",
  ].join("\n");
}
