/**
 * Judges a stored history: Jepsen's register log, Jepsen's EDN maps, or our `history.jsonl`.
 *
 *     bun run harness/check.ts results/runs/latest/history.jsonl
 *
 * Prints a table of the consistency rungs, each with its evidence, and a verdict line. Exits 0 when
 * the history keeps the rung that was asked for, 1 when it breaks it (or its versions do not follow
 * time), 2 when that could not be decided, 64 on bad usage or a file that is no history.
 */
import { readFile } from "node:fs/promises";
import { CommanderError } from "commander";
import { commandWith, flag, type Options, UsageError } from "../nodes/host/flags.ts";
import { HistoryError, type Operation, pairOperations } from "./check/history.ts";
import { ImportError, importHistory } from "./check/importers.ts";
import { climb, type Ladder, RUNGS, type RungName } from "./check/ladder.ts";
import type { Model } from "./check/model.ts";
import {
  guessModelName,
  MODEL_NAMES,
  modelNamed,
  refuseUnknownOperations,
} from "./check/models/choose.ts";
import { type Check, combine, type Verdict } from "./check/verdict.ts";
import { versionOrder } from "./check/version-order.ts";
import { type ExitCode, exitCodeOf, exitCodes } from "./kit/exit-code.ts";
import { renderTable, showVerdict, stdoutScreen } from "./kit/table.ts";

const checkFlags = {
  model: flag.choice("by what one copy would answer", ["guess", ...MODEL_NAMES], "guess"),
  tombstoneUnknown: flag.switch("file store: deleting an unknown uuid succeeds (quorum)"),
  rung: {
    ...flag.choice(`what must hold: ${RUNGS.join(", ")}`, RUNGS, "linearizable"),
    placeholder: "RUNG",
  },
  timeLimitMs: flag.integer("for all searches together", {
    min: 1,
    max: 3_600_000,
    fallback: 10_000,
    unit: "ms",
  }),
  quietAtMs: flag.optional(
    flag.integer("from when on the history's clock all was quiet; for the rung eventual", {
      min: 0,
      max: Number.MAX_SAFE_INTEGER,
      unit: "ms",
    }),
  ),
  json: flag.switch("one JSON document on stdout instead of text"),
};

type CheckOptions = Options<typeof checkFlags>;

/** What `--json` prints, as one object. */
interface Report {
  readonly file: string;
  readonly model: string;
  readonly operations: number;
  /** The rung that was asked for, and whether the history keeps it. */
  readonly rung: RungName;
  readonly verdict: Verdict;
  readonly highest: RungName | null;
  readonly rungs: readonly Check[];
  readonly versionOrder: Check;
}

async function main(commandLine: readonly string[]): Promise<ExitCode> {
  try {
    const { file, options } = parse(commandLine);
    const report = judge(file, pairOperations(importHistory(await read(file))), options);
    console.log(options.json ? JSON.stringify(report, null, 2) : asText(report));
    return exitCodeOf(report.verdict);
  } catch (error) {
    const expected = [UsageError, HistoryError, ImportError].some((kind) => error instanceof kind);
    if (!expected) throw error;
    console.error((error as Error).message);
    return exitCodes.usage;
  }
}

/** `--help` prints and ends the process with 0. @throws UsageError */
function parse(commandLine: readonly string[]): { file: string; options: CheckOptions } {
  const summary = "Judges a stored history of operations by the ladder of consistency rungs.";
  const command = commandWith("bun run harness/check.ts", summary, checkFlags).argument(
    "<file>",
    "Jepsen's register log, EDN maps of a key-value store, or JSONL events",
  );
  try {
    command.parse([...commandLine], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) process.exit(0);
    throw new UsageError(`${error.message.replace(/^error: /, "")} See --help.`);
  }
  return { file: command.args[0] ?? "", options: command.opts() };
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new ImportError(`${file} cannot be read: ${(error as Error).message}`);
  }
}

function judge(file: string, operations: readonly Operation[], options: CheckOptions): Report {
  const { rung, timeLimitMs, quietAtMs, tombstoneUnknown } = options;
  const name = options.model === "guess" ? guessModelName(operations) : options.model;
  const model: Model<unknown> = modelNamed(name, { tombstoneUnknown });
  refuseUnknownOperations(model, operations);
  const limits = { timeLimitMs, ...(quietAtMs === undefined ? {} : { quietAtMs }) };
  const ladder = climb(model, operations, limits);
  const versions = versionOrder(model, operations);
  return {
    file,
    model: model.name,
    operations: operations.length,
    rung,
    verdict: verdictOf(ladder, rung, versions),
    highest: ladder.highest ?? null,
    rungs: ladder.rungs,
    versionOrder: versions,
  };
}

/** A history without versions is judged without them. */
function verdictOf(ladder: Ladder, name: RungName, versions: Check): Verdict {
  const asked = ladder.rungs.filter((rung) => rung.name === name);
  return combine(versions.verdict === "FAIL" ? [...asked, versions] : asked);
}

function asText(report: Report): string {
  const screen = stdoutScreen();
  const rows = [...report.rungs, report.versionOrder].map(({ name, verdict, evidence }) => [
    name,
    showVerdict(verdict, screen),
    evidence,
  ]);
  return [
    renderTable({ head: ["rung", "verdict", "evidence"], rows }, screen),
    `${report.operations} operations, model ${report.model}; ` +
      `highest rung that holds: ${report.highest ?? "none"}`,
    `${report.rung}: ${showVerdict(report.verdict, screen)}`,
  ].join("\n");
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
