/** A unary call on the client's side: its bytes, plain gRPC to carry them, and its errors. */
import { type Client as GrpcClient, Metadata, type ServiceError } from "@grpc/grpc-js";
import { callerKey, definiteKey } from "./grpc-call.ts";
import { mountClientInterceptors } from "./grpc-client-interceptor.ts";
import type { CallOptions } from "./host.ts";
import type { ObservedCall } from "./observed-call.ts";
import { RpcError, statusName } from "./rpc-error.ts";
import type { Method } from "./service.ts";

/** One call, ready to be sent. */
export interface UnaryCall {
  readonly path: string;
  readonly request: Buffer;
  /** Milliseconds since 1970. */
  readonly deadlineMs: number;
  readonly options: CallOptions;
  /** Undefined where no interceptor is there to see it. */
  readonly observed?: ObservedCall | undefined;
}

const asItIs = (bytes: Buffer) => bytes;

/** @throws RpcError of a call that failed */
export function callPlainly(
  client: GrpcClient,
  callerId: string,
  { path, request, deadlineMs, options, observed }: UnaryCall,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const metadata = toMetadata(callerId, options);
    const onAnswer = (error: ServiceError | null, response?: Buffer) => {
      options.signal?.removeEventListener("abort", cancel);
      if (error !== null) reject(fromServiceError(error));
      else resolve(response as Buffer);
    };
    const grpcOptions = { deadline: deadlineMs, ...mountClientInterceptors(observed) };
    const call = client.makeUnaryRequest(
      path,
      asItIs,
      asItIs,
      request,
      metadata,
      grpcOptions,
      onAnswer,
    );
    const cancel = () => call.cancel();
    options.signal?.addEventListener("abort", cancel, { once: true });
    if (options.signal?.aborted) cancel();
  });
}

/** @throws RpcError INTERNAL when the request is not of its type */
export function encodeRequest(method: Method, request: object): Buffer {
  try {
    return method.encodeRequest(request);
  } catch (error) {
    throw internal("Request message serialization failure", error);
  }
}

/** @throws RpcError INTERNAL when the bytes are no such response */
export function decodeResponse(method: Method, response: Buffer): object {
  try {
    return method.decodeResponse(response);
  } catch (error) {
    throw internal("Response message parsing error", error);
  }
}

function internal(what: string, error: unknown): RpcError {
  return new RpcError("INTERNAL", `${what}: ${(error as Error).message}`);
}

/** @throws Error when a key or a value is not allowed in metadata */
export function toMetadata(callerId: string, options: CallOptions): Metadata {
  const metadata = new Metadata();
  metadata.set(callerKey, callerId);
  for (const [key, value] of Object.entries(options.metadata ?? {})) metadata.set(key, value);
  return metadata;
}

/** grpc-js's words for a request that never left: nobody can have executed it. */
export const neverSent =
  /^(No connection established|Name resolution failed|Stream refused by server|Attempted to send)/;

/** These are no refusal: what was too large or too much may be the response. */
const saysNothing = /^(Received message|Sent message|Bandwidth exhausted)/;

export function fromServiceError(error: ServiceError): RpcError {
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
