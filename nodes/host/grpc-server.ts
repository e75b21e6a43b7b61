/** Serves implementations by grpc-js. */
import {
  Server as GrpcServer,
  Metadata,
  type MethodDefinition,
  type Server,
  type ServerUnaryCall,
  type ServerWritableStream,
  type ServiceError,
  type sendUnaryData,
  type UntypedHandleCall,
} from "@grpc/grpc-js";
import { FrameServer } from "./frame-server.ts";
import { maxWireBytes } from "./frames.ts";
import { definiteKey, GrpcCall, type Transport } from "./grpc-call.ts";
import { callOf, mountInterceptor } from "./grpc-interceptor.ts";
import type { Server as HostServer, ServeOptions } from "./host.ts";
import { addHealth, addLoadReports, addReflection } from "./operations.ts";
import { RpcError, statusCodes, toRpcError } from "./rpc-error.ts";
import type { Handler, Implementation, Method } from "./service.ts";
import type { Credentials } from "./tls.ts";

/** @throws RpcError UNAVAILABLE when the address can't be bound */
export async function serveGrpc(
  address: string,
  implementations: readonly Implementation[],
  credentials: Credentials,
  options: ServeOptions,
): Promise<HostServer> {
  const { interceptors = [] } = options;
  const server = new GrpcServer({
    interceptors: interceptors.map(mountInterceptor),
    "grpc.max_receive_message_length": maxWireBytes,
    "grpc.max_send_message_length": maxWireBytes,
  });
  const frames = new FrameServer(implementations, interceptors);
  frames.mount(server);
  for (const implementation of implementations) addImplementation(server, implementation);
  const health = addHealth(server, implementations);
  addReflection(server, implementations);
  if (options.load !== undefined) addLoadReports(server, options.load);
  const port = await bind(server, address, credentials);
  return {
    address: `${address.slice(0, address.lastIndexOf(":"))}:${port}`,
    setServing: health.setServing,
    stop: (graceMs = 2_000) => {
      health.setServing(false);
      frames.stop();
      return stop(server, graceMs);
    },
  };
}

function bind(server: Server, address: string, credentials: Credentials): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(address, credentials.server, (error, port) => {
      if (error === null) resolve(port);
      else reject(new RpcError("UNAVAILABLE", `can't listen on ${address}: ${error.message}`));
    });
  });
}

function stop(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      server.forceShutdown();
      // A connection to a peer that stands still does not close, and `tryShutdown` waits for it.
      resolve();
    }, graceMs);
    server.tryShutdown(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function addImplementation(server: Server, { service, handlers }: Implementation): void {
  const definitions = new Map<string, MethodDefinition<object, object>>();
  const calls = new Map<string, UntypedHandleCall>();
  for (const [name, method] of service.methods) {
    const handler = handlers.get(name);
    if (handler === undefined) continue;
    definitions.set(name, definitionOf(method));
    calls.set(name, method.responseStream ? streaming(method, handler) : unary(method, handler));
  }
  server.addService(Object.fromEntries(definitions), Object.fromEntries(calls));
}

function definitionOf(method: Method): MethodDefinition<object, object> {
  return {
    path: method.path,
    requestStream: false,
    responseStream: method.responseStream,
    requestSerialize: method.encodeRequest,
    requestDeserialize: method.decodeRequest,
    responseSerialize: method.encodeResponse,
    responseDeserialize: method.decodeResponse,
  };
}

type UnaryCall = ServerUnaryCall<object, object>;
type StreamCall = ServerWritableStream<object, object>;

function unary(method: Method, handler: Handler): UntypedHandleCall {
  return (grpcCall: UnaryCall, answer: sendUnaryData<object>) => {
    const call = enter(method, grpcCall);
    const reply = async () => (await handler(grpcCall.request, call)) as object;
    const finish: sendUnaryData<object> = (error, response) => {
      call.answered();
      answer(error, response);
    };
    reply().then(
      (response) => finish(null, response),
      (error) => finish(toServiceError(error)),
    );
  };
}

function streaming(method: Method, handler: Handler): UntypedHandleCall {
  return async (stream: StreamCall) => {
    const call = enter(method, stream as unknown as UnaryCall);
    // A caller that goes away must not end the process; the call's signal tells the handler.
    stream.on("error", () => call.cancel());
    try {
      for await (const message of handler(stream.request, call) as AsyncIterable<object>) {
        if (call.signal.aborted) return;
        if (!stream.write(message)) await drained(stream, call.signal);
      }
      call.answered();
      stream.end();
    } catch (error) {
      call.answered();
      stream.emit("error", toServiceError(error));
    }
  };
}

/** Resolves when the caller can take more, or has gone away. */
function drained(stream: StreamCall, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const goOn = () => {
      stream.off("drain", goOn);
      signal.removeEventListener("abort", goOn);
      resolve();
    };
    stream.on("drain", goOn);
    signal.addEventListener("abort", goOn);
  });
}

/** The call that the interceptors saw, or a new one when there are none. */
function enter(method: Method, grpcCall: Pick<UnaryCall, "metadata" | "on">): GrpcCall {
  const call =
    callOf(grpcCall.metadata) ??
    new GrpcCall(method.path, grpcCall as unknown as Transport, grpcCall.metadata);
  grpcCall.on("cancelled", () => call.cancel());
  return call;
}

function toServiceError(thrown: unknown): Partial<ServiceError> {
  const error = toRpcError(thrown);
  const metadata = new Metadata();
  metadata.set(definiteKey, String(error.definite));
  return { code: statusCodes[error.code], details: error.details, metadata };
}
