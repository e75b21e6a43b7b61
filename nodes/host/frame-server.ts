/** The end of a stream of frames where calls are served (`frames.ts`). */
import type { Server, ServerDuplexStream } from "@grpc/grpc-js";
import type { Request__Output } from "../../proto/types/proctor/host/v1/Request.ts";
import type { Requests__Output } from "../../proto/types/proctor/host/v1/Requests.ts";
import type { Response } from "../../proto/types/proctor/host/v1/Response.ts";
import type { Responses } from "../../proto/types/proctor/host/v1/Responses.ts";
import { frameTransports } from "./frame-transports.ts";
import {
  exchangePath,
  longestTimeoutMs,
  maxCalls,
  maxMessageBytes,
  messagesOf,
  requestsCodec,
  responseBytes,
  responsesCodec,
  tooMany,
} from "./frames.ts";
import { GrpcCall } from "./grpc-call.ts";
import type { Interceptor } from "./host.ts";
import { RpcError, type StatusName, statusCodes, toRpcError } from "./rpc-error.ts";
import type { Handler, Implementation, Method } from "./service.ts";

interface Unary {
  readonly method: Method;
  readonly handler: Handler;
}

type Answer = Omit<Response, "id">;
type Stream = ServerDuplexStream<Requests__Output, Responses>;

/** Serves the unary methods of a node to all streams of frames. */
export class FrameServer {
  readonly #methods = new Map<string, Unary>();
  readonly #interceptors: readonly Interceptor[];
  readonly #exchanges = new Set<Exchange>();
  #stopping = false;

  constructor(implementations: readonly Implementation[], interceptors: readonly Interceptor[]) {
    this.#interceptors = interceptors;
    for (const { service, handlers } of implementations) {
      for (const [name, method] of service.methods) {
        const handler = handlers.get(name);
        if (handler === undefined || method.responseStream) continue;
        this.#methods.set(method.path, { method, handler });
      }
    }
  }

  mount(server: Server): void {
    const { encode } = responsesCodec;
    const { decode } = requestsCodec;
    const handler = (stream: Stream) => {
      const exchange: Exchange = new Exchange(stream, {
        serve: (call, request) => this.#serve(call, request),
        closed: () => this.#exchanges.delete(exchange),
      });
      this.#exchanges.add(exchange);
      if (this.#stopping) exchange.stop();
    };
    server.register(exchangePath, handler, encode, decode, "bidi");
  }

  /** Refuses new calls, and ends each stream once what runs there is answered. */
  stop(): void {
    this.#stopping = true;
    for (const exchange of this.#exchanges) exchange.stop();
  }

  async #serve(call: GrpcCall, request: Buffer): Promise<Answer> {
    const unary = this.#methods.get(call.method);
    if (unary !== undefined) return this.#execute(call, unary, request);
    return failed("UNIMPLEMENTED", `The server does not implement the method ${call.method}`);
  }

  /** Runs hooks and handler, and words what goes wrong, as grpc-js does for a plain call. */
  async #execute(call: GrpcCall, { method, handler }: Unary, bytes: Buffer): Promise<Answer> {
    const hooks = new Hooks(call, this.#interceptors);
    const refused = (thrown: unknown) => {
      call.answered();
      const error = toRpcError(thrown);
      hooks.status(statusCodes[error.code], error.details);
      return failure(error);
    };
    try {
      await hooks.each((interceptor) => interceptor.start?.(call));
    } catch (thrown) {
      return refused(thrown);
    }
    if (call.cancelled) return unheard;
    let request: object;
    try {
      request = method.decodeRequest(bytes);
    } catch {
      return failed("INTERNAL", "Error deserializing request");
    }
    let response: object;
    try {
      await hooks.each((interceptor) => interceptor.request?.(call, request));
      if (call.cancelled) return unheard;
      response = (await handler(request, call)) as object;
    } catch (thrown) {
      return refused(thrown);
    }
    call.answered();
    let message: Buffer;
    try {
      message = method.encodeResponse(response);
    } catch {
      return failed("INTERNAL", "Error serializing response");
    }
    if (message.length > maxMessageBytes) {
      const details = `Sent message larger than max (${message.length} vs. ${maxMessageBytes})`;
      return failure(new RpcError("RESOURCE_EXHAUSTED", details, { definite: false }));
    }
    if (!call.cancelled) hooks.status(statusCodes.OK, "");
    return { message };
  }
}

/** The hooks around one call: the status is told to those that were reached, in reverse order. */
class Hooks {
  readonly #call: GrpcCall;
  readonly #interceptors: readonly Interceptor[];
  #reached = 0;

  constructor(call: GrpcCall, interceptors: readonly Interceptor[]) {
    this.#call = call;
    this.#interceptors = interceptors;
  }

  async each(hook: (interceptor: Interceptor) => void | Promise<void>): Promise<void> {
    this.#reached = 0;
    for (const interceptor of this.#interceptors) {
      this.#reached += 1;
      await hook(interceptor);
    }
  }

  status(code: number, details: string): void {
    if (this.#reached === 0) return;
    const status = this.#call.outcome({ code, details });
    const reached = this.#interceptors.slice(0, this.#reached);
    for (const interceptor of reached.reverse()) interceptor.status?.(this.#call, status);
  }
}

interface Running {
  readonly call: GrpcCall;
  readonly timer: NodeJS.Timeout;
}

interface Owner {
  readonly serve: (call: GrpcCall, request: Buffer) => Promise<Answer>;
  readonly closed: () => void;
}

/** One caller's stream. */
class Exchange {
  readonly #stream: Stream;
  readonly #owner: Owner;
  readonly #running = new Map<number, Running>();
  readonly #transportOf: ReturnType<typeof frameTransports>;
  #answers: Response[] = [];
  #flushing = false;
  #blocked = false;
  /** No call is begun any more, and the stream ends with the last answer. */
  #stopping = false;
  #closed = false;

  constructor(stream: Stream, owner: Owner) {
    this.#stream = stream;
    this.#owner = owner;
    this.#transportOf = frameTransports(stream);
    stream.on("data", (requests: Requests__Output) => this.#receive(requests));
    stream.on("end", () => this.#endWhenDone());
    stream.on("drain", () => {
      this.#blocked = false;
      stream.resume();
      this.#flush();
    });
    stream.on("error", () => this.#close());
    stream.on("cancelled", () => this.#close());
  }

  stop(): void {
    if (!this.#closed) this.#stream.write({ stopping: true });
    this.#endWhenDone();
  }

  #receive({ requests, cancelled }: Requests__Output): void {
    const arrivedMs = Date.now();
    if (requests.length > maxCalls) this.#fail("RESOURCE_EXHAUSTED", "too many calls in a message");
    for (const request of requests) if (!this.#closed) this.#begin(request, arrivedMs);
    for (const id of cancelled) this.#cancel(id);
  }

  #begin(request: Request__Output, arrivedMs: number): void {
    const { id, timeoutMs, message } = request;
    if (this.#running.has(id)) {
      this.#fail("INVALID_ARGUMENT", `a call with the id ${id} is under way`);
    } else if (this.#stopping) {
      this.#answer(id, failed("UNAVAILABLE", "the node is stopping"));
    } else if (this.#running.size >= maxCalls) {
      this.#answer(id, failure(tooMany()));
    } else {
      const call = new GrpcCall(request.method, ...this.#transportOf(request, arrivedMs));
      const timer = setTimeout(() => this.#cancel(id), Math.min(timeoutMs, longestTimeoutMs));
      const running = { call, timer };
      this.#running.set(id, running);
      void this.#owner.serve(call, message).then((answer) => {
        // A call that was cancelled is not answered, and its id may be that of another one.
        if (this.#running.get(id) !== running) return;
        clearTimeout(timer);
        this.#running.delete(id);
        this.#answer(id, answer);
      });
    }
  }

  #cancel(id: number): void {
    const running = this.#running.get(id);
    if (running === undefined) return;
    clearTimeout(running.timer);
    this.#running.delete(id);
    running.call.cancel();
    this.#flushSoon();
  }

  #answer(id: number, answer: Answer): void {
    this.#answers.push({ id, ...answer });
    this.#flushSoon();
  }

  /** Once all that is answered in this turn of the event loop is there. */
  #flushSoon(): void {
    if (this.#flushing || this.#blocked) return;
    this.#flushing = true;
    setImmediate(() => this.#flush());
  }

  #flush(): void {
    this.#flushing = false;
    const waiting = this.#answers;
    this.#answers = [];
    for (const responses of messagesOf(waiting, responseBytes)) {
      if (this.#blocked) this.#answers.push(...responses);
      else if (!this.#closed) this.#blocked = !this.#stream.write({ responses });
    }
    // A caller that takes no answers is not asked for more calls: its answers would pile up.
    if (this.#blocked) this.#stream.pause();
    else if (this.#stopping) this.#endWhenDone();
  }

  #endWhenDone(): void {
    this.#stopping = true;
    if (this.#closed || this.#running.size > 0 || this.#answers.length > 0) return;
    this.#closed = true;
    this.#stream.end();
  }

  #fail(code: StatusName, details: string): void {
    this.#stream.emit("error", { code: statusCodes[code], details });
  }

  /** The caller is gone, or nothing more is heard of it. */
  #close(): void {
    this.#closed = true;
    this.#owner.closed();
    for (const id of this.#running.keys()) this.#cancel(id);
  }
}

/** Of a call that was cancelled before its handler ran; it is not sent. */
const unheard = failed("CANCELLED", "cancelled by the caller");

function failed(code: StatusName, details: string): Answer {
  return failure(new RpcError(code, details));
}

function failure({ code, details, definite }: RpcError): Answer {
  return { code: statusCodes[code], details, definite };
}
