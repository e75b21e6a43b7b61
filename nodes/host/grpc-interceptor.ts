/** Mounts the host's interceptors as server interceptors of grpc-js. */
import {
  Metadata,
  ServerInterceptingCall,
  type ServerInterceptingCallInterface,
  type ServerInterceptor,
} from "@grpc/grpc-js";
import { exchangePath } from "./frames.ts";
import { definiteKey, GrpcCall, type Transport } from "./grpc-call.ts";
import type { Interceptor } from "./host.ts";
import { statusCodes, toRpcError } from "./rpc-error.ts";

/** grpc-js hands the caller's metadata on unchanged, so it names the call from hook to handler. */
const calls = new WeakMap<Metadata, GrpcCall>();

export function callOf(metadata: Metadata): GrpcCall | undefined {
  return calls.get(metadata);
}

function callFor(method: string, transport: Transport, metadata: Metadata): GrpcCall {
  const known = calls.get(metadata);
  if (known !== undefined) return known;
  const call = new GrpcCall(method, transport, metadata);
  calls.set(metadata, call);
  return call;
}

export function mountInterceptor(interceptor: Interceptor): ServerInterceptor {
  return (method, transport: ServerInterceptingCallInterface) => {
    // Hooks see the calls that are in its frames instead.
    if (method.path === exchangePath) return new ServerInterceptingCall(transport);
    let call: GrpcCall;
    let refused = false;
    /** Runs a hook, then goes on; a throw answers the call instead. */
    const guard = async (hook: () => void | Promise<void>, next: () => void) => {
      if (refused) return;
      try {
        await hook();
      } catch (thrown) {
        refused = true;
        const { code, details, definite } = toRpcError(thrown);
        const metadata = new Metadata();
        metadata.set(definiteKey, String(definite));
        intercepting.sendStatus({ code: statusCodes[code], details, metadata });
        return;
      }
      next();
    };
    let waiting: Promise<void> = Promise.resolve();
    const inOrder = (hook: () => void | Promise<void>, next: () => void) => {
      waiting = waiting.then(() => guard(hook, next));
    };
    const intercepting = new ServerInterceptingCall(transport, {
      start: (next) =>
        next({
          onReceiveMetadata: (metadata, deliver) => {
            call = callFor(method.path, transport as unknown as Transport, metadata);
            inOrder(
              () => interceptor.start?.(call),
              () => deliver(metadata),
            );
          },
          onReceiveMessage: (message, deliver) =>
            inOrder(
              () => interceptor.request?.(call, message),
              () => deliver(message),
            ),
          onReceiveHalfClose: (deliver) => inOrder(() => {}, deliver),
          onCancel: () => call?.cancel(),
        }),
      sendStatus: (status, next) => {
        interceptor.status?.(call, call.outcome(status));
        next(status);
      },
    });
    return intercepting;
  };
}
