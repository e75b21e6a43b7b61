/** A registry, replicas and clients of the file store as processes. */
import { Directory } from "../../nodes/filestore/file-client.ts";
import { Client } from "../../nodes/filestore/protocol.ts";
import type { RealHost } from "../../nodes/host/real.ts";
import type { Client as ClientOf } from "../../nodes/host/service.ts";
import type { Cluster } from "../kit/cluster.ts";
import type { NodeProcess } from "../kit/node-process.ts";
import type { Protocol } from "./protocols.ts";

export type Agent = ClientOf<typeof Client>;

export class FileStoreCluster {
  readonly registry: NodeProcess;
  readonly replicas: readonly NodeProcess[];
  /** The registry as a client sees it. */
  readonly directory: Directory;
  readonly #cluster: Cluster;
  readonly #host: RealHost;
  readonly #protocol: Protocol;

  private constructor(
    cluster: Cluster,
    host: RealHost,
    protocol: Protocol,
    registry: NodeProcess,
    replicas: readonly NodeProcess[],
  ) {
    this.#cluster = cluster;
    this.#host = host;
    this.#protocol = protocol;
    this.registry = registry;
    this.replicas = replicas;
    this.directory = new Directory(host, registry.address);
  }

  /** Starts the registry, then r1, which becomes the primary where there is one, then the rest. */
  static async start(
    cluster: Cluster,
    host: RealHost,
    protocol: Protocol,
    count: number,
  ): Promise<FileStoreCluster> {
    const registryFlags = protocol.registryFlags;
    const registry = await cluster.start({
      id: "registry",
      script: "nodes/filestore/registry.ts",
      flags: registryFlags,
    });
    const script = `nodes/filestore/replica-${protocol.name}.ts`;
    const flags = { registry: registry.address };
    const specs = Array.from({ length: count }, (_, index) => ({
      id: `r${index + 1}`,
      script,
      flags,
    }));
    const first = await cluster.startAll(specs.slice(0, 1));
    const others = await cluster.startAll(specs.slice(1));
    return new FileStoreCluster(cluster, host, protocol, registry, [...first, ...others]);
  }

  /** Clients as processes, each with a connection to drive it. */
  async startClients(ids: readonly string[]): Promise<Agent[]> {
    const nodes = await this.#cluster.startAll(
      ids.map((id) => ({
        id,
        script: "nodes/filestore/client-agent.ts",
        flags: { registry: this.registry.address, ...this.#protocol.clientFlags },
      })),
    );
    return nodes.map(({ address }) => this.#host.connect(Client, address));
  }

  /** Kills all processes of the store at once, and starts them again on their directories. */
  async crashAndRestart(): Promise<void> {
    await Promise.all([this.registry, ...this.replicas].map((node) => node.kill()));
    await this.registry.restart({ samePort: true });
    await Promise.all(this.replicas.map((replica) => replica.restart({ samePort: true })));
  }
}
