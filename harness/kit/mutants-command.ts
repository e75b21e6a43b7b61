/**
 * What `harness/mutants.ts` does for any system: runs the wrong nodes until they are caught, and
 * the right ones to see that they are not.
 */
import { type Flag, flag, type Options, parseFlags, UsageError } from "../../nodes/host/flags.ts";
import { type Check, combine, fail, pass, type Verdict } from "../check/verdict.ts";
import { ignoreRejections } from "../sim/ignore-rejections.ts";
import { drawPlan, type Plan } from "../sim/plan.ts";
import { runSchedule } from "../sim/run-schedule.ts";
import { shrink } from "../sim/shrink.ts";
import { processorCount, runCommands } from "./command-pool.ts";
import { type ExitCode, exitCodeOf, exitCodes } from "./exit-code.ts";
import type { Mutant } from "./mutant.ts";
import {
  type CaughtSchedule,
  loadMutants,
  type MutantResult,
  type MutatedSystem,
  runMutant,
} from "./mutant-run.ts";
import { writeMutatedNodes } from "./mutated-nodes.ts";
import { keepSchedule, whereToLook } from "./schedule-folder.ts";
import type { SimulationReport } from "./simulation-report.ts";
import { renderTable, showVerdict, stdoutScreen } from "./table.ts";

const names: Flag<readonly string[] | undefined> = {
  placeholder: "NAMES",
  description: "only these mutants, with commas, and no right nodes",
  fallback: undefined,
  fallbackText: "all",
  parse: (text) => text.split(","),
};

const mutantFlags = {
  only: names,
  seeds: flag.integer("schedules of a mutant until it counts as not caught", {
    min: 1,
    max: 1_000_000,
    fallback: 1_000,
  }),
  rightSeeds: flag.integer("schedules of each protocol's right nodes", {
    min: 1,
    max: 1_000_000,
    fallback: 1_000,
  }),
  shrink: flag.switch("cut the schedules that are kept down to what still fails"),
  write: flag.optional(
    flag.text("DIR", "write the nodes of --only NAME there, to be run as processes"),
  ),
  workers: flag.integer("processes that share the work", {
    min: 1,
    max: 64,
    fallback: processorCount,
  }),
  json: flag.switch("one JSON document on stdout instead of text"),
  quiet: flag.switch("no progress on stderr"),
};

type MutantOptions = Options<typeof mutantFlags>;

/** What the right nodes came to: any failure is a false alarm. */
interface RightResult {
  readonly problem: string;
  readonly verdict: Verdict;
  readonly schedules: number;
  readonly failed: number;
  readonly undecided: number;
  readonly seconds: number;
}

/** What `--json` prints. */
export interface MutantsReport {
  readonly verdict: Verdict;
  readonly caught: number;
  readonly mutants: readonly MutantResult[];
  /** Empty with `--only`. */
  readonly right: readonly RightResult[];
  readonly seconds: number;
}

const script = "harness/mutants.ts";
/** Mutants of one process. */
const shareSize = 5;

/** @param words the command line after the system's name. @throws UsageError */
export async function examineMutants<M extends Mutant, Programs>(
  system: MutatedSystem<M, Programs>,
  words: readonly string[],
): Promise<ExitCode> {
  const summary = `Runs wrong nodes of ${system.title} until a check sees it, and the right ones.`;
  const options = parseFlags(`bun run ${script} ${system.name}`, summary, mutantFlags, words);
  const known = await loadMutants(system);
  const unknown = options.only?.find((name) => !known.has(name));
  if (unknown !== undefined) {
    throw new UsageError(
      `There is no mutant ${unknown}; there are ${[...known.keys()].join(", ")}.`,
    );
  }
  const chosen = new Map([...known].filter(([name]) => options.only?.includes(name) ?? true));
  if (options.write !== undefined) return writeNodes(system, chosen, options.write);
  const startedAt = performance.now();
  const mutants = await runMutants(system, chosen, options);
  const right = options.only === undefined ? await runRight(system, options) : [];
  const caught = mutants.filter(({ caughtBy }) => caughtBy !== null).length;
  const seconds = (performance.now() - startedAt) / 1_000;
  const checks = [allCaught(caught, mutants.length), ...right.map(asCheck)];
  const report = { verdict: combine(checks), caught, mutants, right, seconds };
  console.log(options.json ? JSON.stringify(report, null, 2) : asText(report));
  return exitCodeOf(report.verdict);
}

function allCaught(caught: number, all: number): Check {
  const name = "every mutant is caught";
  return caught === all ? pass(name, `${all}`) : fail(name, `${caught} of ${all}`);
}

function asCheck({ problem, verdict, failed }: RightResult): Check {
  return { name: problem, verdict, evidence: `${failed} false alarms` };
}

async function writeNodes<M extends Mutant>(
  { name: system, entry }: MutatedSystem<M>,
  chosen: ReadonlyMap<string, M>,
  folder: string,
): Promise<ExitCode> {
  const [mutant, ...others] = chosen.values();
  if (mutant === undefined || others.length > 0) {
    throw new UsageError("--write needs --only with the name of one mutant.");
  }
  await writeMutatedNodes(system, mutant.edits, folder);
  console.log(`bun ${folder}/nodes/${system}/${entry(mutant)} --help`);
  return exitCodes.pass;
}

async function runMutants<M extends Mutant, Programs>(
  system: MutatedSystem<M, Programs>,
  chosen: ReadonlyMap<string, M>,
  { seeds, workers, shrink, quiet }: MutantOptions,
): Promise<MutantResult[]> {
  const progress = ({ name, caughtBy }: MutantResult) => {
    if (!quiet) process.stderr.write(`${caughtBy === null ? "NOT CAUGHT" : "caught"} ${name}\n`);
  };
  if (workers === 1) {
    const results: MutantResult[] = [];
    for (const [name, mutant] of chosen) {
      const keep = (caught: CaughtSchedule) => keepCaught(system.name, name, caught, shrink);
      const result = await runMutant(system, name, mutant, seeds, keep);
      progress(result);
      results.push(result);
    }
    return results;
  }
  const commands: string[][] = [];
  const names = [...chosen.keys()];
  for (let from = 0; from < names.length; from += shareSize) {
    const only = names.slice(from, from + shareSize).join(",");
    const flags = ["--seeds", `${seeds}`, "--workers", "1", "--json", "--quiet"];
    if (shrink) flags.push("--shrink");
    commands.push([script, system.name, "--only", only, ...flags]);
  }
  const reports = await runCommands<MutantsReport>(commands, workers, ({ mutants }) => {
    mutants.forEach(progress);
  });
  return reports.flatMap(({ mutants }) => mutants);
}

/** The schedule as a run's folder. */
async function keepCaught(
  system: string,
  mutant: string,
  { problem, seed, conditions }: CaughtSchedule,
  shrinks: boolean,
): Promise<string> {
  const drawn = drawPlan(problem, seed, conditions);
  const failureOf = (plan: Plan) =>
    runSchedule(problem, plan, seed, conditions).checks.find(({ verdict }) => verdict === "FAIL")
      ?.name;
  const plan = shrinks ? await ignoreRejections(async () => shrink(drawn, failureOf).plan) : drawn;
  return keepSchedule({
    name: `mutant-${mutant}`,
    title: `mutant ${mutant} of ${system}`,
    problem,
    plan,
    seed,
    conditions,
    replay: `bun run ${script} ${system} --only ${mutant}${shrinks ? " --shrink" : ""}`,
    hidden: new Set(["Heartbeat"]),
  });
}

async function runRight<M extends Mutant>(
  { name, right }: MutatedSystem<M>,
  { rightSeeds, workers, quiet }: MutantOptions,
): Promise<RightResult[]> {
  const flags = ["--seeds", `${rightSeeds}`, "--workers", `${workers}`, "--keep-going"];
  const commands = right.map(({ words }) => {
    return ["harness/sim.ts", name, ...words, ...flags, "--json", "--quiet"];
  });
  const reports = await runCommands<SimulationReport>(commands, 1, ({ problem, schedules }) => {
    if (!quiet) process.stderr.write(`right nodes, ${problem}: ${schedules} schedules\n`);
  });
  const results: RightResult[] = [];
  for (const [place, world] of right.entries()) {
    const report = reports[place];
    if (report === undefined) throw new Error(`there is no report of ${world.words.join(" ")}`);
    const probes = ((await world.probe?.()) ?? []).filter(({ verdict }) => verdict !== "PASS");
    const { problem, schedules, seconds, undecided } = report;
    const failed = report.failed.length + probes.length;
    const verdict = combine([...probes, { name: problem, verdict: report.verdict, evidence: "" }]);
    results.push({ problem, verdict, schedules, failed, undecided: undecided.length, seconds });
  }
  return results;
}

function asText({ verdict, caught, mutants, right, seconds }: MutantsReport): string {
  const screen = stdoutScreen();
  const caughtRows = mutants.map((each) => [
    each.name,
    each.caughtBy?.name ?? "NOT CAUGHT",
    each.seeds === 0 ? "probe" : `${each.seeds}`,
    each.seconds.toFixed(1),
  ]);
  const rightRows = right.map((each) => [
    each.problem,
    `${each.schedules}`,
    `${each.failed}`,
    `${each.undecided}`,
    each.seconds.toFixed(1),
  ]);
  const rightHead = ["right nodes", "seeds", "false alarms", "undecided", "seconds"];
  return [
    renderTable({ head: ["mutant", "caught by", "seeds", "seconds"], rows: caughtRows }, screen),
    ...(right.length > 0 ? [renderTable({ head: rightHead, rows: rightRows }, screen)] : []),
    `${showVerdict(verdict, screen)}  ${caught} of ${mutants.length} mutants caught ` +
      `(${Math.round((100 * caught) / Math.max(mutants.length, 1))} %), ${seconds.toFixed(1)} s` +
      looks(mutants),
  ].join("\n\n");
}

/** Where the last schedule that caught a mutant can be looked at; the others are beside it. */
function looks(mutants: readonly MutantResult[]): string {
  const folder = mutants.findLast((each) => each.folder !== undefined)?.folder;
  return folder === undefined ? "" : `\n${whereToLook(folder)}`;
}
