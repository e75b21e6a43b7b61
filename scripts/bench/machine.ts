/** Where figures come from: without it, they can't be compared with others. */
import { readFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, release, totalmem, type } from "node:os";
import { $ } from "zx";
import { repositoryRoot, versions } from "../../harness/kit/repository.ts";

/** What made a result, when, and on what. */
export interface Provenance {
  readonly command: string;
  /** `2026-01-31` */
  readonly date: string;
  /** Short; with ` and changes` where the tree had some; `unknown` outside of a repository. */
  readonly commit: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  /** Names with versions. */
  readonly software: readonly string[];
  /** Processes that wanted a core in the minute before the benchmark began, in the mean. */
  readonly loadAtStart: number;
  /** Of the processors' time during the benchmark, what the host gave to other machines. */
  readonly stolenPercent: number;
}

const loadAtStart = loadavg()[0] ?? 0;
const timesAtStart = processorTimes();

/** Ticks of all processors since the machine's start, from `/proc/stat` (proc_stat(5)). */
function processorTimes(): { readonly all: number; readonly stolen: number } {
  const line = /^cpu +(.+)$/m.exec(readFileSync("/proc/stat", "utf8"))?.[1] ?? "";
  // The eighth field is stolen time; those behind it are parts of the first two.
  const ticks = line.split(" ").map(Number).slice(0, 8);
  return { all: ticks.reduce((sum, value) => sum + value, 0), stolen: ticks[7] ?? 0 };
}

/** @param others versions of further programs that took part */
export async function provenance(
  command: string,
  others: readonly string[] = [],
): Promise<Provenance> {
  const { proctor, bun, grpcJs } = await versions();
  const times = processorTimes();
  const elapsed = Math.max(1, times.all - timesAtStart.all);
  return {
    command,
    date: new Date().toISOString().slice(0, 10),
    commit: await commit(),
    processor: cpus()[0]?.model.trim() || "unknown processor",
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    software: [`Bun ${bun}`, `grpc-js ${grpcJs}`, `Proctor ${proctor}`, ...others],
    loadAtStart: Number(loadAtStart.toFixed(2)),
    stolenPercent: Number(((100 * (times.stolen - timesAtStart.stolen)) / elapsed).toFixed(1)),
  };
}

async function commit(): Promise<string> {
  const shell = $({ cwd: repositoryRoot, nothrow: true, quiet: true });
  const head = await shell`git rev-parse --short HEAD`;
  if (head.exitCode !== 0) return "unknown";
  // Results themselves change while benchmarks run.
  const changes = await shell`git status --porcelain -- . :!results`;
  return head.stdout.trim() + (changes.stdout.trim() === "" ? "" : " and changes");
}

/** Lines for the head of a result. */
export function provenanceLines(made: Provenance): string[] {
  return [
    `Made by \`${made.command}\` on ${made.date}.`,
    `${made.processor}, ${made.cores} cores, ${made.memoryGiB} GiB; ${made.system}.`,
    `${made.software.join(", ")}; commit ${made.commit}.`,
    `Load ${made.loadAtStart} at the start; ${made.stolenPercent} % of processor time stolen.`,
  ];
}
