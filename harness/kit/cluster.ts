import { appendFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { type FlagValues, type NodeSpec, otherProgram } from "./node-command.ts";
import {
  defaultPatience,
  type NodeObserver,
  NodeProcess,
  type Patience,
  type StopReport,
} from "./node-process.ts";

/** A start is computing only: more at once than there are processors makes all of them slower. */
const startsAtOnce = Math.max(2, availableParallelism());

export interface ClusterOptions extends Partial<Patience> {
  /** Every node gets it as `--seed`; it makes something of its own of it and its id. */
  readonly seed?: number;
  /** Holds programs that are run in the place of our nodes; see `otherProgram`. */
  readonly programs?: string | undefined;
}

/**
 * The node processes of one run. `await using` stops all of them; when the harness dies first,
 * whatever the reason, they die with it (see `ProcessGroup`).
 */
export class Cluster implements AsyncDisposable {
  readonly #directory: string;
  readonly #commonFlags: FlagValues;
  readonly #patience: Patience;
  readonly #programs: string | undefined;
  readonly #others = new Set<string>();
  readonly #nodes = new Map<string, NodeProcess>();
  #ended = false;

  /** @param directory holds `logs/`, `data/` and `nodes.jsonl`: what happened to each node when */
  constructor(directory: string, options: ClusterOptions = {}) {
    const { seed, programs, ...limits } = options;
    this.#directory = directory;
    this.#commonFlags = seed === undefined ? {} : { seed };
    this.#patience = { ...defaultPatience, ...limits };
    this.#programs = programs;
  }

  /** All nodes in the order of their first start, also those that still start or have ended. */
  get nodes(): readonly NodeProcess[] {
    return [...this.#nodes.values()];
  }

  /** The programs that were started in the place of our nodes. */
  get otherPrograms(): readonly string[] {
    return [...this.#others];
  }

  /** @throws Error when there is no such node */
  node(id: string): NodeProcess {
    const node = this.#nodes.get(id);
    if (node === undefined) throw new Error(`there is no node ${id}`);
    return node;
  }

  /**
   * Starts a node and waits until it is ready.
   * @throws StartError
   */
  async start(spec: NodeSpec): Promise<NodeProcess> {
    if (this.#ended) throw new Error(`node ${spec.id} is started after the end of its cluster`);
    if (this.#nodes.has(spec.id)) throw new Error(`there is a node ${spec.id} already`);
    if (!/^[a-z0-9][a-z0-9-]*$/i.test(spec.id)) throw new Error(`not a node's id: ${spec.id}`);
    const place = {
      logFile: join(this.#directory, "logs", `${spec.id}.log`),
      dataDirectory: join(this.#directory, "data", spec.id),
    };
    const script = this.#programOf(spec.script);
    const seeded = { ...spec, script, flags: { ...this.#commonFlags, ...spec.flags } };
    const note: NodeObserver = (event, how) => this.#note({ node: spec.id, event, how });
    const node = new NodeProcess(seeded, place, this.#patience, note);
    this.#nodes.set(spec.id, node);
    try {
      await node.start();
    } catch (error) {
      this.#nodes.delete(spec.id);
      throw error;
    }
    return node;
  }

  /**
   * Starts several nodes, a few at once. After a failure no further one is started.
   * @returns the nodes in the order of `specs`
   * @throws StartError the first one
   */
  async startAll(specs: readonly NodeSpec[]): Promise<NodeProcess[]> {
    const waiting = specs.values();
    let failed = false;
    const work = async () => {
      for (const spec of waiting) {
        if (failed) return;
        await this.start(spec);
      }
    };
    const workers = Array.from({ length: startsAtOnce }, () =>
      work().catch((error: unknown) => {
        failed = true;
        throw error;
      }),
    );
    await Promise.all(workers);
    return specs.map(({ id }) => this.node(id));
  }

  /** What nodes did against their contract, a sentence each; see `NodeProcess.faults`. */
  faults(): string[] {
    return this.nodes.flatMap((node) => node.faults);
  }

  /** Stops all nodes that run, at once. */
  async stopAll(): Promise<StopReport[]> {
    const running = this.nodes.filter((node) => node.running);
    return await Promise.all(running.map((node) => node.stop()));
  }

  /** Now, as a line on the clock of the history. */
  #note(event: object): void {
    const line = JSON.stringify({ time: performance.now(), ...event });
    try {
      appendFileSync(join(this.#directory, "nodes.jsonl"), `${line}\n`);
    } catch (error) {
      // The last word of a node may come when its folder is gone already.
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  }

  /** Ends all at once and without asking; no further node can be started. */
  async killAll(): Promise<void> {
    this.#ended = true;
    const running = this.nodes.filter((node) => node.running);
    await Promise.all(running.map((node) => node.kill()));
  }

  #programOf(script: string): string {
    if (this.#programs === undefined) return script;
    const other = otherProgram(this.#programs, script);
    if (other === undefined) return script;
    this.#others.add(other);
    return other;
  }

  /** Stops all; no further node can be started. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#ended = true;
    await this.stopAll();
  }
}
