/**
 * Calls services by grpc-js, with a deadline on every call: unary ones as frames of one stream an
 * address (`frames.ts`), server-streaming ones as calls of their own.
 */
import {
  type ChannelOptions,
  connectivityState,
  Client as GrpcClient,
  type ServiceError,
} from "@grpc/grpc-js";
import type { CallTrace } from "./call-trace.ts";
import { FrameClient } from "./frame-client.ts";
import { maxMessageBytes, maxWireBytes } from "./frames.ts";
import { mountClientInterceptors } from "./grpc-client-interceptor.ts";
import { decodeResponse, encodeRequest, fromServiceError, toMetadata } from "./grpc-unary.ts";
import type { CallOptions, ClientInterceptor } from "./host.ts";
import { ObservedCall } from "./observed-call.ts";
import type { Client, Method, Service } from "./service.ts";
import type { Credentials } from "./tls.ts";

const defaultTimeoutMs = 5_000;

const channelOptions: ChannelOptions = {
  // A call that fails is reported as it failed; repeating it is the caller's decision.
  "grpc.enable_retries": 0,
  // Nobody reads its counters, and it counts at every call.
  "grpc.enable_channelz": 0,
  // A peer that was restarted is found again soon.
  "grpc.initial_reconnect_backoff_ms": 50,
  "grpc.max_reconnect_backoff_ms": 500,
  // Several hosts in one process, such as a harness's clients, share no connection.
  "grpc.use_local_subchannel_pool": 1,
  // A peer that is stopped keeps its sockets open: only silence tells.
  "grpc.keepalive_time_ms": 10_000,
  "grpc.keepalive_timeout_ms": 5_000,
  "grpc.max_receive_message_length": maxWireBytes,
  "grpc.max_send_message_length": maxMessageBytes,
};

/** Of the node that calls. */
export interface Caller {
  /** Its id; every call carries it in its metadata. */
  readonly id: string;
  /** Limit of calls that name none, in milliseconds. Default 5,000. */
  readonly timeoutMs?: number | undefined;
  readonly credentials: Credentials;
  /** Where calls are written, if they are. */
  readonly trace?: CallTrace | undefined;
}

/** What leads to one address, with the clients of the services that are called there. */
interface Connection {
  readonly address: string;
  /** Carries unary calls. */
  readonly frames: FrameClient;
  /**
   * Carries streams and plain calls, on a connection of its own: while a stream waits for its
   * reader, Bun 1.4.5 holds back what is written later on older streams of the same connection.
   */
  readonly client: GrpcClient;
  readonly services: Map<Service, Client<Service>>;
}

/** The connections of one node. */
export class Connections {
  readonly #caller: Caller;
  readonly #connections = new Map<string, Connection>();
  #closed = false;

  constructor(caller: Caller) {
    this.#caller = caller;
  }

  client<S extends Service>(
    service: S,
    address: string,
    interceptors: readonly ClientInterceptor[] = [],
  ): Client<S> {
    const connection = this.#connection(address);
    const { services } = connection;
    const known = interceptors.length === 0 ? services.get(service) : undefined;
    if (known !== undefined) return known as Client<S>;
    const caller = this.#caller;
    const methods = [...service.methods].map(([name, method]) => [
      name,
      method.responseStream
        ? tracedStream(connection, method, caller, interceptors)
        : traced(connection, method, caller, interceptors),
    ]);
    const made = Object.fromEntries(methods) as Client<S>;
    if (interceptors.length === 0) services.set(service, made as Client<Service>);
    return made;
  }

  /** See `Host.reach`: by the state of the channel that carries unary calls. */
  async reach(address: string, waitMs: number): Promise<boolean> {
    const endsAtMs = Date.now() + waitMs;
    while (!this.#closed) {
      const channel = this.#connection(address).frames.channel;
      const state = channel.getConnectivityState(true);
      if (state === connectivityState.READY) return true;
      if (state === connectivityState.SHUTDOWN || Date.now() >= endsAtMs) return false;
      await new Promise<void>((resolve) => {
        channel.watchConnectivityState(state, endsAtMs, () => resolve());
      });
    }
    return false;
  }

  close(): void {
    this.#closed = true;
    for (const { client, frames } of this.#connections.values()) {
      frames.close();
      client.close();
    }
    this.#connections.clear();
  }

  #connection(address: string): Connection {
    const known = this.#connections.get(address);
    if (known !== undefined) return known;
    const client = this.#open(address);
    const frames = new FrameClient(this.#open(address), client, this.#caller.id);
    const connection = { address, frames, client, services: new Map() };
    this.#connections.set(address, connection);
    return connection;
  }

  /** It connects at the first call. */
  #open(address: string): GrpcClient {
    const { credentials } = this.#caller;
    // Certificates name `localhost`, and checking one against an IP address fails on Bun.
    const name = credentials.tls && /^[\d.]+:\d+$/.test(address);
    const options = name ? { "grpc.ssl_target_name_override": "localhost" } : {};
    return new GrpcClient(address, credentials.client, { ...channelOptions, ...options });
  }
}

type Interceptors = readonly ClientInterceptor[];

function unary(
  { address, frames }: Connection,
  method: Method,
  caller: Caller,
  interceptors: Interceptors,
) {
  return async (request: object, options: CallOptions = {}): Promise<object> => {
    const observed = ObservedCall.of(interceptors, { method, peer: address, request, options });
    const response = await frames.call({
      path: method.path,
      request: encodeRequest(method, request),
      deadlineMs: deadlineMs(caller, options),
      options,
      observed,
    });
    return decodeResponse(method, response);
  };
}

function streaming(
  { address, client }: Connection,
  method: Method,
  caller: Caller,
  interceptors: Interceptors,
) {
  return async function* (request: object, options: CallOptions = {}): AsyncGenerator<object> {
    const observed = ObservedCall.of(interceptors, { method, peer: address, request, options });
    const stream = client.makeServerStreamRequest(
      method.path,
      method.encodeRequest,
      method.decodeResponse,
      request,
      toMetadata(caller.id, options),
      { deadline: deadlineMs(caller, options), ...mountClientInterceptors(observed) },
    );
    const cancel = () => stream.cancel();
    options.signal?.addEventListener("abort", cancel, { once: true });
    if (options.signal?.aborted) cancel();
    // Without a listener an error that comes before or after the reading would end the process.
    stream.on("error", () => {});
    try {
      yield* stream;
    } catch (error) {
      throw fromServiceError(error as ServiceError);
    } finally {
      options.signal?.removeEventListener("abort", cancel);
      stream.cancel();
    }
  };
}

function traced(...[connection, method, caller, interceptors]: Parameters<typeof unary>) {
  const call = unary(connection, method, caller, interceptors);
  const { trace } = caller;
  if (trace === undefined) return call;
  return (request: object, options: CallOptions = {}) =>
    trace.unary(method.path, connection.address, options, (named) => call(request, named));
}

function tracedStream(...[connection, method, caller, interceptors]: Parameters<typeof streaming>) {
  const call = streaming(connection, method, caller, interceptors);
  const { trace } = caller;
  if (trace === undefined) return call;
  return (request: object, options: CallOptions = {}) =>
    trace.streaming(method.path, connection.address, options, (named) => call(request, named));
}

/** In milliseconds since 1970. */
function deadlineMs(caller: Caller, options: CallOptions): number {
  return Date.now() + (options.timeoutMs ?? caller.timeoutMs ?? defaultTimeoutMs);
}
