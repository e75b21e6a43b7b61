import { Command, type CommanderError, InvalidArgumentError } from "commander";
import { quote } from "zx/core";
import { ExitCode } from "./exit-code.ts";

/** The flags that every harness command has. */
export interface CommonFlags {
  /** Seeds all that is random; printed with every run. At least 0, below 2^32. */
  readonly seed: number;
  /** One JSON document on stdout instead of text. */
  readonly json: boolean;
  /** No progress on stderr. */
  readonly quiet: boolean;
  /** The data directories of the nodes stay, also after a PASS. */
  readonly keep: boolean;
  /** Seconds until the run is stopped as undecided. */
  readonly timeout: number;
}

/** What a command line came to. */
export interface ParsedFlags<Flags> {
  readonly flags: CommonFlags & Flags;
  /** The command that does the same run again. */
  readonly replay: string;
}

export interface FlagsDefinition<Flags> {
  /** Of the command: `kv-quorum` is `harness/kv-quorum.ts`. */
  readonly name: string;
  readonly summary: string;
  /** Adds the problem's own flags, by commander's `option` or `requiredOption`. */
  readonly flags?: (command: Command) => void;
  /** What is wrong with flags that are each good by themselves; undefined when nothing is. */
  readonly validate?: (flags: CommonFlags & Flags) => string | undefined;
  /** Default of `--timeout`: 120 */
  readonly timeoutSeconds?: number;
}

/**
 * Parses the arguments of a harness command. Ends the process: after `--help` with status 0, after
 * bad usage with one sentence on stderr and status 64.
 */
export function parseFlags<Flags>(
  definition: FlagsDefinition<Flags>,
  commandArguments: readonly string[],
): ParsedFlags<Flags> {
  const command = new Command(`bun run harness/${definition.name}.ts`)
    .description(definition.summary)
    .exitOverride((error: CommanderError) => {
      process.exit(error.exitCode === 0 ? ExitCode.pass : ExitCode.usage);
    })
    .option("--seed <number>", "of all that is random; by default another each time", anySeed)
    .option("--json", "one JSON document on stdout instead of text")
    .option("--quiet", "no progress on stderr")
    .option("--keep", "keep the nodes' data directories, also after a PASS")
    .option(
      "--timeout <seconds>",
      "how long until the run is stopped as undecided",
      wholeNumber(1, 86_400),
      definition.timeoutSeconds ?? 120,
    );
  definition.flags?.(command);
  command.parse(commandArguments, { from: "user" });
  const seed = command.getOptionValue("seed") ?? crypto.getRandomValues(new Uint32Array(1))[0];
  const unset = { json: false, quiet: false, keep: false };
  const flags = { ...unset, ...command.opts<CommonFlags & Flags>(), seed };
  const complaint = definition.validate?.(flags);
  if (complaint !== undefined) command.error(`error: ${complaint}`);
  return { flags, replay: replayCommand(definition.name, command, seed) };
}

/** A parser for commander of whole numbers from `minimum` to `maximum`. */
export function wholeNumber(minimum: number, maximum: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    const valid = /^\d+$/.test(text) && number >= minimum && number <= maximum;
    if (valid) return number;
    throw new InvalidArgumentError(`It must be a whole number from ${minimum} to ${maximum}.`);
  };
}

const anySeed = wholeNumber(0, 2 ** 32 - 1);

/** Flags that change what is shown or kept, but not what is done. */
const notReplayed = new Set(["seed", "json", "quiet", "keep"]);

function replayCommand(name: string, command: Command, seed: number): string {
  const words = ["bun", "run", `harness/${name}.ts`, "--seed", String(seed)];
  for (const option of command.options) {
    const key = option.attributeName();
    const given = command.getOptionValueSource(key) === "cli";
    if (!given || notReplayed.has(key) || option.long === undefined) continue;
    const value: unknown = command.getOptionValue(key);
    if (option.isBoolean()) words.push(option.long);
    else for (const each of [value].flat()) words.push(option.long, quote(String(each)));
  }
  return words.join(" ");
}
