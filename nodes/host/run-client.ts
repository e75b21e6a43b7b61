/**
 * Runs a client as a command: flags, host, arguments, and an exit code. What it found goes to
 * stdout; a failure is one sentence on stderr.
 */
import { createInterface } from "node:readline";
import { exitCodes } from "./exit-codes.ts";
import {
  commandWith,
  type Flags,
  flag,
  type Options,
  optionsOf,
  refuseUsage,
  UsageError,
} from "./flags.ts";
import type { Host } from "./host.ts";
import { logLevels } from "./log.ts";
import { createRealHost } from "./real.ts";
import { RpcError } from "./rpc-error.ts";
import { loadCredentials, tlsModes } from "./tls.ts";

const commonFlags = {
  id: flag.optional(flag.id("name of this client (default: a new one each time)")),
  json: flag.switch("one JSON document on stdout instead of text"),
  logLevel: flag.choice("how much to log on stderr", logLevels, "warn"),
  tls: flag.choice("transport security; mutual: this client shows a certificate", tlsModes, "off"),
  certs: flag.text("DIR", "where `bun scripts/certs.ts` put the certificates", "certs"),
};

/** One thing that the client can do. */
export interface ClientCommand {
  /** With its arguments, as commander has them: `write <name> <content> [uuid]`. */
  readonly usage: string;
  readonly description: string;
}

/** What a command works with. */
export interface ClientContext<Table extends Flags> {
  readonly host: Host;
  readonly options: Options<Table> & { readonly json: boolean };
  /** The command's name. */
  readonly command: string;
  /** Its arguments; one that was left out is undefined. */
  readonly arguments: readonly (string | undefined)[];
  /** A file that the command line names. @throws UsageError when it can't be read */
  readFile(path: string): Promise<string>;
  /** All of stdin. */
  readInput(): Promise<string>;
  /** The next line of stdin; a terminal does not show what is typed. Empty when there is none. */
  readSecret(prompt: string): Promise<string>;
  /** Whether somebody sits at a terminal and can be asked. */
  readonly isTerminal: boolean;
  /** Asks on stderr for a line that a terminal does not show. */
  beginSecret(prompt: string): void;
  /** The line has come. */
  endSecret(): void;
  /** The lines of stdin as they come, without their ends. */
  inputLines(): AsyncIterable<string>;
  /** One line on stdout. */
  print(line: string): void;
}

export interface ClientProgram<Table extends Flags> {
  /** From the repository's root, such as `nodes/filestore/client.ts`. */
  readonly script: string;
  readonly summary: string;
  readonly flags: Table;
  readonly commands: readonly ClientCommand[];
  /** What to run when no command is given; undefined: one must be given. */
  readonly commandOf?: (options: Options<Table>) => string | undefined;
  /** The exit code: 0 when done, 1 when it was refused. */
  readonly run: (context: ClientContext<Table>) => Promise<number>;
}

/** Ends the process: 64 for bad usage, 69 when nobody answers, else what `run` says. */
export async function runClient<Table extends Flags>(program: ClientProgram<Table>): Promise<void> {
  let code: number;
  process.on("exit", endSecret);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(130));
  try {
    code = await program.run(readCommandLine(program, process.argv.slice(2)));
  } catch (error) {
    code = explain(error);
  }
  await printed();
  process.exit(code);
}

/** @returns the exit code */
function explain(error: unknown): number {
  const known = error instanceof UsageError || error instanceof RpcError;
  process.stderr.write(known ? `${sentence(error)}\n` : `${(error as Error).stack}\n`);
  if (!known) return exitCodes.software;
  return error instanceof UsageError ? exitCodes.usage : exitCodes.unavailable;
}

/** Resolves when all that was printed has left the process: an exit would cut off the rest. */
function printed(): Promise<void> {
  return new Promise((resolve) => process.stdout.end(resolve));
}

/** An indefinite error must not read like a refusal. */
function sentence(error: UsageError | RpcError): string {
  if (error instanceof UsageError) return error.message;
  const known = error.definite ? "nothing was changed" : "whether it happened is not known";
  return `${error.code}: ${error.details} (${known})`;
}

function readCommandLine<Table extends Flags>(
  program: ClientProgram<Table>,
  commandLine: readonly string[],
): ClientContext<Table> {
  const table = { ...commonFlags, ...program.flags };
  const root = commandWith(`bun ${program.script}`, program.summary, table);
  let chosen: Pick<ClientContext<Table>, "command" | "arguments"> | undefined;
  for (const { usage, description } of program.commands) {
    const command = root.command(usage).description(description);
    const count = command.registeredArguments.length;
    command.action((...given: unknown[]) => {
      const words = given.slice(0, count) as (string | undefined)[];
      chosen = { command: command.name(), arguments: words };
    });
  }
  // Without an action, commander takes a line without a command for one that asks for help.
  root.allowExcessArguments().action(() => {
    const [word] = root.args;
    if (word !== undefined) throw new UsageError(`There is no command ${word}. See --help.`);
  });
  try {
    root.parse([...commandLine], { from: "user" });
  } catch (error) {
    refuseUsage(error);
  }
  const options = optionsOf(root, table) as Options<Table> & Options<typeof commonFlags>;
  const command = program.commandOf?.(options);
  if (command !== undefined) chosen ??= { command, arguments: [] };
  if (chosen === undefined) throw new UsageError("No command was given. See --help.");
  return {
    ...chosen,
    host: clientHost(options),
    options,
    readFile,
    readInput: () => Bun.stdin.text(),
    readSecret,
    isTerminal: process.stdin.isTTY === true,
    beginSecret,
    endSecret,
    inputLines: () => createInterface({ input: process.stdin }),
    print: (line) => process.stdout.write(`${line}\n`),
  };
}

async function readSecret(prompt: string): Promise<string> {
  beginSecret(prompt);
  try {
    for await (const line of createInterface({ input: process.stdin })) return line;
    return "";
  } finally {
    endSecret();
  }
}

let isHidden = false;

/** By `stty`, which leaves the editing of the line to the terminal. */
function beginSecret(prompt: string): void {
  if (process.stdin.isTTY) Bun.spawnSync(["stty", "-echo"], { stdin: "inherit" });
  isHidden = process.stdin.isTTY;
  process.stderr.write(process.stdin.isTTY ? prompt : `${prompt}\n`);
}

function endSecret(): void {
  if (!isHidden) return;
  isHidden = false;
  Bun.spawnSync(["stty", "echo"], { stdin: "inherit" });
  // The end of the line was not shown either.
  process.stderr.write("\n");
}

async function readFile(path: string): Promise<string> {
  try {
    return await Bun.file(path).text();
  } catch (error) {
    throw new UsageError(`${path} can't be read: ${(error as Error).message}`);
  }
}

function clientHost(options: Options<typeof commonFlags>): Host {
  const id = options.id ?? `client-${crypto.randomUUID().slice(0, 8)}`;
  const credentials = loadCredentials(options.tls, options.certs, id);
  return createRealHost({
    id,
    dataDirectory: `data/${id}`,
    logLevel: options.logLevel,
    credentials,
  });
}
