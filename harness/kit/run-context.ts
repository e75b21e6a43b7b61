import type { Flags } from "../../nodes/host/flags.ts";
import type { RealHost } from "../../nodes/host/real.ts";
import type { Check } from "../check/verdict.ts";
import type { Cluster } from "./cluster.ts";
import type { CommandOptions } from "./command-flags.ts";
import type { Recorder } from "./recorder.ts";
import type { RunFolder } from "./run-folder.ts";
import type { RunWatch } from "./run-watch.ts";
import { renderTable, type Screen, type Table } from "./table.ts";

/** One thing that a run showed: a text, or a table with its title. */
export type Output = string | (Table & { readonly title: string });

interface Parts<FlagTable extends Flags> {
  readonly options: CommandOptions<FlagTable>;
  readonly folder: RunFolder;
  readonly cluster: Cluster;
  readonly host: RealHost;
  readonly recorder: Recorder;
  readonly watch: RunWatch;
  readonly screen: Screen;
}

/**
 * What the flow of a harness command works with, and what it has said and found so far. Once the
 * run is stopped its nodes are killed: what a flow that goes on then says or finds is left out.
 */
export class RunContext<FlagTable extends Flags> {
  readonly options: CommandOptions<FlagTable>;
  readonly folder: RunFolder;
  readonly cluster: Cluster;
  /** For clients: it connects to the nodes, and its randomness is seeded. */
  readonly host: RealHost;
  readonly recorder: Recorder;
  readonly checks: Check[] = [];
  readonly output: Output[] = [];
  /** Further parts of `--json`, for commands that have any. */
  result: object | undefined;
  /** What was being done last: where the run stood when it was stopped. */
  step = "starting";
  readonly #watch: RunWatch;
  readonly #screen: Screen;

  constructor(parts: Parts<FlagTable>) {
    this.options = parts.options;
    this.folder = parts.folder;
    this.cluster = parts.cluster;
    this.host = parts.host;
    this.recorder = parts.recorder;
    this.#watch = parts.watch;
    this.#screen = parts.screen;
  }

  /** Aborted when the run is stopped: its time is over, it was interrupted, or its flow threw. */
  get signal(): AbortSignal {
    return this.#watch.signal;
  }

  /** Shows a text as part of the result. */
  print(text: string): void {
    this.#show(text);
  }

  /** Shows a table as part of the result. */
  table(title: string, table: Table): void {
    this.#show({ title, ...table });
  }

  /** Adds to what the verdict is made of. */
  check(...checks: readonly Check[]): void {
    if (!this.signal.aborted) this.checks.push(...checks);
  }

  /** Says on stderr what is being done, unless `--quiet`. */
  progress(text: string): void {
    if (this.signal.aborted) return;
    this.step = text;
    if (!this.options.quiet) process.stderr.write(`${text}\n`);
  }

  /** Lifts the time limit and waits for Ctrl-C: for `--serve`. */
  async untilInterrupted(): Promise<void> {
    await this.#watch.untilInterrupted();
  }

  #show(output: Output): void {
    if (this.signal.aborted) return;
    this.output.push(output);
    if (this.options.json) return;
    process.stdout.write(`${showOutput(output, this.#screen)}\n`);
  }
}

function showOutput(output: Output, screen: Screen): string {
  return typeof output === "string" ? output : `${output.title}\n${renderTable(output, screen)}`;
}
