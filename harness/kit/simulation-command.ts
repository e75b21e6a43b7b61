/**
 * What `harness/sim.ts` does for any system: runs many schedules of one problem, shared between
 * processes, and explains the first that fails; or runs one schedule and draws it.
 */
import { type Flags, flagName, type Options, parseFlags } from "../../nodes/host/flags.ts";
import { combine } from "../check/verdict.ts";
import { drawDiagram } from "../sim/diagram.ts";
import { explainFailure } from "../sim/explain-failure.ts";
import { describeFault, type FaultKind } from "../sim/fault-plan.ts";
import { formatHistory } from "../sim/format-history.ts";
import { ignoreRejections } from "../sim/ignore-rejections.ts";
import { type Conditions, drawPlan, selectAll, selectFrom } from "../sim/plan.ts";
import type { Problem } from "../sim/problem.ts";
import { runSchedule } from "../sim/run-schedule.ts";
import { runSeeds } from "../sim/run-seeds.ts";
import { replayFlags } from "../sim/shrink.ts";
import { formatTrace } from "../sim/trace.ts";
import { runCommands } from "./command-pool.ts";
import { type ExitCode, exitCodeOf } from "./exit-code.ts";
import { keepSchedule, whereToLook, writeSchedule } from "./schedule-folder.ts";
import { conditionsOf, type SimulationOptions, simulationFlags } from "./simulation-flags.ts";
import { asJson, mergeReports, renderReached, type SimulationReport } from "./simulation-report.ts";
import { renderTable, showVerdict, stdoutScreen } from "./table.ts";

/** A system that can be simulated. */
export interface SimulatedSystem<FlagTable extends Flags> {
  readonly name: string;
  /** One sentence for `--help`. */
  readonly summary: string;
  /** The system's own flags. */
  readonly flags: FlagTable;
  problem(options: Options<FlagTable>): Problem;
  /** The kinds of faults that can strike something in this problem. */
  faultKinds(options: Options<FlagTable>): readonly FaultKind[];
  /** The usual conditions, fitted to the system. */
  conditions(options: Options<FlagTable>, usual: Conditions): Conditions;
  /** Remote methods that diagrams leave out. */
  readonly hidden: ReadonlySet<string>;
}

const script = "harness/sim.ts";
/** Schedules of one share: few enough that all processes are busy to the end. */
const shareSize = 250;

/** @param words the command line after the system's name. @throws UsageError */
export async function simulate<FlagTable extends Flags>(
  system: SimulatedSystem<FlagTable>,
  words: readonly string[],
): Promise<ExitCode> {
  const program = `bun run ${script} ${system.name}`;
  const table = { ...simulationFlags, ...system.flags };
  const given = parseFlags(program, system.summary, table, words);
  const options = given as SimulationOptions & Options<FlagTable>;
  const usual = conditionsOf(options, system.faultKinds(options));
  const run: Run = {
    options,
    problem: system.problem(options),
    conditions: system.conditions(options, usual),
    hidden: system.hidden,
    world: [system.name, ...worldFlags(table, new Map(Object.entries(options)))],
  };
  return options.seed === undefined ? runMany(run) : runOne(run, options.seed);
}

interface Run {
  readonly options: SimulationOptions;
  readonly problem: Problem;
  readonly conditions: Conditions;
  readonly hidden: ReadonlySet<string>;
  /** The system and the flags on which it depends what a seed stands for. */
  readonly world: readonly string[];
}

/** Flags that choose schedules or how they are run and shown. */
const notOfTheWorld: ReadonlySet<string> = new Set([
  ...["seeds", "from", "seed", "keepOperations", "keepFaults", "trace"],
  ...["keepGoing", "timeout", "workers", "json", "quiet"],
]);

function worldFlags(table: Flags, options: ReadonlyMap<string, unknown>): string[] {
  return Object.entries(table).flatMap(([name, { fallback }]) => {
    const value = options.get(name);
    if (notOfTheWorld.has(name) || value === fallback) return [];
    if (value === true) return [flagName(name)];
    // Lists are given with commas, and an empty one by a word.
    return [flagName(name), String(value) || "none"];
  });
}

async function runMany(run: Run): Promise<ExitCode> {
  const { options, problem, conditions, hidden, world } = run;
  const screen = stdoutScreen();
  const report = options.workers > 1 ? await runShares(run) : await runAll(run);
  if (options.json) {
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    return exitCodeOf(report.verdict);
  }
  const speed = `${report.schedules} schedules in ${report.seconds.toFixed(1)} s`;
  console.log(`${renderReached(report, screen)}\n`);
  const command = ["bun run", script, ...world].join(" ");
  for (const { seed, checks } of report.undecided.slice(0, 3)) {
    const evidence = checks.filter(({ verdict }) => verdict === "UNDECIDED");
    console.log(evidence.map((check) => `UNDECIDED ${check.name}: ${check.evidence}`).join("\n"));
    console.log(`Replay: ${command} --seed ${seed}\n`);
  }
  const [first] = report.failed.toSorted((one, other) => one.seed - other.seed);
  if (first !== undefined) {
    if (!options.quiet) process.stderr.write(`shrinking seed ${first.seed}\n`);
    const explained = await explainFailure(problem, first.seed, { conditions, command, hidden });
    console.log(explained?.text ?? `Seed ${first.seed} failed, and passes now.`);
    if (explained !== undefined) {
      const { plan, replay } = explained;
      console.log(whereToLook(await keepSchedule({ ...keptOf(run, first.seed), plan, replay })));
    }
  }
  if (report.stopped) console.log(`The time was over after ${report.schedules} schedules.`);
  if (report.missed.length > 0) console.log(`Never struck: ${report.missed.join(", ")}.`);
  const counts = `${report.failed.length} failed, ${report.undecided.length} undecided`;
  const rate = `${Math.round(report.schedulesPerSecond)} a second`;
  console.log(
    `${showVerdict(report.verdict, screen)}  ${report.problem}: ${speed} (${rate}), ${counts}`,
  );
  return exitCodeOf(report.verdict);
}

/** All but which part of the plan is kept. */
function keptOf({ problem, conditions, hidden, world }: Run, seed: number) {
  const [system = ""] = world;
  return { name: `sim-${system}`, title: problem.name, problem, seed, conditions, hidden };
}

async function runAll({ options, problem, conditions }: Run): Promise<SimulationReport> {
  const { from, seeds, keepGoing, timeout } = options;
  const limit = timeout === undefined ? {} : { timeLimitMs: timeout * 1_000 };
  return asJson(await runSeeds(problem, { from, count: seeds, conditions, keepGoing, ...limit }));
}

async function runShares({ options, conditions, world }: Run): Promise<SimulationReport> {
  const { from, seeds, workers, keepGoing, quiet, timeout } = options;
  const more = keepGoing ? ["--keep-going"] : [];
  const startedAt = performance.now();
  /** Each is made when its turn has come, with the time that is left. */
  function* commands() {
    for (let start = from; start < from + seeds; start += shareSize) {
      const count = Math.min(shareSize, from + seeds - start);
      const share = ["--from", `${start}`, "--seeds", `${count}`, "--workers", "1", "--json"];
      const leftSeconds = (timeout ?? 0) - (performance.now() - startedAt) / 1_000;
      if (timeout !== undefined && leftSeconds <= 0) return;
      const limit = timeout === undefined ? [] : ["--timeout", `${Math.ceil(leftSeconds)}`];
      yield [script, ...world, ...share, ...more, ...limit];
    }
  }
  let done = 0;
  const shares = await runCommands<SimulationReport>(commands(), workers, ({ schedules }) => {
    done += schedules;
    if (!quiet) process.stderr.write(`${done} of ${seeds} schedules\n`);
  });
  const seconds = (performance.now() - startedAt) / 1_000;
  return mergeReports(shares, conditions.faults.kinds.keys(), seconds, seeds);
}

async function runOne(run: Run, seed: number): Promise<ExitCode> {
  const { options, problem, conditions, hidden } = run;
  const drawn = drawPlan(problem, seed, conditions);
  const all = selectAll(drawn);
  const kept = {
    operations: options.keepOperations ?? all.operations,
    faults: options.keepFaults ?? all.faults,
  };
  const plan = selectFrom(drawn, kept);
  const startedAt = new Date();
  const result = await ignoreRejections(async () =>
    runSchedule(problem, plan, seed, conditions, { traced: true }),
  );
  const replay = [`bun run ${script}`, ...run.world, replayFlags(seed, kept)].join(" ");
  const folder = await writeSchedule({ ...keptOf(run, seed), plan, replay }, result, startedAt);
  const { checks, trace, history } = result;
  const verdict = combine(checks);
  if (options.json) {
    process.stdout.write(
      `${JSON.stringify({ seed, verdict, plan, checks, history, folder }, null, 2)}\n`,
    );
    return exitCodeOf(verdict);
  }
  const clients = [...new Set(plan.operations.map(({ client }) => client))].sort();
  const nodes = [...clients, ...problem.nodes.map(({ id }) => id).sort()];
  const screen = stdoutScreen();
  if (options.trace) console.log(formatTrace(trace));
  for (const fault of plan.faults) console.log(`Fault: ${describeFault(fault)}`);
  console.log(`\n${drawDiagram(trace, { nodes, hidden })}\n${formatHistory(history)}`);
  const rows = checks.map((check) => [check.name, check.verdict, check.evidence]);
  console.log(renderTable({ head: ["check", "verdict", "evidence"], rows }, screen));
  console.log(`${showVerdict(verdict, screen)}  ${problem.name}, seed ${seed}`);
  console.log(whereToLook(folder));
  return exitCodeOf(verdict);
}
