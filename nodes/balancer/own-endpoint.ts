/** Which address a backend may register: one at the host that it calls from. */
import type { Endpoint as Message } from "../../proto/types/proctor/balancer/v1/Endpoint.ts";
import { RpcError } from "../host/rpc-error.ts";
import type { Endpoint } from "./backend-list.ts";

/** All of this machine. */
const loopback = new Set(["127.0.0.1", "localhost", "::1", "[::1]", "::ffff:127.0.0.1"]);

/**
 * A backend that names another host would send clients to somebody who never asked for them.
 * @param peer `host:port` of the caller; undefined where any address is accepted
 * @throws RpcError INVALID_ARGUMENT for a malformed endpoint, PERMISSION_DENIED for a foreign one
 */
export function ownEndpoint(endpoint: Message | null, peer: string | undefined): Endpoint {
  const { id = "", address = "" } = endpoint ?? {};
  const port = Number(/^[^\s:,/]+:(\d{1,5})$/.exec(address)?.[1] ?? 0);
  if (!/^[a-z0-9][a-z0-9._-]{0,62}$/i.test(id) || port < 1 || port > 65_535) {
    throw new RpcError("INVALID_ARGUMENT", "a backend needs a name and an address host:port");
  }
  if (peer === undefined || sameHost(hostOf(address), hostOf(peer))) return { id, address };
  throw new RpcError("PERMISSION_DENIED", `${address} is foreign to ${peer}, who registers it`);
}

function hostOf(address: string): string {
  return address.slice(0, address.lastIndexOf(":"));
}

function sameHost(one: string, other: string): boolean {
  return one === other || (loopback.has(one) && loopback.has(other));
}
