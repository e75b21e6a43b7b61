/**
 * What all harness commands share (section 5 of the design): flags, the folder of the run, the
 * end by time-out or Ctrl-C, the report, the verdict and the exit code. A command is one call of
 * `runCommand` with the flow of its problem.
 */
import { type Check, combine } from "../check/verdict.ts";
import { Cluster } from "./cluster.ts";
import { type FlagsDefinition, type ParsedFlags, parseFlags } from "./command-flags.ts";
import { type ExitCode, exitCodeOf, ExitCode as exitCodes } from "./exit-code.ts";
import { StartError } from "./node-process.ts";
import { Recorder } from "./recorder.ts";
import { versions } from "./repository.ts";
import { RunContext } from "./run-context.ts";
import { RunFolder } from "./run-folder.ts";
import { type JsonReport, type RunRecord, renderReport } from "./run-report.ts";
import { type Ending, RunWatch } from "./run-watch.ts";
import { stdoutScreen } from "./table.ts";

export interface HarnessCommand<Flags> extends FlagsDefinition<Flags> {
  /** Acts and judges. The nodes of `context.cluster` are stopped when it is done. */
  readonly run: (context: RunContext<Flags>) => Promise<void>;
}

/** Runs a harness command from its flags to the end of the process. */
export async function runCommand<Flags = object>(command: HarnessCommand<Flags>): Promise<never> {
  const parsed = parseFlags(command, process.argv.slice(2));
  try {
    process.exit(await execute(command, parsed));
  } catch (error) {
    // The flow's own errors are part of its report; this one came in the way of the report.
    process.stderr.write(`The harness failed: ${describe(error)}\n`);
    process.exit(exitCodes.harnessFailed);
  }
}

async function execute<Flags>(
  command: HarnessCommand<Flags>,
  { flags, replay }: ParsedFlags<Flags>,
): Promise<ExitCode> {
  const screen = stdoutScreen();
  const startedAt = new Date();
  const folder = await RunFolder.create(command.name);
  const cluster = new Cluster(folder.path);
  const recorder = new Recorder(folder.historyFile);
  const watch = new RunWatch();
  const context = new RunContext({ flags, folder, cluster, recorder, watch, screen });
  context.progress(`${command.name}: seed ${flags.seed}, ${folder.path}`);

  const flow = async () => await command.run(context);
  const ending = await windUp(context, await watch.watch(flow, flags.timeout * 1000));
  const checks = [...context.checks, ...checksOfEnding(ending, context)];
  const verdict = combine(checks);
  const record: RunRecord = {
    problem: command.name,
    verdict,
    exitCode: exitCode(ending, verdict),
    ending: ending.how,
    ...(ending.how === "failed" ? { error: describe(ending.error) } : {}),
    seed: flags.seed,
    flags,
    replay,
    folder: folder.path,
    startedAt: startedAt.toISOString(),
    durationMs: Date.now() - startedAt.getTime(),
    versions: await versions(),
  };
  await folder.write("run.json", record);
  await folder.write("checks.json", checks);
  if (record.exitCode === exitCodes.pass && !flags.keep) await folder.removeData();

  const report: JsonReport = { ...record, checks, output: context.output };
  await Bun.write(
    Bun.stdout,
    flags.json ? `${JSON.stringify(report, null, 2)}\n` : renderReport(record, checks, screen),
  );
  if (record.error !== undefined) process.stderr.write(`The harness failed: ${record.error}\n`);
  return record.exitCode;
}

/** Ends the nodes, gently only after a flow that has ended well, and completes the history. */
async function windUp<Flags>(context: RunContext<Flags>, ending: Ending): Promise<Ending> {
  try {
    if (ending.how === "finished") await context.cluster[Symbol.asyncDispose]();
    else await context.cluster.killAll();
    await context.recorder.close();
    return ending;
  } catch (error) {
    return ending.how === "failed" ? ending : { how: "failed", error };
  }
}

/** What the end of a run adds to its checks. A violation that was seen before stays one. */
function checksOfEnding<Flags>(ending: Ending, context: RunContext<Flags>): Check[] {
  const checks: Check[] = [];
  const faults = context.cluster.faults();
  if (faults.length > 0) {
    const name = "every node runs until it is stopped";
    checks.push({ name, verdict: "FAIL", evidence: faults.join("\n") });
  }
  if (ending.how !== "finished") {
    const reasons = {
      timeout: `stopped after ${context.flags.timeout} s`,
      interrupted: "interrupted",
      failed: "the harness failed",
    };
    const evidence = `${reasons[ending.how]}, while: ${context.step}`;
    checks.push({ name: "the run comes to its end", verdict: "UNDECIDED", evidence });
  }
  return checks;
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
