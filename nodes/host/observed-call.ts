/** One call with the interceptors of its client. Hosts tell it what happens to the call. */
import type { CallOptions, CallStatus, ClientInterceptor, MadeCall } from "./host.ts";
import { RpcError, type StatusName } from "./rpc-error.ts";
import type { Method } from "./service.ts";

interface Parts {
  readonly method: Method;
  readonly peer: string;
  readonly request: object;
  readonly options: CallOptions;
  /** Milliseconds of a clock that never steps back. Default: the process's own. */
  readonly nowMs?: () => number;
}

/** One call with those who watch it. Each is told of its beginning and its end once. */
export class ObservedCall implements MadeCall {
  readonly method: string;
  readonly peer: string;
  readonly metadata: ReadonlyMap<string, string>;
  readonly #interceptors: readonly ClientInterceptor[];
  readonly #parts: Parts;
  readonly #nowMs: () => number;
  #startedMs: number | undefined;
  #ended = false;

  private constructor(interceptors: readonly ClientInterceptor[], parts: Parts) {
    this.#interceptors = interceptors;
    this.#parts = parts;
    this.#nowMs = parts.nowMs ?? (() => performance.now());
    this.method = parts.method.path;
    this.peer = parts.peer;
    this.metadata = new Map(Object.entries(parts.options.metadata ?? {}));
  }

  /** @returns undefined when nobody watches */
  static of(interceptors: readonly ClientInterceptor[], parts: Parts): ObservedCall | undefined {
    return interceptors.length === 0 ? undefined : new ObservedCall(interceptors, parts);
  }

  begun(): void {
    if (this.#startedMs !== undefined) return;
    this.#startedMs = this.#nowMs();
    for (const each of this.#interceptors) each.request?.(this, this.#parts.request);
  }

  /** @param message as it is or in bytes */
  received(message: object): void {
    if (this.#ended) return;
    const response = Buffer.isBuffer(message) ? this.#decoded(message) : message;
    if (response === undefined) return;
    for (const each of this.#interceptors) each.response?.(this, response);
  }

  ended(code: StatusName, details: string): void {
    if (this.#ended) return;
    this.#ended = true;
    const durationMs = this.#nowMs() - (this.#startedMs ?? this.#nowMs());
    const status: CallStatus = { code, details, durationMs };
    for (const each of this.#interceptors) each.status?.(this, status);
  }

  /** A unary call that is made in another way than by grpc-js. */
  async around(call: () => Promise<Buffer>): Promise<Buffer> {
    this.begun();
    try {
      const response = await call();
      this.received(response);
      this.ended("OK", "");
      return response;
    } catch (error) {
      const { code, details } =
        error instanceof RpcError ? error : new RpcError("UNKNOWN", String(error));
      this.ended(code, details);
      throw error;
    }
  }

  /** Undefined when it can't be read, which the caller will be told. */
  #decoded(bytes: Buffer): object | undefined {
    try {
      return this.#parts.method.decodeResponse(bytes);
    } catch {
      return undefined;
    }
  }
}
