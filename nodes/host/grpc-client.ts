/** Calls services by grpc-js: one connection an address, a deadline on every call. */
import {
  type ChannelOptions,
  type CallOptions as GrpcCallOptions,
  Client as GrpcClient,
  Metadata,
  type ServiceError,
} from "@grpc/grpc-js";
import { callerKey, definiteKey } from "./grpc-call.ts";
import { maxMessageBytes } from "./grpc-server.ts";
import type { CallOptions } from "./host.ts";
import { RpcError, statusName } from "./rpc-error.ts";
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
  "grpc.max_receive_message_length": maxMessageBytes,
  "grpc.max_send_message_length": maxMessageBytes,
};

/** Of the node that calls. */
export interface Caller {
  /** Its id; every call carries it in its metadata. */
  readonly id: string;
  /** Limit of calls that name none, in milliseconds. Default 5,000. */
  readonly timeoutMs?: number | undefined;
  readonly credentials: Credentials;
}

/** One connection with the clients of the services that are called on it. */
interface Connection {
  readonly client: GrpcClient;
  readonly services: Map<Service, Client<Service>>;
}

/** The connections of one node. */
export class Connections {
  readonly #caller: Caller;
  readonly #connections = new Map<string, Connection>();

  constructor(caller: Caller) {
    this.#caller = caller;
  }

  client<S extends Service>(service: S, address: string): Client<S> {
    const { client, services } = this.#connection(address);
    const known = services.get(service);
    if (known !== undefined) return known as Client<S>;
    const methods = [...service.methods].map(([name, method]) => [
      name,
      (method.responseStream ? streaming : unary)(client, method, this.#caller),
    ]);
    const made = Object.fromEntries(methods) as Client<S>;
    services.set(service, made as Client<Service>);
    return made;
  }

  close(): void {
    for (const { client } of this.#connections.values()) client.close();
    this.#connections.clear();
  }

  #connection(address: string): Connection {
    const known = this.#connections.get(address);
    if (known !== undefined) return known;
    // Certificates name `localhost`, and checking one against an IP address fails on Bun.
    const name = this.#caller.credentials.tls && /^[\d.]+:\d+$/.test(address);
    const options = name ? { "grpc.ssl_target_name_override": "localhost" } : {};
    const client = new GrpcClient(address, this.#caller.credentials.client, {
      ...channelOptions,
      ...options,
    });
    const connection = { client, services: new Map() };
    this.#connections.set(address, connection);
    return connection;
  }
}

function unary(client: GrpcClient, method: Method, caller: Caller) {
  return (request: object, options: CallOptions = {}): Promise<object> =>
    new Promise((resolve, reject) => {
      const call = client.makeUnaryRequest(
        method.path,
        method.encodeRequest,
        method.decodeResponse,
        request,
        toMetadata(caller, options),
        toGrpcOptions(caller, options),
        (error, response) => {
          options.signal?.removeEventListener("abort", cancel);
          if (error !== null) reject(fromServiceError(error));
          else resolve(response as object);
        },
      );
      const cancel = () => call.cancel();
      options.signal?.addEventListener("abort", cancel, { once: true });
      if (options.signal?.aborted) cancel();
    });
}

function streaming(client: GrpcClient, method: Method, caller: Caller) {
  return async function* (request: object, options: CallOptions = {}): AsyncGenerator<object> {
    const stream = client.makeServerStreamRequest(
      method.path,
      method.encodeRequest,
      method.decodeResponse,
      request,
      toMetadata(caller, options),
      toGrpcOptions(caller, options),
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

function toMetadata(caller: Caller, options: CallOptions): Metadata {
  const metadata = new Metadata();
  metadata.set(callerKey, caller.id);
  for (const [key, value] of Object.entries(options.metadata ?? {})) metadata.set(key, value);
  return metadata;
}

function toGrpcOptions(caller: Caller, options: CallOptions): GrpcCallOptions {
  return { deadline: Date.now() + (options.timeoutMs ?? caller.timeoutMs ?? defaultTimeoutMs) };
}

/** grpc-js's words for a request that never left: nobody can have executed it. */
const neverSent =
  /^(No connection established|Name resolution failed|Stream refused by server|Attempted to send)/;

/** These are no refusal: what was too large or too much may be the response. */
const saysNothing = /^(Received message|Sent message|Bandwidth exhausted)/;

function fromServiceError(error: ServiceError): RpcError {
  const code = statusName(error.code);
  const details = error.details || error.message;
  const told = error.metadata?.get(definiteKey)[0];
  if (told !== undefined) return new RpcError(code, details, { definite: told === "true" });
  if (neverSent.test(details)) return new RpcError(code, details, { definite: true });
  if (code === "UNAVAILABLE" || saysNothing.test(details)) {
    return new RpcError(code, details, { definite: false });
  }
  return new RpcError(code, details);
}
