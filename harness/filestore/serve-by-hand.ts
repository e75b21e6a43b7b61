/** Keeps a cluster up for people to try things on. */
import type { FileStoreCluster } from "./file-store-cluster.ts";
import type { FileStoreContext, Protocol } from "./protocols.ts";

export async function serveByHand(
  context: FileStoreContext,
  store: FileStoreCluster,
  protocol: Protocol,
): Promise<void> {
  const flags = Object.entries(protocol.clientFlags).map(([name, value]) => ` --${name} ${value}`);
  const where = ` --registry ${store.registry.address}`;
  const client = `bun nodes/filestore/client.ts${where}${flags.join("")}`;
  const pids = store.replicas.map(({ id, pid, address }) => `  ${id}  ${address}  pid ${pid}`);
  context.print(
    [
      `A registry at ${store.registry.address} and ${store.replicas.length} replicas are up:`,
      ...pids,
      "",
      "Try in another terminal:",
      `  ${client} replicas`,
      `  ${client} write notes.txt "Hello"`,
      `  ${client} list`,
      `  ${client} read-all UUID`,
      `  ${client} write notes.txt "Hello again" UUID`,
      `  ${client} delete UUID`,
      "  kill -STOP PID; kill -CONT PID; kill -KILL PID",
      "",
      "Ctrl-C ends them all.",
    ].join("\n"),
  );
  await context.untilInterrupted();
}
