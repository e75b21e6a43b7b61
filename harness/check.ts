/**
 * Judges a stored history: Jepsen's register log, Jepsen's EDN maps, or our `history.jsonl`.
 *
 *     bun run harness/check.ts results/runs/latest/history.jsonl --protocol blocking
 *
 * Prints a table of the consistency rungs, each with its evidence, and a verdict line; with
 * `--protocol` the checks of what that protocol of the file store promises. Exits 0 when the
 * history keeps what was asked for, 1 when it breaks it (or its versions do not follow time), 2
 * when that could not be decided, 64 on bad usage or a file that is no history.
 */
import { readFile } from "node:fs/promises";
import {
  commandWith,
  flag,
  type Options,
  optionsOf,
  refuseUsage,
  UsageError,
} from "../nodes/host/flags.ts";
import { type Event, HistoryError, pairOperations } from "./check/history.ts";
import { ImportError, importHistory } from "./check/importers.ts";
import { judgeFileStore } from "./check/judge-file-store.ts";
import { climb, type Ladder, RUNGS, type RungName } from "./check/ladder.ts";
import type { Model } from "./check/model.ts";
import {
  guessModelName,
  MODEL_NAMES,
  modelNamed,
  refuseUnknownOperations,
} from "./check/models/choose.ts";
import { FILE_STORE_PROMISES, type FileStoreProtocol } from "./check/promises.ts";
import { type Check, combine, type Verdict } from "./check/verdict.ts";
import { versionOrder } from "./check/version-order.ts";
import { type ExitCode, exitCodeOf, exitCodes } from "./kit/exit-code.ts";
import { renderTable, showVerdict, stdoutScreen } from "./kit/table.ts";

const protocols = Object.keys(FILE_STORE_PROMISES) as FileStoreProtocol[];

const checkFlags = {
  protocol: flag.optional({
    ...flag.choice(`what the file store ran: ${protocols.join(", ")}`, protocols, "blocking"),
    placeholder: "PROTOCOL",
  }),
  model: flag.choice("by what one copy would answer", ["guess", ...MODEL_NAMES], "guess"),
  tombstoneUnknown: flag.switch("file store: deleting an unknown uuid succeeds (quorum)"),
  rung: {
    ...flag.choice(`what must hold: ${RUNGS.join(", ")}`, RUNGS, "linearizable"),
    placeholder: "RUNG",
  },
  timeLimitMs: flag.duration("for all searches together", {
    minMs: 1,
    maxMs: 3_600_000,
    fallbackMs: 10_000,
  }),
  quietAt: flag.optional(
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
  /** The rung or the protocol that was asked for, and whether the history keeps it. */
  readonly promise: RungName | FileStoreProtocol;
  readonly verdict: Verdict;
  /** Without `--protocol`: the highest rung that holds. */
  readonly highest?: RungName | null;
  readonly checks: readonly Check[];
}

async function main(commandLine: readonly string[]): Promise<ExitCode> {
  try {
    const { file, options } = parse(commandLine);
    const report = judge(file, importHistory(await read(file)), options);
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
    refuseUsage(error);
  }
  return { file: command.args[0] ?? "", options: optionsOf(command, checkFlags) };
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new ImportError(`${file} cannot be read: ${(error as Error).message}`);
  }
}

function judge(file: string, events: readonly Event[], options: CheckOptions): Report {
  const { protocol } = options;
  if (protocol !== undefined) return judgeProtocol(file, events, protocol, options);
  const { rung, timeLimitMs, quietAt, tombstoneUnknown } = options;
  const operations = pairOperations(events);
  const name = options.model === "guess" ? guessModelName(operations) : options.model;
  const model: Model<unknown> = modelNamed(name, { tombstoneUnknown });
  refuseUnknownOperations(model, operations);
  const limits = { timeLimitMs, ...(quietAt === undefined ? {} : { quietAtMs: quietAt }) };
  const ladder = climb(model, operations, limits);
  const versions = versionOrder(model, operations);
  return {
    file,
    model: model.name,
    operations: operations.length,
    promise: rung,
    verdict: verdictOf(ladder, rung, versions),
    highest: ladder.highest ?? null,
    checks: [...ladder.rungs, versions],
  };
}

function judgeProtocol(
  file: string,
  events: readonly Event[],
  protocol: FileStoreProtocol,
  { timeLimitMs, quietAt }: CheckOptions,
): Report {
  const quiet = quietAt === undefined ? {} : { quietAtMs: quietAt };
  const checks = judgeFileStore(protocol, events, { limits: { timeLimitMs }, ...quiet });
  const operations = pairOperations(events).length;
  const verdict = combine(checks);
  return { file, model: "file-store", operations, promise: protocol, verdict, checks };
}

/** A history without versions is judged without them. */
function verdictOf(ladder: Ladder, name: RungName, versions: Check): Verdict {
  const asked = ladder.rungs.filter((rung) => rung.name === name);
  return combine(versions.verdict === "FAIL" ? [...asked, versions] : asked);
}

function asText(report: Report): string {
  const screen = stdoutScreen();
  const { operations, model, highest, promise, verdict } = report;
  const rows = report.checks.map((check) => [
    check.name,
    showVerdict(check.verdict, screen),
    check.evidence,
  ]);
  const rung = highest === undefined ? "" : `; highest rung that holds: ${highest ?? "none"}`;
  return [
    renderTable({ head: ["check", "verdict", "evidence"], rows }, screen),
    `${operations} operations, model ${model}${rung}`,
    `${promise}: ${showVerdict(verdict, screen)}`,
  ].join("\n");
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
