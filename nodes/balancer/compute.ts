/** A task by way of the look-aside client. */
import type { Host } from "../host/host.ts";
import type { Client } from "../host/service.ts";
import type { CallLimits, LookasideClient } from "./lookaside-client.ts";
import { Backend } from "./protocol.ts";

export interface TaskRequest {
  readonly task: string;
  readonly size: number;
  readonly distribution?: string;
}

/** @throws RpcError as the client's `call` */
export function compute(
  host: Host,
  client: LookasideClient,
  request: TaskRequest,
  limits: CallLimits,
): ReturnType<Client<typeof Backend>["compute"]> {
  const attempt = ({ address }: { readonly address: string }, timeoutMs: number) =>
    host.connect(Backend, address).compute(request, { timeoutMs });
  return client.call(attempt, limits);
}
