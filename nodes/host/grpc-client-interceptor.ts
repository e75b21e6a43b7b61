/** Mounts the host's interceptors of clients on plain calls, as client interceptors of grpc-js. */
import { InterceptingCall, type Interceptor, type StatusObject } from "@grpc/grpc-js";
import { statusOf } from "./grpc-call.ts";
import type { ObservedCall } from "./observed-call.ts";

/** The options by which a plain call of grpc-js is watched. */
export function mountClientInterceptors(observed: ObservedCall | undefined): {
  interceptors?: Interceptor[];
} {
  if (observed === undefined) return {};
  const interceptor: Interceptor = (options, nextCall) =>
    new InterceptingCall(nextCall(options), {
      start: (metadata, _listener, next) =>
        next(metadata, {
          onReceiveMessage: (message, deliver) => {
            if (message !== null && message !== undefined) observed.received(message as object);
            deliver(message);
          },
          onReceiveStatus: (status: StatusObject, deliver) => {
            observed.ended(...statusOf(status));
            deliver(status);
          },
        }),
      sendMessage: (message, next) => {
        observed.begun();
        next(message);
      },
    });
  return { interceptors: [interceptor] };
}
