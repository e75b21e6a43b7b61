/** What every benchmark's command line has, and the exit codes of all of them. */
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { repositoryRoot } from "../../harness/kit/repository.ts";
import { RunFolder } from "../../harness/kit/run-folder.ts";
import { exitCodes } from "../../nodes/host/exit-codes.ts";
import {
  type Flag,
  type Flags,
  flag,
  type Options,
  parseFlags,
  UsageError,
} from "../../nodes/host/flags.ts";
import { writeDerived } from "./derived.ts";
import { LoadProcesses } from "./load-processes.ts";

/** Several values with commas between them. */
export function listOf<Value>(
  inner: Flag<Value>,
  fallback: readonly Value[],
): Flag<readonly Value[]> {
  const { placeholder, description, parse } = inner;
  return {
    placeholder: `${placeholder},…`,
    description,
    fallback,
    fallbackText: fallback.join(","),
    parse: (text) => text.split(",").map(parse),
  };
}

const seconds: Flag<number> = {
  placeholder: "S",
  description: "how long each measurement takes (0.05 to 600 s)",
  parse: (text) => {
    const value = Number(text);
    if (value >= 0.05 && value <= 600) return value;
    throw new Error(`0.05 to 600 seconds, but is ${JSON.stringify(text)}`);
  },
};

const commonFlags = {
  smoke: flag.switch("only to see that it works: few, short measurements"),
  seconds: flag.optional(seconds),
  repeats: flag.optional(flag.integer("of each measurement", { min: 1, max: 1_000 })),
  seed: flag.optional(flag.integer("seed of all that is random", { min: 0, max: 2 ** 32 - 1 })),
  processes: flag.integer("processes that generate load", {
    min: 1,
    max: 64,
    fallback: Math.min(2, availableParallelism()),
  }),
};

export interface Benchmark<Table extends Flags> {
  /** Of the command and of its results: `filestore` is `scripts/bench/filestore.ts`. */
  readonly name: string;
  /** One sentence for `--help`. */
  readonly summary: string;
  readonly flags: Table;
  readonly run: (bench: Bench, options: Options<Table>) => Promise<void>;
}

/** What a benchmark works with. */
export interface Bench {
  readonly smoke: boolean;
  /** As given, or undefined: then the benchmark knows what suits it. */
  readonly seconds: number | undefined;
  readonly repeats: number | undefined;
  readonly loads: LoadProcesses;
  /** How many `loads` has. */
  readonly processes: number;
  /** Of all that is random. */
  readonly seed: number;
  /** Holds `logs/` and `data/` of all nodes; the data is removed at the end. */
  readonly directory: string;
  /** Where results go. */
  readonly output: string;
  /** Makes the same measurements again. */
  readonly command: string;
  /** To stderr. */
  progress(text: string): void;
}

/** Something that is needed is not installed: the message says what. */
export class MissingPeerError extends Error {
  override readonly name = "MissingPeerError";
}

/** Ends with 0, or 1 when something was not as it should be, 64 on bad usage, 69 without a peer. */
export async function runBenchmark<Table extends Flags>(benchmark: Benchmark<Table>) {
  const { name, summary, flags } = benchmark;
  const program = `bun run scripts/bench/${name}.ts`;
  const place = flag.text("DIR", "where results go", `results/${name}`);
  const words = process.argv.slice(2);
  try {
    const table = { ...flags, ...commonFlags, output: place };
    const options = parseFlags(program, summary, table, words) as Options<Table> &
      Options<typeof commonFlags> & { readonly output: string };
    const seed = options.seed ?? crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
    const given = options.seed === undefined ? [...words, "--seed", seed] : words;
    const folder = await RunFolder.create(`bench-${name}`);
    await using loads = new LoadProcesses(options.processes, seed);
    const output = resolve(repositoryRoot, options.output);
    await benchmark.run(
      {
        ...options,
        seed,
        loads,
        directory: folder.path,
        output,
        command: [program, ...given].join(" "),
        progress: (text) => process.stderr.write(`${text}\n`),
      },
      options,
    );
    const derived = await writeDerived(name, output);
    console.log(derived.get("targets.md") ?? "");
    await folder.removeData();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${message}\n`);
    if (error instanceof UsageError) process.exitCode = exitCodes.usage;
    else if (error instanceof MissingPeerError) process.exitCode = exitCodes.unavailable;
    else process.exitCode = 1;
  }
}
