import { closeSync, openSync, writeSync } from "node:fs";
import { $ } from "zx/core";
import { bounded } from "./bounded.ts";
import { repositoryRoot } from "./repository.ts";

/** How a process ended: by itself with a status, or by a signal. */
export interface Exit {
  readonly status: number | null;
  readonly signal: string | null;
}

/** The kernel needs a moment to end a process; one that takes this long is stuck in the kernel. */
const killMs = 10_000;
const longestLine = 4096;

/**
 * One process that leads a process group of its own, so that a Ctrl-C in the terminal reaches only
 * the harness, and so that what the process started ends with it. Both outputs go to a log file.
 */
export class ProcessGroup {
  readonly pid: number;
  readonly exited: Promise<Exit>;
  /** The first line on stdout without its end; stays pending when there is none. */
  readonly firstLine: Promise<string>;
  #running = true;

  /**
   * @param command the program and its arguments; it runs in the repository's root, where
   *   bunfig.toml lets a Bun process die with its parent
   * @param logFile is appended to
   */
  constructor(command: readonly string[], logFile: string) {
    const log = openSync(logFile, "a");
    // zx keeps all that it reads. The log file has it already, so nothing is kept here.
    const store = { stdout: [], stderr: [], stdall: [] as string[] };
    // `exec` replaces the shell, so that the process has the shell's pid and gets its signals.
    const promise = $({
      cwd: repositoryRoot,
      detached: true,
      nothrow: true,
      quiet: true,
      stdio: ["ignore", "pipe", log],
      store,
    })`exec ${command}`;
    const { child } = promise;
    if (child?.pid === undefined || child.stdout === null) {
      throw new Error(`no process came of: ${command.join(" ")}`);
    }
    this.pid = child.pid;

    const firstLine = Promise.withResolvers<string>();
    this.firstLine = firstLine.promise;
    let start: string | undefined = "";
    child.stdout.on("data", (chunk: Buffer) => {
      writeSync(log, chunk);
      for (const kept of Object.values(store)) kept.length = 0;
      if (start === undefined) return;
      start += chunk.toString();
      const end = start.indexOf("\n");
      if (end === -1 && start.length < longestLine) return;
      firstLine.resolve(end === -1 ? start : start.slice(0, end));
      start = undefined;
    });
    promise.finally(() => closeSync(log));

    // Not zx's own promise: that waits until the last holder of stdout is gone, children included.
    const exited = Promise.withResolvers<Exit>();
    this.exited = exited.promise;
    child.once("exit", (status, signal) => {
      this.#running = false;
      this.#signalGroup("SIGKILL");
      exited.resolve({ status, signal });
    });
  }

  get running(): boolean {
    return this.#running;
  }

  /** To the process alone. Nothing happens once it has ended. */
  signal(signal: NodeJS.Signals): void {
    if (this.#running) process.kill(this.pid, signal);
  }

  /** To the process and all that it started. Nothing happens once it has ended. */
  signalAll(signal: NodeJS.Signals): void {
    if (this.#running) this.#signalGroup(signal);
  }

  /** Kills the process and all that it started; resolves when the process is gone. */
  async kill(): Promise<Exit> {
    this.signalAll("SIGKILL");
    const exit = await bounded(this.exited, killMs);
    if (exit === "late") throw new Error(`process ${this.pid} outlived SIGKILL by ${killMs} ms`);
    return exit;
  }

  #signalGroup(signal: NodeJS.Signals): void {
    try {
      process.kill(-this.pid, signal);
    } catch (error) {
      // Nobody is left in the group.
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }
}

/** In words, such as `ended with status 69`. */
export function describeExit({ status, signal }: Exit): string {
  return signal === null ? `ended with status ${status}` : `was ended by ${signal}`;
}
