import type { ServerDuplexStream } from "@grpc/grpc-js";
import type { Request__Output } from "../../proto/types/proctor/host/v1/Request.ts";
import type { AuthContext, Headers, Transport } from "./grpc-call.ts";

/** What calls have of their stream, and what each has of its own frame. */
export function frameTransports<In, Out>(stream: ServerDuplexStream<In, Out>) {
  let known: AuthContext | undefined;
  // A connection keeps the certificate that it was opened with, and to read it takes long.
  const getAuthContext = () => {
    known ??= stream.getAuthContext();
    return known;
  };
  return ({ timeoutMs, metadata }: Request__Output, arrivedMs: number) => {
    const transport: Transport = {
      getPeer: () => stream.getPeer(),
      getAuthContext,
      getDeadline: () => arrivedMs + timeoutMs,
    };
    const own = () => Object.fromEntries(metadata.map(({ key, value }) => [key, value]));
    const headers: Headers = { getMap: () => ({ ...stream.metadata.getMap(), ...own() }) };
    return [transport, headers] as const;
  };
}
