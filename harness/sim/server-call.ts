/** One call as the serving node sees it: interceptors, handler, answer. */
import type { Call, Identity } from "../../nodes/host/host.ts";
import { RpcError, toRpcError } from "../../nodes/host/rpc-error.ts";
import type { ClientCall } from "./client-call.ts";
import type { Listener } from "./listener.ts";

/** Messages of a stream that may be on their way, as flow control would allow. */
const streamWindow = 16;

const noMetadata: ReadonlyMap<string, string> = new Map();

export class ServerCall implements Call {
  readonly method: string;
  readonly peer: string;
  readonly identity: Identity | undefined;
  readonly metadata: ReadonlyMap<string, string>;
  /** Messages of a stream that were sent. */
  sent = 0;
  /** When the last packet of the answer arrives: those of one stream keep their order. */
  lastAnswerAt = 0;
  /** Whether the answer gets lost on its way; not drawn before there is one. */
  replyLost: boolean | undefined;
  private readonly arrivedAt: number;
  private controller: AbortController | undefined;
  private aborted = false;
  /** Wakes a stream that waits until messages were taken. */
  private wake: (() => void) | undefined;

  readonly call: ClientCall;
  readonly listener: Listener;

  constructor(call: ClientCall, listener: Listener) {
    this.call = call;
    this.listener = listener;
    this.method = call.method.path;
    this.peer = call.connection.localAddress;
    const { host } = call.connection;
    this.identity = call.simulation.identityOf(host.id);
    const { metadata } = call.options;
    this.metadata = metadata === undefined ? noMetadata : new Map(Object.entries(metadata));
    this.arrivedAt = call.simulation.scheduler.now;
    call.served.push(this);
    listener.serving.add(this);
  }

  /** As in gRPC, the time-out travels with the request and runs from its arrival. */
  remainingMs(): number {
    return this.arrivedAt + this.call.timeoutMs - this.call.simulation.scheduler.now;
  }

  get signal(): AbortSignal {
    if (this.controller === undefined) {
      this.controller = new AbortController();
      const { node, generation } = this.listener.host;
      const remainingMs = Math.max(this.remainingMs(), 0);
      if (this.aborted) this.abort();
      else this.call.simulation.scheduler.on(node, generation, remainingMs, () => this.abort());
    }
    return this.controller.signal;
  }

  /** The caller has gone away, or gave up. */
  abort(): void {
    this.aborted = true;
    this.wake?.();
    this.controller?.abort(new RpcError("CANCELLED", "the caller has gone away"));
  }

  async run(): Promise<void> {
    let message: Buffer | undefined;
    let status: RpcError | undefined;
    try {
      message = await this.execute();
    } catch (error) {
      status = toRpcError(error);
    }
    const durationMs = this.call.simulation.scheduler.now - this.arrivedAt;
    const { code, details } = status ?? ({ code: "OK", details: "" } as const);
    for (const { status: hook } of this.listener.interceptors)
      hook?.(this, { code, details, durationMs });
    this.listener.done(this);
    this.call.simulation.transport.reply(this, message, status);
  }

  /** The answer of a unary method; undefined after a stream. */
  private async execute(): Promise<Buffer | undefined> {
    const { method, request: bytes } = this.call;
    const { interceptors } = this.listener;
    for (const interceptor of interceptors) await interceptor.start?.(this);
    const handler = this.listener.handler(method.path);
    if (handler === undefined) throw new RpcError("UNIMPLEMENTED", `there is no ${method.path}`);
    const request = method.decodeRequest(bytes);
    for (const interceptor of interceptors) await interceptor.request?.(this, request);
    const answer = handler(request, this);
    if (!(Symbol.asyncIterator in answer)) return method.encodeResponse(await answer);
    await this.stream(answer);
    return undefined;
  }

  private async stream(answer: AsyncIterable<object>): Promise<void> {
    const { method, simulation } = this.call;
    let onTheirWay = 0;
    for await (const message of answer) {
      if (this.aborted) return;
      onTheirWay += 1;
      simulation.transport.streamed(this, method.encodeResponse(message), () => {
        onTheirWay -= 1;
        this.wake?.();
      });
      if (onTheirWay < streamWindow) continue;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }
}
