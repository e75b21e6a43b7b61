/**
 * Judges a stored history: Jepsen's register log, Jepsen's EDN maps, or our `history.jsonl`.
 *
 *     bun harness/check.ts results/runs/latest/history.jsonl
 *
 * Prints a table of the consistency rungs, each with its evidence, and a verdict line. Exits 0 when
 * the history keeps the rung that was asked for, 1 when it breaks it (or its versions do not follow
 * time), 2 when that could not be decided, 64 on bad usage or a file that is no history.
 */
import { readFile } from "node:fs/promises";
import Table from "cli-table3";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { HistoryError, type Operation, pairOperations } from "./check/history.ts";
import { ImportError, importHistory } from "./check/importers.ts";
import { climb, type Ladder, RUNGS, type RungName } from "./check/ladder.ts";
import type { Model } from "./check/model.ts";
import {
  guessModelName,
  MODEL_NAMES,
  type ModelName,
  modelNamed,
  refuseUnknownOperations,
} from "./check/models/choose.ts";
import { type Check, combine, type Verdict } from "./check/verdict.ts";
import { versionOrder } from "./check/version-order.ts";

const EXIT_USAGE = 64;
const EXIT_OF: Record<Verdict, number> = { PASS: 0, FAIL: 1, UNDECIDED: 2 };
const EVIDENCE_COLUMNS = 80;

interface CheckFlags {
  readonly model?: ModelName;
  readonly tombstoneUnknown?: boolean;
  readonly rung: RungName;
  /** Seconds. */
  readonly timeLimit: number;
  /** Milliseconds on the history's clock. */
  readonly quietAt?: number;
  readonly json?: boolean;
}

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

const command = new Command("check")
  .description("Judges a stored history of operations by the ladder of consistency rungs.")
  .argument("<file>", "Jepsen register log, EDN maps of a key-value store, or JSONL events")
  .addOption(new Option("--model <name>", "guessed when not given").choices(MODEL_NAMES))
  .option("--tombstone-unknown", "file store: deleting an unknown uuid succeeds (quorum)")
  .addOption(
    new Option("--rung <name>", "the rung that must hold").choices(RUNGS).default("linearizable"),
  )
  .option("--time-limit <seconds>", "for all searches together", seconds, 10)
  .option("--quiet-at <ms>", "from when on all was quiet; for the rung eventual", milliseconds)
  .option("--json", "print one JSON object instead of tables")
  .exitOverride();

function seconds(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value < Number.POSITIVE_INFINITY)) {
    throw new InvalidArgumentError("It must be a positive number of seconds.");
  }
  return value;
}

function milliseconds(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) {
    throw new InvalidArgumentError("It must be a number of milliseconds.");
  }
  return value;
}

async function main(argv: readonly string[]): Promise<number> {
  try {
    command.parse(argv, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_USAGE;
    throw error;
  }
  const [file = ""] = command.args;
  const flags = command.opts<CheckFlags>();
  try {
    const report = judge(file, pairOperations(importHistory(await read(file))), flags);
    console.log(flags.json ? JSON.stringify(report, null, 2) : asTable(report));
    return EXIT_OF[report.verdict];
  } catch (error) {
    if (!(error instanceof HistoryError || error instanceof ImportError)) throw error;
    console.error(`${file}: ${error.message}`);
    return EXIT_USAGE;
  }
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new ImportError(`cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

function judge(file: string, operations: readonly Operation[], flags: CheckFlags): Report {
  const name = flags.model ?? guessModelName(operations);
  const model: Model<unknown> = modelNamed(name, {
    tombstoneUnknown: flags.tombstoneUnknown ?? false,
  });
  refuseUnknownOperations(model, operations);
  const ladder = climb(model, operations, {
    timeLimitMs: flags.timeLimit * 1000,
    ...(flags.quietAt === undefined ? {} : { quietAtMs: flags.quietAt }),
  });
  const versions = versionOrder(model, operations);
  return {
    file,
    model: model.name,
    operations: operations.length,
    rung: flags.rung,
    verdict: verdictOf(ladder, flags.rung, versions),
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

function asTable(report: Report): string {
  const table = new Table({
    head: ["rung", "verdict", "evidence"],
    colWidths: [null, null, EVIDENCE_COLUMNS],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  for (const { name, verdict, evidence } of [...report.rungs, report.versionOrder]) {
    table.push([name, verdict, evidence]);
  }
  const highest = report.highest ?? "none";
  return (
    `${table}\n${report.operations} operations, model ${report.model}; highest rung that holds: ` +
    `${highest}\n${report.rung}: ${report.verdict}`
  );
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
