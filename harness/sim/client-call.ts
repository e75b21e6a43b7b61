/** One call as the caller's host sees it, from the request to the one way in which it ends. */
import type { CallOptions } from "../../nodes/host/host.ts";
import { RpcError } from "../../nodes/host/rpc-error.ts";
import type { Method } from "../../nodes/host/service.ts";
import type { Connection } from "./connection.ts";
import type { ScheduledEvent } from "./event-queue.ts";
import type { CallFault } from "./fault-plan.ts";
import type { ServerCall } from "./server-call.ts";
import type { Simulation } from "./simulation.ts";

/** Who waits for the call. */
export interface CallObserver {
  message(message: object): void;
  /** Comes once, last; undefined is OK. */
  end(error: RpcError | undefined): void;
}

/** The end of an answer; no status is OK. */
export interface End {
  readonly status: RpcError | undefined;
}

const defaultTimeoutMs = 5_000;

export class ClientCall {
  readonly id: number;
  readonly timeoutMs: number;
  readonly placed: CallFault | undefined;
  /** The server's generation that it was sent to; 0 until a connection is established. */
  generation: number;
  /** Whether the network doubled the request. */
  sentTwice = false;
  /** What serves it; two where the request was duplicated. */
  readonly served: ServerCall[] = [];
  private deadline: ScheduledEvent | undefined;
  private ended = false;
  /** Whose answer is heard. */
  private heard: ServerCall | undefined;
  /** Messages of the answer so far. */
  private received = 0;

  readonly simulation: Simulation;
  readonly connection: Connection;
  readonly method: Method;
  readonly request: Buffer;
  readonly options: CallOptions;
  private readonly observer: CallObserver;

  constructor(
    simulation: Simulation,
    connection: Connection,
    method: Method,
    request: Buffer,
    options: CallOptions,
    observer: CallObserver,
  ) {
    this.simulation = simulation;
    this.connection = connection;
    this.method = method;
    this.request = request;
    this.options = options;
    this.observer = observer;
    const { host, target } = connection;
    this.id = simulation.nextCallId();
    this.timeoutMs = options.timeoutMs ?? defaultTimeoutMs;
    this.generation = connection.generation;
    this.placed = simulation.placed.onCall(method.name, host.id, target?.id ?? "");
  }

  start(): void {
    const { connection, simulation, options } = this;
    const { host, target } = connection;
    if (options.signal?.aborted) {
      this.end(new RpcError("CANCELLED", "cancelled before it was sent", { definite: true }));
      return;
    }
    connection.pending.add(this);
    options.signal?.addEventListener("abort", this.cancel);
    this.deadline = simulation.scheduler.on(host.node, host.generation, this.timeoutMs, () =>
      this.expire(),
    );
    if (target === undefined) this.refused(`there is no node at ${connection.address}`);
    else simulation.transport.request(this, target);
  }

  /**
   * A part of the answer has arrived: a message, the end, or both. Only one server call is heard,
   * where the request came twice, and nothing after a gap: gRPC never loses a part of a stream.
   * @param index how many messages this server call sent before
   */
  receive(from: ServerCall, index: number, message: Buffer | undefined, end?: End): void {
    this.heard ??= from;
    if (this.ended || this.heard !== from || this.received !== index) return;
    if (message !== undefined) {
      this.received += 1;
      this.observer.message(this.method.decodeResponse(message));
    }
    if (end !== undefined) this.end(end.status);
  }

  /** The one end of the call; whatever comes later is ignored. */
  end(error: RpcError | undefined): void {
    if (this.ended) return;
    this.ended = true;
    this.connection.pending.delete(this);
    if (this.deadline !== undefined) this.deadline.action = undefined;
    this.options.signal?.removeEventListener("abort", this.cancel);
    this.observer.end(error && this.sentTwice ? indefinite(error) : error);
  }

  /** Nothing accepted the request. */
  refused(details: string): void {
    this.end(new RpcError("UNAVAILABLE", details, { definite: true }));
  }

  /** The connection broke after the request was sent. */
  dropped(): void {
    const details = `the connection to ${this.connection.address} was lost`;
    this.end(new RpcError("UNAVAILABLE", details, { definite: false }));
  }

  readonly cancel = (): void => {
    if (this.ended) return;
    this.end(new RpcError("CANCELLED", "cancelled by the caller", { definite: false }));
    this.simulation.transport.cancel(this);
  };

  private expire(): void {
    const details = `no answer from ${this.connection.address} within ${this.timeoutMs} ms`;
    this.end(new RpcError("DEADLINE_EXCEEDED", details, { definite: false }));
    this.simulation.transport.cancel(this);
  }
}

/** What happened to one copy of a request that went out twice says nothing of the other. */
function indefinite({ code, details }: RpcError): RpcError {
  return new RpcError(code, details, { definite: false });
}
