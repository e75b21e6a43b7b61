import { mkdirSync, readFileSync, statSync } from "node:fs";
import { bounded } from "./bounded.ts";
import { type FlagValues, type NodeSpec, nodeCommand, parseReady } from "./node-command.ts";
import { describeExit, type Exit, ProcessGroup } from "./process-group.ts";

/** Where a node's files are. */
export interface NodePlace {
  readonly logFile: string;
  readonly dataDirectory: string;
}

/** How long to wait, in milliseconds. */
export interface Patience {
  /** From the start until READY. */
  readonly readyMs: number;
  /** From SIGTERM until the end; then SIGKILL. */
  readonly stopMs: number;
}

export const defaultPatience: Patience = { readyMs: 10_000, stopMs: 5_000 };

/** How a stop went. */
export interface StopReport extends Exit {
  readonly id: string;
  /** SIGTERM did not end it in time, so SIGKILL did. */
  readonly forced: boolean;
}

/** A node did not come up. The message has its command, how it ended and its last lines. */
export class StartError extends Error {
  override readonly name = "StartError";
  readonly id: string;
  /** Undefined when it had not ended by itself. */
  readonly exit: Exit | undefined;

  constructor(id: string, exit: Exit | undefined, message: string) {
    super(message);
    this.id = id;
    this.exit = exit;
  }
}

const anyPort = "127.0.0.1:0";

/** What happens to the process of a node; `exit` says how it ended. */
export type NodeEvent = "start" | "ready" | "stop" | "kill" | "pause" | "resume" | "exit";

/** Is told what happens to a node when it happens. */
export type NodeObserver = (event: NodeEvent, how?: string) => void;

/** One node of a cluster, over all of its starts. */
export class NodeProcess {
  #spec: NodeSpec;
  readonly #place: NodePlace;
  readonly #patience: Patience;
  readonly #note: NodeObserver;
  readonly #faults: string[] = [];
  #group: ProcessGroup | undefined;
  #address = anyPort;
  /** Its end has been asked for, so that it is no fault of the node. */
  #ending = false;
  /** It was killed by us, maybe while it was stopping in order. */
  #killed = false;

  constructor(spec: NodeSpec, place: NodePlace, patience: Patience, note: NodeObserver) {
    this.#spec = spec;
    this.#place = place;
    this.#patience = patience;
    this.#note = note;
  }

  get id(): string {
    return this.#spec.id;
  }

  /** `host:port` of the last start. */
  get address(): string {
    return this.#address;
  }

  /** Of the last start. */
  get pid(): number {
    return this.#started().pid;
  }

  get running(): boolean {
    return this.#group?.running ?? false;
  }

  /** Resolves when the process of the last start ends, for whatever reason. */
  get exited(): Promise<Exit> {
    return this.#started().exited;
  }

  /** What the node did against its contract: ended unasked, or not as it was asked to. */
  get faults(): readonly string[] {
    return this.#faults;
  }

  /**
   * Starts the process and waits until it is ready. Whatever happens, nothing of a failed start is
   * left running.
   * @throws StartError
   */
  async start(address = this.#spec.address ?? anyPort): Promise<void> {
    if (this.running) throw new Error(`node ${this.id} is running already`);
    mkdirSync(this.#place.dataDirectory, { recursive: true });
    const { dataDirectory, logFile } = this.#place;
    const command = nodeCommand(this.#spec, { address, dataDirectory });
    const logStart = fileSize(logFile);
    const group = new ProcessGroup(command, logFile);
    this.#note("start");
    void group.exited.then((exit) => this.#note("exit", describeExit(exit)));
    this.#group = group;
    this.#ending = false;
    this.#killed = false;

    const outcome = await bounded(
      Promise.race([group.firstLine, group.exited]),
      this.#patience.readyMs,
    );
    const ready = typeof outcome === "string" ? parseReady(outcome, this.id) : undefined;
    if (ready !== undefined) {
      this.#address = ready;
      this.#note("ready");
      void group.exited.then((exit) => this.#noteExit(exit));
      return;
    }
    const exit = typeof outcome === "string" ? undefined : outcome;
    if (exit === undefined) await group.kill();
    throw this.#startError(command, this.#describe(outcome), exit, logStart);
  }

  /**
   * SIGTERM, and SIGKILL when that does not end it in time. A paused node is resumed to let it
   * end. Reports how the last start ended when the node is not running.
   */
  async stop(): Promise<StopReport> {
    const group = this.#started();
    if (!group.running) return { id: this.id, ...(await group.exited), forced: false };
    this.#ending = true;
    this.#note("stop");
    group.signal("SIGTERM");
    group.signalAll("SIGCONT");
    const { stopMs } = this.#patience;
    const exit = await bounded(group.exited, stopMs);
    if (exit === "late") {
      this.#faults.push(`${this.id} did not end within ${stopMs} ms after SIGTERM; it was killed`);
      return { id: this.id, ...(await group.kill()), forced: true };
    }
    if (exit.status !== 0 && !this.#killed) {
      this.#faults.push(`${this.id} ${describeExit(exit)} after SIGTERM`);
    }
    return { id: this.id, ...exit, forced: false };
  }

  /** SIGKILL, to the node and all that it started: what a crash is. Resolves when it is gone. */
  async kill(): Promise<Exit> {
    this.#ending = true;
    this.#killed = true;
    if (this.running) this.#note("kill");
    return await this.#started().kill();
  }

  /** SIGSTOP: the node stands still, its connections stay open. */
  pause(): void {
    this.#note("pause");
    this.#started().signalAll("SIGSTOP");
  }

  /** SIGCONT: a paused node goes on. */
  resume(): void {
    this.#note("resume");
    this.#started().signalAll("SIGCONT");
  }

  /**
   * Stops the node if it is running, and starts it again on its data directory.
   * @param flags replace the flags of the same name for this start and all later ones
   * @param samePort asks for the port that it had, so that its peers find it again
   * @throws StartError
   */
  async restart(
    change: { readonly flags?: FlagValues; readonly samePort?: boolean } = {},
  ): Promise<void> {
    if (this.running) await this.stop();
    this.#spec = { ...this.#spec, flags: { ...this.#spec.flags, ...change.flags } };
    await this.start(change.samePort === true ? this.#address : anyPort);
  }

  #started(): ProcessGroup {
    if (this.#group === undefined) throw new Error(`node ${this.id} was never started`);
    return this.#group;
  }

  #noteExit(exit: Exit): void {
    if (this.#ending || this.#spec.endsWith?.includes(exit.status ?? -1)) return;
    const lastLine = lastLines(this.#place.logFile, 0, 1)[0] ?? "its log is empty";
    this.#faults.push(`${this.id} ${describeExit(exit)} unasked: ${lastLine}`);
  }

  #describe(outcome: string | Exit): string {
    if (typeof outcome !== "string") return describeExit(outcome);
    if (outcome === "late") return `was not READY within ${this.#patience.readyMs} ms`;
    return `printed ${JSON.stringify(outcome)} where "READY ${this.id} <host:port>" belongs`;
  }

  #startError(
    command: readonly string[],
    what: string,
    exit: Exit | undefined,
    logStart: number,
  ): StartError {
    const lines = lastLines(this.#place.logFile, logStart, 10);
    const said = lines.length > 0 ? lines.map((line) => `    ${line}`) : ["    (nothing)"];
    const message = [
      `node ${this.id} did not start: it ${what}`,
      `  command: ${command.join(" ")}`,
      `  log: ${this.#place.logFile}`,
      "  its last lines:",
      ...said,
    ];
    return new StartError(this.id, exit, message.join("\n"));
  }
}

function fileSize(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** The last lines of a log, from a byte on; what the node wrote to stderr is among them. */
function lastLines(file: string, start: number, count: number): string[] {
  const text = readFileSync(file).subarray(start).toString().trimEnd();
  return text === "" ? [] : text.split("\n").slice(-count);
}
