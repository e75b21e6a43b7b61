/** Makes the client that a registry's protocol needs. */
import { flag } from "../host/flags.ts";
import type { Host } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import { Directory, type FileClient } from "./file-client.ts";
import { LinearizableClient } from "./linearizable-client.ts";
import { PrimaryBackupClient } from "./primary-backup-client.ts";
import { RegularQuorumClient } from "./quorum-client.ts";

export const clientFlags = {
  registry: flag.address("where the registry listens", "127.0.0.1:7000"),
  consistency: flag.choice(
    "what the quorum protocol promises",
    ["regular", "linearizable"],
    "regular",
  ),
  replica: flag.optional(
    flag.text("ID", "the one replica to ask, under the primary-backup protocols"),
  ),
};

export interface ClientOptions {
  readonly registry: string;
  readonly consistency: "regular" | "linearizable";
  readonly replica: string | undefined;
}

/** @throws RpcError when no registry answers */
export async function openClient(
  host: Host,
  options: ClientOptions,
): Promise<{ client: FileClient; directory: Directory }> {
  const directory = new Directory(host, options.registry);
  const { protocol } = await directory.replicas().catch((error) => {
    if (!(error instanceof RpcError && error.definite)) throw error;
    const details = `no registry answers at ${options.registry}`;
    throw new RpcError("UNAVAILABLE", `${details}: start one, or name it by --registry`);
  });
  if (protocol !== "quorum") {
    return { client: new PrimaryBackupClient(host, directory, options.replica), directory };
  }
  const linearizable = options.consistency === "linearizable";
  const Kind = linearizable ? LinearizableClient : RegularQuorumClient;
  return { client: new Kind(host, directory), directory };
}
