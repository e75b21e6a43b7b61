/**
 * Flags of a node's command line: a table from which come the parser, the checks, the `--help`
 * with defaults and units, and the type of the options.
 */
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from "commander";

/** One flag. Without a fallback it must be given. */
export interface Flag<Value> {
  /** What stands for the value in `--help`, such as `HOST:PORT`; empty for a switch. */
  readonly placeholder: string;
  readonly description: string;
  readonly fallback?: Value;
  /** How the fallback reads in `--help`, where its text does not say it. */
  readonly fallbackText?: string;
  /** It stands first on the command line, without the flag's name. */
  readonly positional?: true;
  /** @throws Error whose message completes the sentence "--flag must be …" */
  readonly parse: (text: string) => Value;
}

/** Flags by their name in camel case: `readQuorum` is `--read-quorum`, `leaseMs` is `--lease`. */
export type Flags = Readonly<Record<string, Flag<unknown>>>;

export type Options<Table extends Flags> = {
  readonly [Name in keyof Table]: Table[Name] extends Flag<infer Value> ? Value : never;
};

/** A flag that was given wrongly: the sentence says which and how it should be. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export interface IntegerRange<Fallback> {
  readonly min: number;
  readonly max: number;
  readonly fallback?: Fallback;
  /** Such as `ms`, for `--help`. */
  readonly unit?: string;
}

/** In milliseconds. */
export interface DurationRange {
  readonly minMs: number;
  readonly maxMs: number;
  readonly fallbackMs: number;
}

function showDuration(milliseconds: number): string {
  return milliseconds % 1_000 === 0 ? `${milliseconds / 1_000}s` : `${milliseconds}ms`;
}

export const flag = {
  /** A whole number within a range. Without a fallback it must be given. */
  integer: (description: string, range: IntegerRange<number>): Flag<number> => {
    const { min, max, fallback, unit } = range;
    const limits = `${min} to ${max}${unit === undefined ? "" : ` ${unit}`}`;
    return {
      placeholder: unit?.toUpperCase() ?? "N",
      description: `${description} (${limits})`,
      ...(fallback === undefined
        ? {}
        : { fallback, fallbackText: `${fallback} ${unit ?? ""}`.trim() }),
      parse: (text) => {
        const value = Number(text);
        if (/^-?\d+$/.test(text) && value >= min && value <= max) return value;
        throw new Error(`a whole number, ${limits}, but is ${JSON.stringify(text)}`);
      },
    };
  },
  /** The name of a node. It becomes part of file names, metadata and versions. */
  id: (description: string): Flag<string> => ({
    placeholder: "NAME",
    description,
    parse: (text) => {
      if (/^[a-z0-9][a-z0-9._-]{0,62}$/i.test(text)) return text;
      throw new Error(
        `1 to 63 letters, digits, dots, hyphens and underscores, the first of them a ` +
          `letter or digit, but is ${JSON.stringify(text)}`,
      );
    },
  }),
  /** A time such as `500ms` or `2s`; its value is in milliseconds, and its name ends with `Ms`. */
  duration: (description: string, range: DurationRange): Flag<number> => {
    const limits = `${showDuration(range.minMs)} to ${showDuration(range.maxMs)}`;
    return {
      placeholder: "TIME",
      description: `${description} (${limits})`,
      fallback: range.fallbackMs,
      fallbackText: showDuration(range.fallbackMs),
      parse: (text) => {
        const [, digits, unit] = /^(\d+(?:\.\d+)?)(ms|s)?$/.exec(text) ?? [];
        const value = Number(digits) * (unit === "s" ? 1_000 : 1);
        if (value >= range.minMs && value <= range.maxMs) return value;
        throw new Error(`a time such as 500ms or 2s, ${limits}, but is ${JSON.stringify(text)}`);
      },
    };
  },
  /** `host:port`. */
  address: (description: string, fallback?: string): Flag<string> => ({
    placeholder: "HOST:PORT",
    description,
    ...(fallback === undefined ? {} : { fallback }),
    parse: (text) => {
      const port = Number(/^[^\s:]+:(\d{1,5})$/.exec(text)?.[1] ?? Number.NaN);
      if (port <= 65_535) return text;
      throw new Error(`HOST:PORT, such as 127.0.0.1:7000, but is ${JSON.stringify(text)}`);
    },
  }),
  /** Several `host:port` with commas between them, each once. */
  addresses: (description: string): Flag<readonly string[]> => ({
    placeholder: "HOST:PORT,…",
    description,
    parse: (text) => {
      const addresses = text.split(",");
      for (const address of addresses) flag.address("").parse(address);
      if (new Set(addresses).size === addresses.length) return addresses;
      throw new Error(`addresses that differ, but is ${JSON.stringify(text)}`);
    },
  }),
  /** One of some words. Without a fallback it must be given. */
  choice: <const Choice extends string>(
    description: string,
    choices: readonly Choice[],
    fallback?: Choice,
  ): Flag<Choice> => ({
    placeholder: choices.join("|"),
    description,
    ...(fallback === undefined ? {} : { fallback }),
    parse: (text) => {
      const choice = choices.find((candidate) => candidate === text);
      if (choice !== undefined) return choice;
      throw new Error(`one of ${choices.join(", ")}, but is ${JSON.stringify(text)}`);
    },
  }),
  /** Some of some words, with commas between them. */
  some: <const Choice extends string>(
    description: string,
    choices: readonly Choice[],
  ): Flag<readonly Choice[]> => ({
    placeholder: "NAMES",
    description: `${description}, with commas: ${choices.join(", ")}`,
    parse: (text) =>
      text.split(",").map((word) => {
        const choice = choices.find((candidate) => candidate === word);
        if (choice !== undefined) return choice;
        throw new Error(`some of ${choices.join(", ")}, but has ${JSON.stringify(word)}`);
      }),
  }),
  text: (placeholder: string, description: string, fallback?: string): Flag<string> => ({
    placeholder,
    description,
    ...(fallback === undefined ? {} : { fallback }),
    parse: (text) => text,
  }),
  /** A value that is given by its place. */
  positional: <Value>(inner: Flag<Value>): Flag<Value> => ({ ...inner, positional: true }),
  /** A value that may be left out altogether. */
  optional: <Value>(inner: Flag<Value>): Flag<Value | undefined> => ({
    ...inner,
    fallback: undefined,
    fallbackText: "none",
  }),
  switch: (description: string): Flag<boolean> => ({
    placeholder: "",
    description,
    fallback: false,
    parse: () => true,
  }),
} as const;

/** `readQuorum` → `--read-quorum`; `leaseMs` → `--lease`: a time is given with its unit. */
export function flagName(name: string): string {
  const plain = name.replace(/Ms$/, "");
  return `--${plain.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function attributeName(name: string): string {
  return new Option(flagName(name)).attributeName();
}

/** The flag's value from its text. @throws UsageError */
export function parseFlag<Value>(name: string, flag: Flag<Value>, text: string): Value {
  try {
    return flag.parse(text);
  } catch (error) {
    throw new UsageError(`${flagName(name)} must be ${(error as Error).message}.`);
  }
}

/** What commander calls with the text of a flag. */
function parser(flag: Flag<unknown>) {
  return (text: string): unknown => {
    try {
      return flag.parse(text);
    } catch (error) {
      throw new InvalidArgumentError(`It must be ${(error as Error).message}.`);
    }
  };
}

function toOption(name: string, flag: Flag<unknown>): Option {
  const value = flag.placeholder === "" ? "" : ` <${flag.placeholder}>`;
  const required = "fallback" in flag ? "" : " (required)";
  const option = new Option(`${flagName(name)}${value}`, `${flag.description}${required}`);
  if (flag.placeholder !== "") option.argParser(parser(flag));
  if ("fallback" in flag) option.default(flag.fallback, flag.fallbackText);
  else option.makeOptionMandatory();
  return option;
}

/** A commander command with these flags; the caller adds arguments or subcommands if it has any. */
export function commandWith(name: string, summary: string, flags: Flags): Command {
  const command = new Command(name).description(summary).exitOverride();
  command.configureHelp({ helpWidth: 100 }).configureOutput({ writeErr: () => {} });
  for (const [key, value] of Object.entries(flags)) {
    if (value.positional === true) {
      const text = `${value.description}: ${value.placeholder}`;
      command.addArgument(new Argument(`<${key}>`, text).argParser(parser(value)));
    } else command.addOption(toOption(key, value));
  }
  return command;
}

/**
 * What commander throws: after `--help` it ends the process with 0.
 * @throws UsageError
 */
export function refuseUsage(error: unknown): never {
  if (!(error instanceof CommanderError)) throw error;
  if (error.exitCode === 0) process.exit(0);
  throw new UsageError(toSentence(error.message));
}

/** Commander's `error: unknown option '--sed'\n(Did you mean --seed?)` as one line for people. */
function toSentence(message: string): string {
  const line = message.replace(/^error: /, "").replace(/\s*\n\s*/g, " ");
  const ended = /[.)]$/.test(line) ? line : `${line}.`;
  return `${ended.charAt(0).toUpperCase()}${ended.slice(1)} See --help.`;
}

/**
 * The options of a command line, without the program's own name. `--help` prints and ends the
 * process with 0.
 * @throws UsageError
 */
export function parseFlags<Table extends Flags>(
  name: string,
  summary: string,
  flags: Table,
  commandLine: readonly string[],
): Options<Table> {
  const command = commandWith(name, summary, flags);
  try {
    command.parse([...commandLine], { from: "user" });
  } catch (error) {
    refuseUsage(error);
  }
  return optionsOf(command, flags);
}

/** What a parsed command line came to, by the names of the table. */
export function optionsOf<Table extends Flags>(command: Command, flags: Table): Options<Table> {
  const given = command.opts();
  const places = command.processedArgs.values();
  // Commander names a value after its flag: `--lease` is `lease`, in the table `leaseMs`.
  const entries = Object.entries(flags).map(([name, { positional }]) => {
    return [name, positional ? places.next().value : given[attributeName(name)]];
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Options<Table>;
}
