/** A fail-over store as processes, for a benchmark. */
import { join } from "node:path";
import { FailoverCluster } from "../../harness/failover/failover-cluster.ts";
import { Cluster } from "../../harness/kit/cluster.ts";
import type { Pair } from "../../nodes/failover/failover-client.ts";
import type { GuaranteeName } from "../../nodes/failover/guarantee.ts";
import { createRealHost } from "../../nodes/host/real.ts";
import type { Bench } from "./bench-command.ts";
import type { FailoverLoadOptions } from "./failover-load.ts";
import type { LoadProcesses } from "./load-processes.ts";

/** The load of every benchmark of this system. */
export const loadName = "failover";

export class BenchCluster implements AsyncDisposable {
  readonly store: FailoverCluster;
  readonly #cluster: Cluster;
  readonly #closeHost: () => void;

  private constructor(store: FailoverCluster, cluster: Cluster, closeHost: () => void) {
    this.store = store;
    this.#cluster = cluster;
    this.#closeHost = closeHost;
  }

  /** @param name tells clusters of one benchmark apart */
  static async start(bench: Bench, name: string, servers: number, guarantee: GuaranteeName) {
    const cluster = new Cluster(bench.directory, { readyMs: 60_000 });
    const dataDirectory = join(bench.directory, "data", `${name}-harness`);
    const host = createRealHost({ id: `${name}-harness`, dataDirectory });
    try {
      const idOf = (rank: number) => `${name}-s${rank}`;
      const store = await FailoverCluster.start(cluster, host, { servers, guarantee, idOf });
      return new BenchCluster(store, cluster, () => host.close());
    } catch (error) {
      await cluster.killAll();
      throw error;
    }
  }

  /** Opens a load on all servers, with so many lanes in each process. */
  async open(
    bench: Bench,
    loads: LoadProcesses,
    of: Pick<FailoverLoadOptions, "name" | "lanes" | "keysPerClient">,
  ): Promise<void> {
    const directory = join(bench.directory, "data");
    const options: FailoverLoadOptions = { ...of, servers: this.store.addresses, directory };
    await loads.open(loadName, "failover-load.ts", options);
  }

  /**
   * What all servers hold, which must be the same.
   * @throws Error when it is not
   */
  async commonHoldings(): Promise<readonly Pair[]> {
    const { ranks } = this.store;
    const all = await Promise.all(ranks.map((rank) => this.store.holdings(rank)));
    const different = all.findIndex((each) => !Bun.deepEquals(each, all[0]));
    if (different !== -1) throw new Error(`s0 and s${different} do not hold the same`);
    return all[0] ?? [];
  }

  /** @throws Error when a server did something against its contract */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#closeHost();
    await this.#cluster.stopAll();
    const faults = this.#cluster.faults();
    if (faults.length > 0) throw new Error(faults.join("; "));
  }
}
