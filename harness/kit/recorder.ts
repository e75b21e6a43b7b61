import { onBehalf } from "../../nodes/host/call-trace.ts";
import { RpcError } from "../../nodes/host/rpc-error.ts";
import type { Event } from "../check/history.ts";

/** What an operation is: the fields of its `invoke`, see `Event`. */
export interface Operation {
  /**
   * The sequential client that does it. After an operation whose outcome is not known the recorder
   * writes a new name for the same client (`c1`, `c1/2`, `c1/3`, …), because the old one may still
   * be at it.
   */
  readonly process: string;
  readonly f: string;
  readonly key: string | null;
  readonly value: unknown;
  readonly node?: string;
}

interface Client {
  /** Counts from 1; one more after every `info`. */
  incarnation: number;
  /** What it is at; undefined between operations. */
  pending: Operation | undefined;
}

/** Records the history of a run, in memory and as JSON lines. */
export class Recorder implements AsyncDisposable {
  readonly #events: Event[] = [];
  readonly #clients = new Map<string, Client>();
  readonly #file: Bun.FileSink;
  #closed = false;

  /** @param file is written as the run goes on, and is complete after `close` */
  constructor(file: string) {
    this.#file = Bun.file(file).writer({ highWaterMark: 64 * 1024 });
  }

  /** All events so far, in the order of their times. */
  get events(): readonly Event[] {
    return this.#events;
  }

  /**
   * Does an operation and records it: `ok` with the answer; `fail` when it threw an `RpcError` that
   * says that it certainly did not happen; `info` when it threw anything else.
   * @param record what of the answer goes into the history; all of it by default
   * @returns the answer
   * @throws whatever `body` throws
   */
  async operation<Answer>(
    operation: Operation,
    body: () => Promise<Answer>,
    record: (answer: Answer) => unknown = (answer) => answer,
  ): Promise<Answer> {
    const client = this.#client(operation.process);
    if (client.pending !== undefined) {
      throw new Error(`client ${operation.process} does two operations at once`);
    }
    this.#write(client, operation, "invoke", operation.value);
    client.pending = operation;
    try {
      const answer = await onBehalf.run(operation.process, body);
      this.#complete(client, operation, "ok", record(answer));
      return answer;
    } catch (error) {
      const definite = error instanceof RpcError && error.definite;
      const reason = error instanceof Error ? error.message : String(error);
      this.#complete(client, operation, definite ? "fail" : "info", reason);
      throw error;
    }
  }

  /** What is still running gets an `info`: it may yet happen. Nothing is recorded afterwards. */
  async close(): Promise<void> {
    if (this.#closed) return;
    for (const client of this.#clients.values()) {
      if (client.pending === undefined) continue;
      this.#complete(client, client.pending, "info", "still running at the end of the run");
    }
    this.#closed = true;
    await this.#file.end();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #client(name: string): Client {
    const known = this.#clients.get(name);
    if (known !== undefined) return known;
    const client: Client = { incarnation: 1, pending: undefined };
    this.#clients.set(name, client);
    return client;
  }

  #complete(client: Client, operation: Operation, type: Event["type"], value: unknown): void {
    if (this.#closed) return;
    client.pending = undefined;
    this.#write(client, operation, type, value);
    if (type === "info") client.incarnation += 1;
  }

  #write(client: Client, operation: Operation, type: Event["type"], value: unknown): void {
    if (this.#closed) throw new Error("the history is closed");
    const { process, f, key, node } = operation;
    const event: Event = {
      time: performance.now(),
      process: client.incarnation === 1 ? process : `${process}/${client.incarnation}`,
      type,
      f,
      key,
      value,
      ...(node === undefined ? {} : { node }),
    };
    this.#events.push(event);
    this.#file.write(`${JSON.stringify(event, bigintAsText)}\n`);
  }
}

/** JSON has no integers beyond 2^53; amounts of money are bigint and go in as decimal digits. */
function bigintAsText(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value;
}
