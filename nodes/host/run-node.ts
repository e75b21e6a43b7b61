/**
 * Runs a node as a process: flags, host, start, `READY`, and an orderly end. The contract of every
 * node's command line is written here once.
 */
import { lockDirectory } from "./disk.ts";
import { exitCodes } from "./exit-codes.ts";
import {
  type Flags,
  flag,
  flagName,
  type Options,
  parseFlag,
  parseFlags,
  UsageError,
} from "./flags.ts";
import type { Host, Server } from "./host.ts";
import { logLevels } from "./log.ts";
import { createRealHost } from "./real.ts";
import { RpcError } from "./rpc-error.ts";
import { loadCredentials, tlsModes } from "./tls.ts";

/** What every node takes. */
const commonFlags = {
  id: flag.id("name of this node, unique in its system"),
  address: flag.address("where to listen; port 0 lets the system choose", "127.0.0.1:0"),
  advertise: flag.optional(
    flag.address("where others are told to reach this node (default: where it listens)"),
  ),
  dataDir: flag.optional(flag.text("DIR", "the node's own directory (default: data/<id>)")),
  seed: flag.optional(
    flag.integer("seed of the node's randomness", { min: 0, max: Number.MAX_SAFE_INTEGER }),
  ),
  logLevel: flag.choice("how much to log on stderr", logLevels, "info"),
  tls: flag.choice("transport security; mutual: clients show a certificate too", tlsModes, "off"),
  certs: flag.text("DIR", "where `bun scripts/certs.ts` put the certificates", "certs"),
};

/** What a node's start function is given besides its own flags. */
export interface CommonOptions {
  readonly address: string;
  /** What others are told instead of the own address, such as that of a proxy. */
  readonly advertise?: string | undefined;
}

/** What a start function returns where the node's work comes to an end. */
export interface FiniteServer extends Server {
  /** Resolves with the process's exit code when there is nothing left to do. */
  readonly finished?: Promise<number>;
}

/** What a process of one role is. */
export interface NodeProgram<Table extends Flags> {
  /** As in the file's name, such as `registry`. */
  readonly role: string;
  /** One sentence for `--help`. */
  readonly summary: string;
  readonly flags: Table;
  /** Why these options don't fit together, or undefined when they do. */
  readonly problem?: (options: Options<Table>) => string | undefined;
  /** Asked for again, on a terminal, when there was a problem. */
  readonly askAgain?: readonly (keyof Table & string)[];
  readonly start: (host: Host, options: Options<Table> & CommonOptions) => Promise<FiniteServer>;
}

/**
 * Runs until SIGTERM or SIGINT, or until the node's work is done; ends the process with the codes
 * of `exit-codes.ts`.
 */
export async function runNode<Table extends Flags>(program: NodeProgram<Table>): Promise<void> {
  const problem = bunProblem(Bun.version);
  if (problem !== undefined) fail(problem, exitCodes.usage);
  try {
    const options = await readOptions(program, process.argv.slice(2));
    await serveUntilStopped(program, options);
  } catch (error) {
    if (error instanceof UsageError) fail(error.message, exitCodes.usage);
    if (error instanceof RpcError) fail(error.details, exitCodes.unavailable);
    fail(
      error instanceof Error ? (error.stack ?? error.message) : String(error),
      exitCodes.software,
    );
  }
}

function fail(sentence: string, code: number): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
}

/** Why a node does not run on this version of Bun: earlier ones of 1.4 leak the buffers of TLS. */
export function bunProblem(version: string): string | undefined {
  if (Bun.semver.satisfies(version, ">=1.4.3")) return undefined;
  return `Bun ${version} is too old: at least 1.4.3 is needed.`;
}

type AllOptions<Table extends Flags> = Options<Table> & Options<typeof commonFlags>;

async function readOptions<Table extends Flags>(
  program: NodeProgram<Table>,
  commandLine: readonly string[],
): Promise<AllOptions<Table>> {
  const table = { ...commonFlags, ...program.flags };
  const parsed = parseFlags(program.role, program.summary, table, commandLine);
  let options = parsed as AllOptions<Table>;
  for (;;) {
    const problem = program.problem?.(options);
    if (problem === undefined) return options;
    if (!process.stdin.isTTY || program.askAgain === undefined) throw new UsageError(problem);
    process.stderr.write(`${problem}\n`);
    options = { ...options, ...(await ask(program.flags, program.askAgain)) };
  }
}

/** Asks on the terminal for the values of some flags, each until it can be read. */
async function ask(flags: Flags, names: readonly string[]): Promise<Record<string, unknown>> {
  const { createInterface } = await import("node:readline/promises");
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answers = new Map<string, unknown>();
  for (const name of names) {
    const wanted = flags[name];
    while (wanted !== undefined && !answers.has(name)) {
      const text = await terminal.question(`${flagName(name)} ${wanted.placeholder}: `);
      try {
        answers.set(name, parseFlag(name, wanted, text.trim()));
      } catch (error) {
        process.stderr.write(`${(error as Error).message}\n`);
      }
    }
  }
  terminal.close();
  return Object.fromEntries(answers);
}

async function serveUntilStopped<Table extends Flags>(
  program: NodeProgram<Table>,
  options: AllOptions<Table>,
): Promise<void> {
  const { id, dataDir, seed, logLevel, tls, certs } = options;
  const credentials = orUsage("--certs", () => loadCredentials(tls, certs, id));
  const dataDirectory = dataDir ?? `data/${id}`;
  const lock = orUsage("--data-dir", () => lockDirectory(dataDirectory));
  process.on("exit", () => lock[Symbol.dispose]());
  const host = createRealHost({ id, dataDirectory, seed, logLevel, credentials });
  const crash = (error: unknown) => {
    host.log.error("crashed", { error: error instanceof Error ? error.stack : String(error) });
    process.exit(exitCodes.software);
  };
  process.on("uncaughtException", crash).on("unhandledRejection", crash);
  let server: FiniteServer | undefined;
  let stopping = false;
  const stop = async (reason: string, code: number) => {
    if (stopping) return;
    stopping = true;
    host.log.info("stopping", { reason });
    // A node that is not ready has promised nothing, and what it waits for may never come.
    await server?.stop();
    process.exit(code);
  };
  for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => stop(signal, exitCodes.ok));
  server = await program.start(host, options);
  process.stdout.write(`READY ${id} ${server.address}\n`);
  void server.finished?.then((code) => stop("finished", code));
}

/** What a flag names is not there or not right: one sentence instead of a stack. */
function orUsage<Result>(name: string, open: () => Result): Result {
  try {
    return open();
  } catch (error) {
    if (error instanceof RpcError) throw error;
    throw new UsageError(`${name} can't be used: ${(error as Error).message}`);
  }
}
