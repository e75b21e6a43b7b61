/**
 * Runs a client that does what a harness asks of it, one process a client. Ends on SIGTERM.
 * Success: `READY <id> HOST:PORT`, then carries out operations.
 *
 *   bun nodes/filestore/client-agent.ts --id c1 --registry 127.0.0.1:7000
 */
import type { Host, Server } from "../host/host.ts";
import { type CommonOptions, runNode } from "../host/run-node.ts";
import { type Handlers, implement } from "../host/service.ts";
import type { Answer } from "./file-client.ts";
import { type ClientOptions, clientFlags, openClient } from "./open-client.ts";
import { Client } from "./protocol.ts";

export async function startClientAgent(
  host: Host,
  options: ClientOptions & CommonOptions,
): Promise<Server> {
  const { client, directory } = await openClient(host, options);
  const handlers: Handlers<typeof Client> = {
    write: async ({ uuid, name, content }) =>
      toMessage(await client.write({ uuid, name, content })),
    read: async ({ uuid }) => toMessage(await client.read(uuid)),
    delete: async ({ uuid }) => toMessage(await client.delete(uuid)),
    readAt: async ({ uuid, replica }) =>
      toMessage(await directory.readAt(await directory.replica(replica), uuid)),
  };
  return host.serve(options.address, [implement(Client, handlers)]);
}

function toMessage(answer: Answer) {
  return { ...answer, replicas: [...answer.replicas] };
}

if (import.meta.main) {
  await runNode({
    role: "client-agent",
    summary: "A client of the replicated file store that a harness drives.",
    flags: clientFlags,
    start: startClientAgent,
  });
}
