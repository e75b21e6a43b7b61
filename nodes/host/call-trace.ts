/**
 * Who called whom and when, as JSON lines in a file of each process: what a run's page draws its
 * arrows from. Only where the environment variable `PROCTOR_CALLS` names a directory, as the
 * harness commands do; then a call costs each of its two ends two lines, written together with
 * all others of the same turn of the event loop. What was said in a call is not written.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { closeSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";
import { callerKey } from "./grpc-call.ts";
import type { Call, CallOptions, Interceptor } from "./host.ts";
import { RpcError } from "./rpc-error.ts";

/** One line. A call that was lost, or whose process was killed, has fewer than four of them. */
export interface CallEvent {
  /** Where the call is: at its caller, at its callee, and back. */
  readonly event: "sent" | "received" | "answered" | "returned";
  /**
   * Milliseconds since 1970, fractional: the wall time of the process's start, and what its
   * monotonic clock counted since. So no time steps within a process, and processes of one machine
   * differ by as much as its clock was put right between their starts.
   */
  readonly at: number;
  /** Of the node that writes. */
  readonly node: string;
  /** The same at both ends; sent in the call's metadata. */
  readonly call: string;
  /** With `sent` and `received`, such as `/proctor.filestore.v1.Replica/Write`. */
  readonly method?: string;
  /** With `sent`: the address that was called. */
  readonly to?: string;
  /** With `sent`: the client that it was for, if it was for one. */
  readonly client?: string;
  /** With `received`: the id of the caller. */
  readonly from?: string;
  /** With `answered` and `returned`: the code, such as `OK`. */
  readonly status?: string;
}

/** In the metadata of a call that is traced: its name. */
const callKey = "proctor-call";

/** A file of this many bytes is put aside as `<id>.jsonl.1`, over the one before it. */
const maxFileBytes = 4 * 1024 * 1024;

/** The client that calls are made for, where a process makes calls for several. */
export const onBehalf = new AsyncLocalStorage<string>();

/** By directory and node. */
const traces = new Map<string, CallTrace>();

export class CallTrace {
  readonly #node: string;
  readonly #file: string;
  readonly #start = crypto.randomUUID().slice(0, 8);
  readonly #served = new WeakMap<Call, string>();
  #descriptor: number;
  #bytes = 0;
  #calls = 0;
  #lines = "";
  #failed = false;

  private constructor(directory: string, node: string) {
    mkdirSync(directory, { recursive: true });
    this.#node = node;
    this.#file = join(directory, `${node}.jsonl`);
    this.#descriptor = openSync(this.#file, "a");
  }

  /** Undefined where the harness has not asked for it. Hosts of one id in a process share one. */
  static open(node: string): CallTrace | undefined {
    const directory = process.env["PROCTOR_CALLS"] ?? "";
    if (directory === "") return undefined;
    if (traces.size === 0) process.on("exit", CallTrace.#flushAll);
    return traces.getOrInsertComputed(join(directory, node), () => new CallTrace(directory, node));
  }

  static #flushAll(): void {
    for (const trace of traces.values()) trace.#flush();
  }

  /** Makes a call with its name in its metadata, and writes when it was sent and came back. */
  async unary<Answer>(
    method: string,
    to: string,
    options: CallOptions,
    make: (options: CallOptions) => Promise<Answer>,
  ): Promise<Answer> {
    const call = this.#send(method, to);
    try {
      const answer = await make(named(options, call));
      this.#write({ event: "returned", call, status: "OK" });
      return answer;
    } catch (error) {
      this.#write({ event: "returned", call, status: codeOf(error) });
      throw error;
    }
  }

  /** The same for a call that is answered by a stream. */
  async *streaming<Answer>(
    method: string,
    to: string,
    options: CallOptions,
    make: (options: CallOptions) => AsyncIterable<Answer>,
  ): AsyncGenerator<Answer> {
    const call = this.#send(method, to);
    let status = "OK";
    try {
      yield* make(named(options, call));
    } catch (error) {
      status = codeOf(error);
      throw error;
    } finally {
      this.#write({ event: "returned", call, status });
    }
  }

  /** Writes of each call that is served when it came and when it was answered. */
  interceptor(): Interceptor {
    return {
      start: (call) => {
        const { metadata } = call;
        this.#calls += 1;
        const name = metadata.get(callKey) ?? `${this.#start}-from-${this.#calls}`;
        this.#served.set(call, name);
        const from = metadata.get(callerKey) ?? "";
        this.#write({ event: "received", call: name, method: call.method, from });
      },
      status: (call, { code }) => {
        const name = this.#served.get(call);
        if (name !== undefined) this.#write({ event: "answered", call: name, status: code });
      },
    };
  }

  #send(method: string, to: string): string {
    this.#calls += 1;
    const call = `${this.#start}-${this.#calls}`;
    const client = onBehalf.getStore();
    this.#write({ event: "sent", call, method, to, ...(client === undefined ? {} : { client }) });
    return call;
  }

  #write(event: Omit<CallEvent, "at" | "node">): void {
    if (this.#lines === "") setImmediate(() => this.#flush());
    const at = performance.timeOrigin + performance.now();
    this.#lines += `${JSON.stringify({ at, node: this.#node, ...event })}\n`;
  }

  #flush(): void {
    const lines = this.#lines;
    this.#lines = "";
    if (lines === "" || this.#failed) return;
    try {
      if (this.#bytes > maxFileBytes) this.#putAside();
      this.#bytes += writeSync(this.#descriptor, lines);
    } catch {
      // A full disk ends the trace, not the node.
      this.#failed = true;
    }
  }

  #putAside(): void {
    closeSync(this.#descriptor);
    renameSync(this.#file, `${this.#file}.1`);
    this.#descriptor = openSync(this.#file, "a");
    this.#bytes = 0;
  }
}

function named(options: CallOptions, call: string): CallOptions {
  return { ...options, metadata: { ...options.metadata, [callKey]: call } };
}

function codeOf(error: unknown): string {
  return error instanceof RpcError ? error.code : "UNKNOWN";
}
