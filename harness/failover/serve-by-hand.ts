/** Keeps a cluster up for people to try things on. */
import { join } from "node:path";
import type { FailoverCluster } from "./failover-cluster.ts";
import type { FailoverContext } from "./flags.ts";

export async function serveByHand(context: FailoverContext, store: FailoverCluster): Promise<void> {
  const processes = store.nodes.map(({ id, pid, address }) => `  ${id}  ${address}  pid ${pid}`);
  context.print(
    [
      `${store.nodes.length} servers are up (${context.options.guarantee}):`,
      ...processes,
      "",
      "Try in another terminal:",
      `  servers=${store.addresses.join(",")}`,
      "  bun nodes/failover/client.ts --servers $servers status",
      "  bun nodes/failover/client.ts --servers $servers put Nike Shoe",
      "  bun nodes/failover/client.ts --servers $servers get Nike",
      "  bun nodes/failover/client.ts --servers $servers trace inputs/failover/mixed-hot.txt",
      "  kill -KILL PID; kill -STOP PID; kill -CONT PID",
      `  ${serverCommand(context, store, 0)}`,
      "",
      "Ctrl-C ends them all.",
    ].join("\n"),
  );
  await context.untilInterrupted();
}

/** Revives a server that was killed, on its port and its data. */
function serverCommand({ options, folder }: FailoverContext, store: FailoverCluster, rank: number) {
  const { id = "", address = "" } = store.nodes[rank] ?? {};
  const place = `--id ${id} --rank ${rank} --address ${address} --servers $servers`;
  const data = `--guarantee ${options.guarantee} --data-dir ${join(folder.path, "data", id)}`;
  return `bun nodes/failover/server.ts ${place} ${data}`;
}
