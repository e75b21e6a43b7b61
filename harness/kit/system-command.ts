/** Harness commands whose first word is the system that they are about. */
import { UsageError } from "../../nodes/host/flags.ts";
import { type ExitCode, exitCodes } from "./exit-code.ts";

/** Runs one system's part of a command; the words are those after the system's name. */
export type SystemCommand = (words: readonly string[]) => Promise<ExitCode>;

/**
 * Runs a command and sets the exit code of the process, which ends when all is written.
 * @param name `sim` is `harness/sim.ts`
 */
export async function runSystemCommand(
  name: string,
  systems: ReadonlyMap<string, SystemCommand>,
): Promise<void> {
  const [system = "", ...words] = process.argv.slice(2);
  const known = [...systems.keys()].join("|");
  const usage = `Usage: bun run harness/${name}.ts <${known}> [options]`;
  if (system === "--help" || system === "-h") {
    console.log(`${usage}\nThe options of a system: bun run harness/${name}.ts <${known}> --help`);
    return;
  }
  try {
    const run = systems.get(system);
    if (run === undefined) throw new UsageError(`The system must be one of ${known}. ${usage}`);
    process.exitCode = await run(words);
  } catch (error) {
    const isUsage = error instanceof UsageError;
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const message = isUsage ? error.message : `The harness failed: ${text}`;
    process.stderr.write(`${message}\n`);
    process.exitCode = isUsage ? exitCodes.usage : exitCodes.harnessFailed;
  }
}
