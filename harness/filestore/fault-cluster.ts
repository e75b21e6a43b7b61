/** The file store as processes, each behind a proxy, which is all that the others know of it. */
import type { Directory, FileClient } from "../../nodes/filestore/file-client.ts";
import { openClient } from "../../nodes/filestore/open-client.ts";
import { createRealHost, type RealHost } from "../../nodes/host/real.ts";
import type { Cluster } from "../kit/cluster.ts";
import type { FaultyNetwork } from "../kit/faulty-network.ts";
import { freeAddresses } from "../kit/free-addresses.ts";
import type { NodeProcess } from "../kit/node-process.ts";
import type { Protocol } from "./protocols.ts";

/** A client of the workload, on connections of its own. */
export interface FaultClient {
  readonly id: string;
  readonly host: RealHost;
  readonly files: FileClient;
  readonly directory: Directory;
}

/** Shorter than what a harness has otherwise, so that a run sees leases and writes run out. */
const leaseMs = 500;
const replicationTimeoutMs = 500;

/** Until a client gives an operation up; faults that heal later are noticed. */
const callTimeoutMs = 1_500;

export interface FaultCluster {
  /** Where the registry itself listens, without its proxy. */
  readonly registry: NodeProcess;
  /** Where the others find the registry. */
  readonly registryAddress: string;
  readonly replicas: readonly string[];
}

/** Starts the registry, then r1, which becomes the primary where there is one, then the rest. */
export async function startBehindProxies(
  cluster: Cluster,
  network: FaultyNetwork,
  protocol: Protocol,
  count: number,
): Promise<FaultCluster> {
  const registryProxy = await network.place("registry");
  const registry = await cluster.start({
    id: "registry",
    script: "nodes/filestore/registry.ts",
    flags: { ...protocol.registryFlags, leaseMs },
  });
  registryProxy.aim(registry.address);
  const replicas = Array.from({ length: count }, (_, index) => `r${index + 1}`);
  const [first = "", ...others] = replicas;
  const start = (id: string) =>
    startReplica(cluster, network, protocol, { id, registry: registryProxy.address });
  await start(first);
  await Promise.all(others.map(start));
  return { registry, registryAddress: registryProxy.address, replicas };
}

/** The primary calls it before it is ready, so its port is chosen before its start. */
async function startReplica(
  cluster: Cluster,
  network: FaultyNetwork,
  protocol: Protocol,
  { id, registry }: { readonly id: string; readonly registry: string },
): Promise<void> {
  const proxy = await network.place(id);
  const advertise = proxy.address;
  const flags = protocol.asksSome
    ? { registry, advertise }
    : { registry, advertise, replicationTimeoutMs };
  const [address = ""] = freeAddresses(1);
  proxy.aim(address);
  const script = `nodes/filestore/replica-${protocol.name}.ts`;
  await cluster.start({ id, script, address, flags });
}

/** Clients in this process, each with a host of its own. */
export function openClients(
  store: FaultCluster,
  protocol: Protocol,
  options: { readonly count: number; readonly seed: number; readonly dataDirectory: string },
): Promise<FaultClient[]> {
  const ids = Array.from({ length: options.count }, (_, index) => `c${index + 1}`);
  const { seed, dataDirectory } = options;
  return Promise.all(
    ids.map(async (id) => {
      const host = createRealHost({ id, seed, dataDirectory, logLevel: "error", callTimeoutMs });
      const registry = store.registryAddress;
      const consistency = protocol.writesBack ? "linearizable" : "regular";
      const opened = await openClient(host, { registry, consistency, replica: undefined });
      return { id, host, files: opened.client, directory: opened.directory };
    }),
  );
}
