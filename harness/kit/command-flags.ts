import { statSync } from "node:fs";
import { resolve } from "node:path";
import { quote } from "zx/core";
import {
  type Flag,
  type Flags,
  flag,
  flagName,
  type Options,
  parseFlags,
  UsageError,
} from "../../nodes/host/flags.ts";

const programs: Flag<string | undefined> = {
  placeholder: "DIR",
  description: "run DIR/<system>/<role>, where there is such a program, in the place of our node",
  fallback: undefined,
  fallbackText: "none",
  parse: (text) => {
    if (statSync(text, { throwIfNoEntry: false })?.isDirectory() === true) return resolve(text);
    throw new Error(`a folder, but is ${JSON.stringify(text)}`);
  },
};

/** The flags that every harness command has. */
const commonFlags = {
  seed: flag.optional(
    flag.integer("seed of all that is random; by default another each time", {
      min: 0,
      max: 2 ** 32 - 1,
    }),
  ),
  json: flag.switch("one JSON document on stdout instead of text"),
  quiet: flag.switch("no progress on stderr"),
  keep: flag.switch("keep the nodes' data directories, also after a PASS"),
  nodes: programs,
  timeout: flag.integer("until the run is stopped as undecided", {
    min: 1,
    max: 86_400,
    fallback: 120,
    unit: "s",
  }),
};

/** The flags of a command with what they came to; there always is a seed. */
export type CommandOptions<FlagTable extends Flags> = Options<FlagTable> &
  Options<typeof commonFlags> & { readonly seed: number };

export interface FlagsDefinition<FlagTable extends Flags> {
  /** Of the command: `kv-quorum` is `harness/kv-quorum.ts`. */
  readonly name: string;
  /** One sentence for `--help`. */
  readonly summary: string;
  /** The problem's own flags. */
  readonly flags: FlagTable;
  /** Why these options don't fit together, or undefined when they do. */
  readonly problem?: (options: CommandOptions<FlagTable>) => string | undefined;
}

/** What a command line came to. */
export interface ParsedCommand<FlagTable extends Flags> {
  readonly options: CommandOptions<FlagTable>;
  /** The command that does the same run again. */
  readonly replay: string;
}

/**
 * Parses the arguments of a harness command, without the program's own name. `--help` prints and
 * ends the process with 0.
 * @throws UsageError
 */
export function parseCommand<FlagTable extends Flags>(
  definition: FlagsDefinition<FlagTable>,
  commandLine: readonly string[],
): ParsedCommand<FlagTable> {
  const { name, summary, flags, problem } = definition;
  const program = `bun run harness/${name}.ts`;
  const table = { ...commonFlags, ...flags };
  const given = parseFlags(program, summary, table, commandLine);
  const seed = given.seed ?? anySeed();
  const options = { ...given, seed } as CommandOptions<FlagTable>;
  const complaint = problem?.(options);
  if (complaint !== undefined) throw new UsageError(complaint);
  return { options, replay: replayCommand(program, table, new Map(Object.entries(options))) };
}

function anySeed(): number {
  const [seed] = crypto.getRandomValues(new Uint32Array(1));
  return seed ?? 0;
}

/** Flags that change what is shown or kept, but not what is done. */
const notReplayed = new Set(["json", "quiet", "keep"]);

function replayCommand(
  program: string,
  flags: Flags,
  options: ReadonlyMap<string, unknown>,
): string {
  const places: string[] = [];
  const words: string[] = [];
  for (const [name, { fallback, positional }] of Object.entries(flags)) {
    const value = options.get(name);
    if (notReplayed.has(name) || value === fallback) continue;
    if (positional === true) places.push(word(String(value)));
    else words.push(flagName(name), ...(value === true ? [] : [word(String(value))]));
  }
  return [program, ...places, ...words].join(" ");
}

/** Quoted only where a shell would read something else. */
function word(text: string): string {
  return /^[\w.,:/=-]+$/.test(text) ? text : quote(text);
}
