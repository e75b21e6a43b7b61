/** A bank as processes, and what all its branches hold. */
import { Cluster } from "../../harness/kit/cluster.ts";
import type { NodeProcess } from "../../harness/kit/node-process.ts";
import { Branch } from "../../nodes/branches/protocol.ts";
import { Connections } from "../../nodes/host/grpc-client.ts";
import { plaintext } from "../../nodes/host/tls.ts";

export class BranchesCluster implements AsyncDisposable {
  /** The first is the home branch. */
  readonly branches: readonly NodeProcess[];
  readonly #cluster: Cluster;
  readonly #connections = new Connections({ id: "bench", credentials: plaintext });

  private constructor(cluster: Cluster, branches: readonly NodeProcess[]) {
    this.#cluster = cluster;
    this.branches = branches;
  }

  /** @param directory holds `logs/` and `data/` */
  static async start(size: number, directory: string): Promise<BranchesCluster> {
    const cluster = new Cluster(directory, { readyMs: 30_000 });
    const script = "nodes/branches/branch.ts";
    const specs = Array.from({ length: size }, (_, index) => ({
      id: `b${index + 1}-of-${size}`,
      script,
      flags: { branch: index + 1, logLevel: "warn" },
    }));
    try {
      const [home] = await cluster.startAll(specs.slice(0, 1));
      if (home === undefined) throw new Error("a bank has at least one branch");
      const others = await cluster.startAll(
        specs.slice(1).map((spec) => ({ ...spec, flags: { ...spec.flags, home: home.address } })),
      );
      return new BranchesCluster(cluster, [home, ...others]);
    } catch (error) {
      await cluster.killAll();
      throw error;
    }
  }

  get addresses(): string[] {
    return this.branches.map(({ address }) => address);
  }

  /** What every branch holds. @throws Error when two differ */
  async balance(): Promise<number> {
    const balances = new Set<number>();
    for (const address of this.addresses) {
      const branch = this.#connections.client(Branch, address);
      const answer = await branch.query({ caller: { request: crypto.randomUUID() } });
      balances.add(Number(answer.balance));
    }
    const [balance, ...others] = balances;
    if (balance === undefined || others.length > 0) {
      throw new Error(`the branches hold ${[...balances].join(", ")}`);
    }
    return balance;
  }

  /** @throws Error when a node did something against its contract */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#connections.close();
    await this.#cluster.stopAll();
    const faults = this.#cluster.faults();
    if (faults.length > 0) throw new Error(faults.join("; "));
  }
}
