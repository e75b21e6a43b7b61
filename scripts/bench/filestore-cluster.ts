/** A file store as processes, and what all its replicas hold. */
import { Cluster } from "../../harness/kit/cluster.ts";
import type { NodeProcess } from "../../harness/kit/node-process.ts";
import { Replica } from "../../nodes/filestore/protocol.ts";
import { Connections } from "../../nodes/host/grpc-client.ts";
import { plaintext } from "../../nodes/host/tls.ts";
import type { FileObject__Output } from "../../proto/types/proctor/filestore/v1/FileObject.ts";

export const protocols = ["blocking", "nonblocking", "quorum"] as const;
export type Protocol = (typeof protocols)[number];

/** Listing a store reads every file. */
const listTimeoutMs = 60_000;

export class FileStoreCluster implements AsyncDisposable {
  readonly protocol: Protocol;
  readonly registry: NodeProcess;
  /** The first one is the primary, where there is one. */
  readonly replicas: readonly NodeProcess[];
  readonly connections = new Connections({ id: "bench", credentials: plaintext });
  readonly #cluster: Cluster;

  private constructor(
    protocol: Protocol,
    cluster: Cluster,
    registry: NodeProcess,
    replicas: readonly NodeProcess[],
  ) {
    this.protocol = protocol;
    this.#cluster = cluster;
    this.registry = registry;
    this.replicas = replicas;
  }

  /** @param directory holds `logs/` and `data/` */
  static async start(protocol: Protocol, size: number, directory: string) {
    const cluster = new Cluster(directory, { readyMs: 30_000 });
    const majority = Math.floor(size / 2) + 1;
    const quorum = {
      protocol: "quorum",
      replicas: size,
      readQuorum: majority,
      writeQuorum: majority,
    };
    try {
      const registry = await cluster.start({
        id: `${protocol}-registry-of-${size}`,
        script: "nodes/filestore/registry.ts",
        flags: protocol === "quorum" ? quorum : {},
      });
      const specs = Array.from({ length: size }, (_, index) => ({
        id: `${protocol}-${index + 1}-of-${size}`,
        script: `nodes/filestore/replica-${protocol}.ts`,
        flags: { registry: registry.address },
      }));
      // The first to register is the primary, so it starts first.
      const first = await cluster.startAll(specs.slice(0, 1));
      const others = await cluster.startAll(specs.slice(1));
      return new FileStoreCluster(protocol, cluster, registry, [...first, ...others]);
    } catch (error) {
      await cluster.killAll();
      throw error;
    }
  }

  get addresses(): string[] {
    return this.replicas.map(({ address }) => address);
  }

  get pids(): number[] {
    return [this.registry, ...this.replicas].map(({ pid }) => pid);
  }

  /** Starts one replica more. */
  grow(id: string): Promise<NodeProcess> {
    const script = `nodes/filestore/replica-${this.protocol}.ts`;
    return this.#cluster.start({ id, script, flags: { registry: this.registry.address } });
  }

  /** All that one replica holds, by uuid. */
  async holdings(address: string) {
    const replica = this.connections.client(Replica, address);
    const objects = new Map<string, FileObject__Output>();
    for await (const message of replica.list({}, { timeoutMs: listTimeoutMs })) {
      for (const object of message.objects) objects.set(object.uuid, object);
    }
    return objects;
  }

  /**
   * What all replicas hold, which must be the same.
   * @param patienceMs how long the replicas may take to agree; 0 where they must at any time
   * @throws Error when they don't
   */
  async commonHoldings(patienceMs: number) {
    const deadlineMs = performance.now() + patienceMs;
    for (;;) {
      const all = await Promise.all(this.addresses.map((address) => this.holdings(address)));
      const different = all.findIndex((each) => !Bun.deepEquals(each, all[0]));
      if (different === -1) return all[0] ?? new Map<string, FileObject__Output>();
      if (performance.now() > deadlineMs) {
        const ids = [this.replicas[0]?.id, this.replicas[different]?.id];
        throw new Error(`${ids.join(" and ")} do not hold the same`);
      }
    }
  }

  /** @throws Error when a node did something against its contract */
  async [Symbol.asyncDispose](): Promise<void> {
    this.connections.close();
    await this.#cluster.stopAll();
    const faults = this.#cluster.faults();
    if (faults.length > 0) throw new Error(faults.join("; "));
  }
}
