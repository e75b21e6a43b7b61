/**
 * What all harness commands share (section 5 of the design): flags, the folder of the run, the
 * end by time-out or Ctrl-C, the report, the verdict and the exit code. A command is one call of
 * `runCommand` with the flow of its problem.
 */
import { join, relative } from "node:path";
import { type Flags, UsageError } from "../../nodes/host/flags.ts";
import { createRealHost } from "../../nodes/host/real.ts";
import { type Check, combine, fail, pass, undecided } from "../check/verdict.ts";
import { writePage } from "../page/write-page.ts";
import { Cluster } from "./cluster.ts";
import { type FlagsDefinition, type ParsedCommand, parseCommand } from "./command-flags.ts";
import { type ExitCode, exitCodeOf, exitCodes } from "./exit-code.ts";
import { StartError } from "./node-process.ts";
import { Recorder } from "./recorder.ts";
import { versions } from "./repository.ts";
import { RunContext } from "./run-context.ts";
import { RunFolder } from "./run-folder.ts";
import { type JsonReport, type RunRecord, renderReport } from "./run-report.ts";
import { type Ending, RunWatch } from "./run-watch.ts";
import { stdoutScreen } from "./table.ts";

/** A problem's command: its flags and its flow. */
export interface HarnessCommand<FlagTable extends Flags> extends FlagsDefinition<FlagTable> {
  /** Acts and judges. The nodes of `context.cluster` are stopped when it is done. */
  readonly run: (context: RunContext<FlagTable>) => Promise<void>;
  /** Shows the end of a run; by default its checks, the verdict and how to do it again. */
  readonly render?: typeof renderReport;
}

/** Runs a harness command from its flags to the end of the process. */
export async function runCommand<FlagTable extends Flags>(
  command: HarnessCommand<FlagTable>,
): Promise<never> {
  try {
    process.exit(await execute(command, parseCommand(command, process.argv.slice(2))));
  } catch (error) {
    const usage = error instanceof UsageError;
    // What the flow throws is part of the report; this came before the report or in its way.
    process.stderr.write(usage ? `${error.message}\n` : `The harness failed: ${describe(error)}\n`);
    process.exit(usage ? exitCodes.usage : exitCodes.harnessFailed);
  }
}

async function execute<FlagTable extends Flags>(
  command: HarnessCommand<FlagTable>,
  { options, replay }: ParsedCommand<FlagTable>,
): Promise<ExitCode> {
  const { seed, nodes } = options;
  const screen = stdoutScreen();
  const startedAt = new Date();
  const folder = await RunFolder.create(command.name);
  // Every host from here on, of this process and of the nodes, writes its calls there.
  process.env["PROCTOR_CALLS"] = join(folder.path, "calls");
  const cluster = new Cluster(folder.path, { seed, programs: nodes });
  const host = createRealHost({
    id: "harness",
    seed,
    dataDirectory: join(folder.path, "data/harness"),
    logLevel: "warn",
  });
  const recorder = new Recorder(folder.historyFile);
  const watch = new RunWatch();
  const context = new RunContext({ options, folder, cluster, host, recorder, watch, screen });
  context.progress(`${command.name}: seed ${seed}, ${folder.path}`);

  const flow = async () => await command.run(context);
  const ending = await windUp(context, await watch.watch(flow, options.timeout * 1000));
  const checks = [...context.checks, ...checksOfEnding(ending, context)];
  const verdict = combine(checks);
  const record: RunRecord = {
    problem: command.name,
    verdict,
    exitCode: exitCode(ending, verdict),
    ending: ending.how,
    ...(ending.how === "failed" ? { error: describe(ending.error) } : {}),
    seed,
    options,
    replay,
    folder: folder.path,
    startedAt: startedAt.toISOString(),
    durationMs: Date.now() - startedAt.getTime(),
    versions: await versions(),
    clockOriginMs: performance.timeOrigin,
  };
  await folder.write("run.json", record);
  await folder.write("checks.json", checks);
  await folder.write("output.json", context.output);
  await writePage(folder.path).catch((error: unknown) => {
    // The verdict stands without a picture.
    process.stderr.write(`The page of the run could not be written: ${describe(error)}\n`);
  });
  if (record.exitCode === exitCodes.pass && !options.keep) await folder.removeData();

  const { output, result } = context;
  const report: JsonReport = { ...record, checks, output, ...(result && { result }) };
  const render = command.render ?? renderReport;
  await writeOut(
    options.json ? `${JSON.stringify(report, null, 2)}\n` : render(record, checks, screen),
  );
  if (record.error !== undefined) process.stderr.write(`The harness failed: ${record.error}\n`);
  return record.exitCode;
}

/** Ends the nodes, gently only after a flow that has ended well, and completes the history. */
async function windUp<FlagTable extends Flags>(
  context: RunContext<FlagTable>,
  ending: Ending,
): Promise<Ending> {
  try {
    if (ending.how === "finished") await context.cluster[Symbol.asyncDispose]();
    else await context.cluster.killAll();
    context.host.close();
    await context.recorder.close();
    return ending;
  } catch (error) {
    return ending.how === "failed" ? ending : { how: "failed", error };
  }
}

/** What the end of a run adds to its checks. A violation that was seen before stays one. */
function checksOfEnding<FlagTable extends Flags>(
  ending: Ending,
  context: RunContext<FlagTable>,
): Check[] {
  const checks: Check[] = [...checksOfNodes(ending, context)];
  if (ending.how !== "finished") {
    const reasons = {
      timeout: `stopped after ${context.options.timeout} s`,
      interrupted: "interrupted",
      failed: "the harness failed",
    };
    const evidence = `${reasons[ending.how]}, while: ${context.step}`;
    checks.push({ name: "the run comes to its end", verdict: "UNDECIDED", evidence });
  }
  return checks;
}

/** That nodes ran well is no evidence of anything else: a flow without a check stays undecided. */
function* checksOfNodes<FlagTable extends Flags>(
  ending: Ending,
  { cluster, options, checks }: RunContext<FlagTable>,
): Iterable<Check> {
  const name = "every node runs until it is stopped";
  const faults = cluster.faults();
  const started = cluster.nodes.length;
  if (faults.length > 0) yield fail(name, faults.join("\n"));
  if (ending.how !== "finished" || checks.length === 0) return;
  if (faults.length === 0 && started > 0) yield pass(name, `${started} nodes`);
  if (options.nodes === undefined || started === 0) return;
  const programs = cluster.otherPrograms.map((path) => relative(options.nodes ?? "", path));
  const others = "programs from --nodes were run";
  // Else our own nodes would be taken for somebody's.
  if (programs.length > 0) yield pass(others, programs.join(", "));
  else yield undecided(others, `${options.nodes} has none that this run starts`);
}

/** Resolves when the text has left the process, which may end then. */
function writeOut(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

function exitCode(ending: Ending, verdict: RunRecord["verdict"]): ExitCode {
  if (ending.how === "failed") return exitCodes.harnessFailed;
  if (ending.how === "interrupted") return exitCodes.interrupted;
  return exitCodeOf(verdict);
}

/** A node that did not start has said all there is to say; of other errors the stack matters. */
function describe(error: unknown): string {
  if (error instanceof StartError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
