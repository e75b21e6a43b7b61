/** The end of a stream of frames where calls are made (`frames.ts`). */
import { type ClientDuplexStream, type Client as GrpcClient, status } from "@grpc/grpc-js";
import type { MetadataEntry } from "../../proto/types/proctor/host/v1/MetadataEntry.ts";
import type { Request } from "../../proto/types/proctor/host/v1/Request.ts";
import type { Requests } from "../../proto/types/proctor/host/v1/Requests.ts";
import type { Response__Output } from "../../proto/types/proctor/host/v1/Response.ts";
import type { Responses__Output } from "../../proto/types/proctor/host/v1/Responses.ts";
import {
  exchangePath,
  fullMessageBytes,
  longestTimeoutMs,
  maxCalls,
  messagesOf,
  requestBytes,
  requestsCodec,
  responsesCodec,
  tooMany,
} from "./frames.ts";
import { callPlainly, neverSent, toMetadata, type UnaryCall } from "./grpc-unary.ts";
import { RpcError, statusName } from "./rpc-error.ts";

/** A stream without calls for at least this long is left, so that it keeps no process alive. */
const idleMs = 500;

/** The unary calls to one address. */
export class FrameClient {
  readonly #framed: GrpcClient;
  readonly #plain: GrpcClient;
  readonly #callerId: string;
  #exchange: Exchange | undefined;
  /** The peer does not know frames. */
  #unimplemented = false;

  /**
   * @param framed carries the stream of frames alone, and is closed with it
   * @param plain carries calls that are not framed
   */
  constructor(framed: GrpcClient, plain: GrpcClient, callerId: string) {
    this.#framed = framed;
    this.#plain = plain;
    this.#callerId = callerId;
  }

  /** @throws RpcError of a call that failed */
  async call(call: UnaryCall): Promise<Buffer> {
    const frame = { method: call.path, metadata: this.#entries(call), message: call.request };
    // Large messages gain nothing on a stream, and would hold up the other calls there.
    const fits = requestBytes(frame) <= fullMessageBytes;
    if (this.#unimplemented || !fits) return this.#callPlainly(call);
    this.#exchange ??= this.#open();
    const exchange = this.#exchange;
    if (call.observed === undefined) return exchange.call(call, frame);
    return call.observed.around(() => exchange.call(call, frame));
  }

  /** What carries the calls. */
  get channel(): ReturnType<GrpcClient["getChannel"]> {
    return (this.#unimplemented ? this.#plain : this.#framed).getChannel();
  }

  /** Lets what is under way end. */
  close(): void {
    this.#exchange?.leaveWhenDone();
    this.#framed.close();
  }

  #callPlainly(call: UnaryCall): Promise<Buffer> {
    return callPlainly(this.#plain, this.#callerId, call);
  }

  #open(): Exchange {
    const stream = this.#framed.makeBidiStreamRequest(
      exchangePath,
      requestsCodec.encode,
      responsesCodec.decode,
      toMetadata(this.#callerId, {}),
      {},
    );
    const exchange: Exchange = new Exchange(stream, {
      closed: () => {
        if (this.#exchange === exchange) this.#exchange = undefined;
      },
      unimplemented: (call) => {
        if (!this.#unimplemented) this.#framed.close();
        this.#unimplemented = true;
        return this.#callPlainly(call);
      },
      notBegun: (call) => this.#callPlainly(call),
    });
    return exchange;
  }

  #entries({ options }: UnaryCall): MetadataEntry[] {
    if (options.metadata === undefined) return [];
    const checked = toMetadata(this.#callerId, options).getMap();
    return Object.entries(checked).map(([key, value]) => ({ key, value: value.toString() }));
  }
}

interface Waiting {
  readonly id: number;
  readonly call: UnaryCall;
  readonly resolve: (response: Buffer | Promise<Buffer>) => void;
  readonly reject: (error: RpcError) => void;
  readonly timer: NodeJS.Timeout;
  readonly onAbort: () => void;
}

interface Owner {
  /** The stream takes no further calls. */
  readonly closed: () => void;
  /** The peer has not so much as looked at the call. */
  readonly unimplemented: (call: UnaryCall) => Promise<Buffer>;
  /** The peer stopped in order and had not begun the call: it is made once more. */
  readonly notBegun: (call: UnaryCall) => Promise<Buffer>;
}

/** One stream, from the first call until it is lost or left. */
class Exchange {
  readonly #stream: ClientDuplexStream<Requests, Responses__Output>;
  readonly #owner: Owner;
  readonly #calls = new Map<number, Waiting>();
  /** The frames of those among `#calls` that have not been written. */
  readonly #unsent = new Map<number, Request>();
  #cancelled: number[] = [];
  #lastId = 0;
  #blocked = false;
  #flushing = false;
  #over = false;
  #used = true;
  readonly #idle = setInterval(() => this.#leaveIdle(), idleMs);

  constructor(stream: ClientDuplexStream<Requests, Responses__Output>, owner: Owner) {
    this.#stream = stream;
    this.#owner = owner;
    stream.on("data", (responses: Responses__Output) => this.#receive(responses));
    stream.on("drain", () => {
      this.#blocked = false;
      this.#flush();
    });
    // Its status says the same.
    stream.on("error", () => {});
    stream.on("status", (ending) => {
      owner.closed();
      clearInterval(this.#idle);
      this.#over = true;
      // What was received before the end may still wait to be read.
      setImmediate(() => this.#end(ending));
    });
  }

  call(call: UnaryCall, frame: Request): Promise<Buffer> {
    if (this.#calls.size >= maxCalls) throw tooMany();
    const { signal } = call.options;
    if (signal?.aborted) throw cancelled();
    const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
    do this.#lastId = (this.#lastId + 1) >>> 0;
    while (this.#calls.has(this.#lastId));
    const id = this.#lastId;
    const leftMs = Math.max(0, Math.ceil(call.deadlineMs - Date.now()));
    const timeoutMs = Math.min(leftMs, longestTimeoutMs);
    const timer = setTimeout(() => this.#abandon(waiting, deadlineExceeded()), timeoutMs);
    const onAbort = () => this.#abandon(waiting, cancelled());
    const waiting = { id, call, resolve, reject, timer, onAbort };
    signal?.addEventListener("abort", onAbort, { once: true });
    this.#calls.set(id, waiting);
    this.#unsent.set(id, { ...frame, id, timeoutMs });
    this.#used = true;
    this.#flushSoon();
    return promise;
  }

  /** No further call is made on it. */
  leaveWhenDone(): void {
    this.#owner.closed();
    if (this.#calls.size === 0) this.#leave();
  }

  /** Nobody waits for it any more. */
  #release(waiting: Waiting): void {
    clearTimeout(waiting.timer);
    waiting.call.options.signal?.removeEventListener("abort", waiting.onAbort);
    this.#calls.delete(waiting.id);
  }

  #abandon(waiting: Waiting, error: RpcError): void {
    this.#release(waiting);
    if (!this.#unsent.delete(waiting.id)) {
      this.#cancelled.push(waiting.id);
      this.#flushSoon();
    }
    waiting.reject(error);
  }

  /** Once all that is called in this turn of the event loop is there. */
  #flushSoon(): void {
    if (this.#flushing || this.#blocked) return;
    this.#flushing = true;
    setImmediate(() => this.#flush());
  }

  #flush(): void {
    this.#flushing = false;
    if (this.#over) return;
    for (const requests of messagesOf(this.#unsent.values(), requestBytes)) {
      if (this.#blocked) return;
      for (const { id } of requests) this.#unsent.delete(id as number);
      this.#write({ requests });
    }
    if (this.#blocked || this.#cancelled.length === 0) return;
    this.#write({ cancelled: this.#cancelled });
    this.#cancelled = [];
  }

  #write(requests: Requests): void {
    this.#blocked = !this.#stream.write(requests);
  }

  #receive({ responses, stopping }: Responses__Output): void {
    if (stopping) this.#owner.closed();
    for (const response of responses) {
      const waiting = this.#calls.get(response.id);
      // An answer that comes after its call was given up is for nobody.
      if (waiting === undefined) continue;
      this.#release(waiting);
      this.#unsent.delete(waiting.id);
      if (response.code === status.OK) waiting.resolve(response.message);
      else waiting.reject(toError(response));
    }
  }

  #leaveIdle(): void {
    if (this.#calls.size === 0 && !this.#used) this.#leave();
    this.#used = false;
  }

  #leave(): void {
    this.#owner.closed();
    this.#stream.cancel();
  }

  #end({ code, details }: { readonly code: number; readonly details: string }): void {
    for (const waiting of this.#calls.values()) {
      this.#release(waiting);
      if (code === status.UNIMPLEMENTED) waiting.resolve(this.#owner.unimplemented(waiting.call));
      // In order: the peer has answered all that it began. A plain call would be repeated without
      // a word here too (gRFC A6, "transparent retries").
      else if (code === status.OK) waiting.resolve(this.#owner.notBegun(waiting.call));
      else waiting.reject(this.#lost(waiting, code, details));
    }
  }

  /** What becomes of a call that is not answered when its stream ends. */
  #lost(waiting: Waiting, code: number, details: string): RpcError {
    const never = this.#unsent.has(waiting.id) || neverSent.test(details);
    return new RpcError(statusName(code), details, { definite: never });
  }
}

function toError({ code, details, definite }: Response__Output): RpcError {
  return new RpcError(statusName(code), details, { definite });
}

function deadlineExceeded(): RpcError {
  return new RpcError("DEADLINE_EXCEEDED", "Deadline exceeded");
}

function cancelled(): RpcError {
  return new RpcError("CANCELLED", "Cancelled on client");
}
