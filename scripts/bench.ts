/**
 * Runs the benchmarks of all systems, or of some, one at a time, and writes what they measure to
 * `results/<system>/`: raw tables (CSV), tables to read, statistics, targets, graphs, and on what
 * machine. `--smoke` only sees that they work, and leaves results alone. `--compare` measures
 * nothing: it says for each row that two tables have in common whether the difference is real.
 * Ends with 0 when all ran, also where targets are missed; 1 when one failed, or with `--compare`
 * when something is really worse; 2 when the two tables have nothing in common; 64 on bad usage; 69
 * when all that failed is that a program of others is missing.
 *
 * Copy: `bun run bench filestore balancer --peers`,
 * `bun run bench --compare older/throughput.csv results/filestore/throughput.csv`
 */
import { basename, join, resolve } from "node:path";
import { $ } from "zx";
import { repositoryRoot } from "../harness/kit/repository.ts";
import { RunFolder } from "../harness/kit/run-folder.ts";
import { renderTable, stdoutScreen } from "../harness/kit/table.ts";
import { exitCodes } from "../nodes/host/exit-codes.ts";
import { commandWith, flag, optionsOf, refuseUsage, UsageError } from "../nodes/host/flags.ts";
import { type BenchRun, planOf, systems } from "./bench/bench-plan.ts";
import { catalog } from "./bench/catalog.ts";
import { differences, differencesPage } from "./bench/compare-results.ts";
import { type CsvTable, fromCsv } from "./bench/csv.ts";
import { ResultFolder } from "./bench/result-folder.ts";

const flags = {
  smoke: flag.switch("only to see that all works; results are left alone"),
  peers: flag.switch("beside programs of others too: etcd, nginx, PySpark, PostgreSQL"),
  compare: flag.optional(flag.text("OTHER.csv", "compare with this table, and measure nothing")),
  seed: flag.optional(flag.integer("seed of all that is random", { min: 0, max: 2 ** 32 - 1 })),
  repeats: flag.optional(flag.integer("of each measurement", { min: 1, max: 1_000 })),
};

interface Outcome extends BenchRun {
  readonly exitCode: number;
  readonly seconds: number;
  /** Such as `5 of 7`. */
  readonly targets: string;
}

/** @param elsewhere a folder for the results; undefined for where each benchmark puts its own */
async function runAll(
  runs: readonly BenchRun[],
  elsewhere: string | undefined,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [index, run] of runs.entries()) {
    const text = `bun run ${run.command.join(" ")}`;
    process.stderr.write(`[${index + 1} of ${runs.length}] ${text}\n`);
    // Results say which command made them: it must not hold a path of this machine.
    const output = elsewhere === undefined ? [] : ["--output", join(elsewhere, run.system)];
    const place = join(elsewhere ?? join(repositoryRoot, "results"), run.system);
    // In our own process group, so that Ctrl-C ends it too.
    const shell = $({ cwd: repositoryRoot, nothrow: true, quiet: true, detached: false });
    const startMs = performance.now();
    const child = shell`${process.execPath} ${run.command} ${output}`;
    child.stderr.pipe(process.stderr, { end: false });
    const { exitCode } = await child;
    const seconds = (performance.now() - startMs) / 1_000;
    const targets = exitCode === 0 ? await targetsOf(place) : "";
    outcomes.push({ ...run, exitCode: exitCode ?? exitCodes.software, seconds, targets });
  }
  return outcomes;
}

async function targetsOf(output: string): Promise<string> {
  const rows = (await ResultFolder.read(output)).rows("targets");
  const judged = rows.filter(({ reached }) => reached === "yes" || reached === "no");
  const reached = judged.filter((row) => row["reached"] === "yes").length;
  return judged.length === 0 ? "" : `${reached} of ${judged.length}`;
}

function summary(outcomes: readonly Outcome[]): string {
  const word = (exitCode: number) =>
    exitCode === 0 ? "done" : exitCode === exitCodes.unavailable ? "peer is missing" : "FAILED";
  const rows = outcomes.map(({ system, command, exitCode, seconds, targets }) => [
    system,
    command.slice(1).join(" "),
    word(exitCode),
    seconds.toFixed(1),
    targets,
  ]);
  const head = ["system", "flags", "", "seconds", "targets reached"];
  return renderTable({ head, rows }, stdoutScreen());
}

function exitCodeOf(outcomes: readonly Outcome[]): number {
  const failed = outcomes.map(({ exitCode }) => exitCode).filter((code) => code !== exitCodes.ok);
  if (failed.length === 0) return exitCodes.ok;
  return failed.every((code) => code === exitCodes.unavailable) ? exitCodes.unavailable : 1;
}

/** @throws UsageError when there is no such table, or when it is none of a benchmark */
async function readTable(path: string): Promise<CsvTable & { readonly system: string }> {
  const text = await Bun.file(resolve(path))
    .text()
    .catch(() => {
      throw new UsageError(`There is no ${path} to compare.`);
    });
  const table = fromCsv(text);
  const system = /^Made by `bun run scripts\/bench\/(\w+)\.ts/.exec(table.comments[0] ?? "")?.[1];
  if (system !== undefined && catalog.has(system)) return { ...table, system };
  throw new UsageError(`${path} does not say at its head which benchmark made it.`);
}

async function compareTables(theirs: string, ours: string | undefined): Promise<number> {
  const other = await readTable(theirs);
  const result = basename(theirs).replace(/\.csv$/, "");
  const place = join(repositoryRoot, "results", other.system, `${result}.csv`);
  const own = await readTable(ours ?? place);
  const measured = catalog.get(other.system)?.find((each) => each.result === result);
  if (measured === undefined || own.system !== other.system) {
    throw new UsageError(`${theirs} and ${ours ?? place} are not tables of one measurement.`);
  }
  const all = differences(other.rows, own.rows, measured);
  if (all.length === 0) {
    process.stderr.write("The two tables have no measurement in common.\n");
    return 2;
  }
  process.stdout.write(differencesPage(all));
  return all.some(({ verdict }) => verdict === "worse") ? 1 : 0;
}

async function main(words: readonly string[]): Promise<number> {
  const command = commandWith("bun run bench", "Runs the benchmarks, one at a time.", flags);
  command.argument("[systems...]", `of ${systems.join(", ")}; with --compare a second table`);
  try {
    command.parse([...words], { from: "user" });
  } catch (error) {
    refuseUsage(error);
  }
  const { smoke, peers, compare, seed, repeats } = optionsOf(command, flags);
  const given = command.args;
  if (compare !== undefined) return await compareTables(compare, given[0]);
  const unknown = given.find((system) => !systems.includes(system));
  if (unknown !== undefined) {
    throw new UsageError(`There is no benchmark "${unknown}", but of ${systems.join(", ")}.`);
  }
  const each = [
    ...(smoke ? ["--smoke"] : []),
    ...(seed === undefined ? [] : ["--seed", `${seed}`]),
    ...(repeats === undefined ? [] : ["--repeats", `${repeats}`]),
  ];
  const runs = planOf(given.length === 0 ? systems : given, peers, each);
  const elsewhere = smoke ? (await RunFolder.create("bench-smoke")).path : undefined;
  const outcomes = await runAll(runs, elsewhere);
  console.log(summary(outcomes));
  process.stderr.write(smoke ? `Written to ${elsewhere}.\n` : "Now: `bun run report`\n");
  return exitCodeOf(outcomes);
}

if (import.meta.main) {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = exitCodes.usage;
  }
}
