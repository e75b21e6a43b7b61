/** One job on real processes: a master and its workers, from their start to their end. */
import { statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Host } from "../../nodes/host/host.ts";
import { RpcError } from "../../nodes/host/rpc-error.ts";
import { type JobStatus, Master } from "../../nodes/mapreduce/protocol.ts";
import type { Cluster } from "../kit/cluster.ts";
import type { FlagValues, NodeSpec } from "../kit/node-command.ts";
import type { NodeProcess } from "../kit/node-process.ts";

/** Where a job's processes run. */
export interface JobPlace {
  readonly cluster: Cluster;
  readonly host: Host;
  /** Of the cluster: holds `data/`. */
  readonly directory: string;
}

export interface JobSetup {
  /** Begins the ids of its nodes. */
  readonly name: string;
  /** Of the master, by their names in camel case; `output` among them. */
  readonly master: FlagValues & { readonly output: string };
  readonly worker?: FlagValues;
  readonly workers: number;
  /** No task is given out before so many are there. Default: all that are started at first. */
  readonly awaitWorkers?: number;
}

const betweenLooksMs = 20;

export class JobRun {
  readonly master: NodeProcess;
  /** All that were ever started. */
  readonly workers: NodeProcess[] = [];
  readonly #place: JobPlace;
  readonly #setup: JobSetup;
  /** When each process ended, by its id; milliseconds since 1970. */
  readonly #ends = new Map<string, number>();

  private constructor(place: JobPlace, setup: JobSetup, master: NodeProcess) {
    this.#place = place;
    this.#setup = setup;
    this.master = master;
    this.#watch(master);
  }

  /** The master first; the workers need its address. @throws StartError */
  static async start(place: JobPlace, setup: JobSetup): Promise<JobRun> {
    const { name, workers } = setup;
    const script = "nodes/mapreduce/master.ts";
    const flags = { ...setup.master, awaitWorkers: setup.awaitWorkers ?? Math.max(workers, 1) };
    const spec: NodeSpec = { id: `${name}-master`, script, flags, endsWith: [0, 1] };
    const run = new JobRun(place, setup, await place.cluster.start(spec));
    await run.startWorkers(workers);
    return run;
  }

  /** More workers, a few at once. @param change flags that replace those of the setup */
  async startWorkers(count: number, change: FlagValues = {}): Promise<NodeProcess[]> {
    const { name } = this.#setup;
    const worker = { ...this.#setup.worker, ...change };
    const specs = Array.from({ length: count }, (_, index): NodeSpec => {
      const flags = { master: this.master.address, ...worker };
      const id = `${name}-w${this.workers.length + index + 1}`;
      return { id, script: "nodes/mapreduce/worker.ts", flags, endsWith: [0] };
    });
    const started = await this.#place.cluster.startAll(specs);
    this.workers.push(...started);
    for (const node of started) this.#watch(node);
    return started;
  }

  get output(): string {
    return this.#setup.master.output;
  }

  /** What the master says, or, once it has ended, what it said last. */
  async status(): Promise<JobStatus> {
    if (this.master.running) {
      try {
        return await this.#place.host.connect(Master, this.master.address).status({});
      } catch (error) {
        if (!(error instanceof RpcError)) throw error;
      }
    }
    await this.master.exited;
    const report = join(this.#place.directory, "data", this.master.id, "report.json");
    return JSON.parse(await readFile(report, "utf8"));
  }

  /** Looks until something is so, or the job is over. @returns the status at that moment */
  async until(condition: (status: JobStatus) => boolean): Promise<JobStatus> {
    for (;;) {
      const status = await this.status();
      if (condition(status) || status.state !== "running") return status;
      if (this.workers.every(({ running }) => !running)) {
        throw new Error("no worker is left, and the job is not over");
      }
      await this.#place.host.clock.sleep(betweenLooksMs);
    }
  }

  /** Until all of its processes have ended by themselves. */
  async finish(look: (status: JobStatus) => void = () => {}): Promise<JobStatus> {
    await this.until((status) => {
      look(status);
      return false;
    });
    await Promise.all([this.master, ...this.workers].map((node) => node.exited));
    return this.status();
  }

  /** Milliseconds from the last output until each process ended; negative where it was before. */
  async endsAfterOutput(reduceTasks: number): Promise<ReadonlyMap<string, number>> {
    const placed = Array.from({ length: reduceTasks }, (_, number) => {
      // A rename changes the inode's time, not that of its content.
      return statSync(join(this.output, `part-${number}`)).ctimeMs;
    });
    const finalMs = Math.max(...placed);
    return new Map([...this.#ends].map(([id, endMs]) => [id, endMs - finalMs]));
  }

  /** Processes that were killed on purpose are not waited for and not judged. */
  async kill(node: NodeProcess): Promise<void> {
    await node.kill();
    this.#ends.delete(node.id);
  }

  /** SIGKILL, and a new start on what its journal has, where it was. */
  async restartMaster(): Promise<void> {
    await this.master.kill();
    await this.master.restart({ samePort: true });
    this.#watch(this.master);
  }

  #watch(node: NodeProcess): void {
    void node.exited.then(() => this.#ends.set(node.id, Date.now()));
  }
}
