/** Servers of the fail-over store as processes, by rank. */
import {
  defaultPatience,
  FailoverClient,
  type Pair,
  type Patience,
} from "../../nodes/failover/failover-client.ts";
import type { GuaranteeName } from "../../nodes/failover/guarantee.ts";
import { type ServerStatus, statusesOf } from "../../nodes/failover/server-status.ts";
import type { Host } from "../../nodes/host/host.ts";
import type { Cluster } from "../kit/cluster.ts";
import { freeAddresses } from "../kit/free-addresses.ts";
import type { FlagValues } from "../kit/node-command.ts";
import type { NodeProcess } from "../kit/node-process.ts";

export interface FailoverClusterOptions {
  readonly servers: number;
  readonly guarantee: GuaranteeName;
  /** The id of each server; `s0`, `s1`, … by default. */
  readonly idOf?: (rank: number) => string;
  /** Further flags of each server. */
  readonly flags?: FlagValues;
  /** By rank, where the others find each server, such as its proxy; by default where it listens. */
  readonly advertised?: (addresses: readonly string[]) => Promise<readonly string[]>;
}

/** Servers did not come to what they must come to; the message says what that is. */
export class StuckError extends Error {
  override readonly name = "StuckError";
}

/** What takes longer is at fault, however busy the machine is. */
const patienceMs = 30_000;
/** Between two looks, at first and at last: to look is work for every server. */
const firstPauseMs = 2;
const longestPauseMs = 50;

const all = { first: " ", last: "\u{10ffff}".repeat(32) };

export class FailoverCluster {
  /** By rank; for clients. */
  readonly addresses: readonly string[];
  /** By rank. */
  readonly nodes: readonly NodeProcess[];
  readonly #host: Host;

  private constructor(host: Host, addresses: readonly string[], nodes: readonly NodeProcess[]) {
    this.#host = host;
    this.addresses = addresses;
    this.nodes = nodes;
  }

  /** Starts all servers and waits until all of them serve. */
  static async start(
    cluster: Cluster,
    host: Host,
    options: FailoverClusterOptions,
  ): Promise<FailoverCluster> {
    const { servers, guarantee, flags = {}, idOf = (rank) => `s${rank}` } = options;
    const own = freeAddresses(servers);
    const addresses = (await options.advertised?.(own)) ?? own;
    const nodes = await cluster.startAll(
      own.map((address, rank) => ({
        id: idOf(rank),
        script: "nodes/failover/server.ts",
        address,
        flags: { rank, servers: addresses.join(","), guarantee, ...flags },
      })),
    );
    const store = new FailoverCluster(host, addresses, nodes);
    await store.untilServing(store.ranks);
    return store;
  }

  /** All, from 0. */
  get ranks(): number[] {
    return this.nodes.map((_, rank) => rank);
  }

  /** Of the processes that run. */
  get up(): number[] {
    return this.ranks.filter((rank) => this.nodes[rank]?.running);
  }

  get down(): number[] {
    return this.ranks.filter((rank) => !this.nodes[rank]?.running);
  }

  /** A client that may ask these servers; all of them by default. */
  client(ranks: readonly number[] = this.ranks, patience: Patience = defaultPatience) {
    return new FailoverClient(this.#host, this.#at(ranks), patience);
  }

  /** By rank; undefined: it does not answer. */
  async statuses(ranks: readonly number[] = this.ranks): Promise<Map<number, ServerStatus>> {
    const answers = await statusesOf(this.#host, this.#at(ranks));
    const pairs = ranks.map((rank, index) => [rank, answers[index]?.status] as const);
    return new Map(pairs.filter((pair): pair is [number, ServerStatus] => pair[1] !== undefined));
  }

  /**
   * The rank of the primary that all servers which are up agree on.
   * @throws StuckError when they do not in time
   */
  async primary(): Promise<number> {
    const { up } = this;
    return this.#until(`${up.length} servers agree on a primary`, async () => {
      const known = await this.statuses(up);
      const views = new Set([...known.values()].map(({ epoch, primary }) => `${epoch} ${primary}`));
      const [status] = known.values();
      const agree = known.size === up.length && views.size === 1;
      return agree && status !== undefined && up.includes(status.primary)
        ? status.primary
        : undefined;
    });
  }

  /** @returns their statuses; @throws StuckError when one does not serve in time */
  async untilServing(ranks: readonly number[]): Promise<Map<number, ServerStatus>> {
    const serving = new Map<number, ServerStatus>();
    await this.#until(`ranks ${ranks.join(", ")} serve`, async () => {
      const missing = ranks.filter((rank) => !serving.has(rank));
      for (const [rank, status] of await this.statuses(missing)) {
        if (status.serving) serving.set(rank, status);
      }
      return serving.size === ranks.length ? true : undefined;
    });
    return new Map([...serving].sort(([one], [other]) => one - other));
  }

  /** Those that are up, but too few, notice it when their leases end. */
  async untilNoneServes(): Promise<void> {
    await this.#until("nobody serves", async () => {
      const known = [...(await this.statuses(this.up)).values()];
      return known.some(({ serving }) => serving) ? undefined : true;
    });
  }

  /** All at once, and without warning. */
  async kill(ranks: readonly number[]): Promise<void> {
    await Promise.all(ranks.map((rank) => this.#node(rank).kill()));
  }

  /** Starts them on their ports and data, all at once. They need not serve yet. */
  async revive(ranks: readonly number[]): Promise<void> {
    await Promise.all(ranks.map((rank) => this.#node(rank).restart({ samePort: true })));
  }

  /** All that one server holds, by its own answer. */
  holdings(rank: number): Promise<Pair[]> {
    return this.client([rank]).scan(all.first, all.last);
  }

  #node(rank: number): NodeProcess {
    const node = this.nodes[rank];
    if (node === undefined) throw new Error(`there is no rank ${rank}`);
    return node;
  }

  #at(ranks: readonly number[]): string[] {
    return ranks.map((rank) => this.addresses[rank] ?? "");
  }

  async #until<Found>(what: string, look: () => Promise<Found | undefined>): Promise<Found> {
    const { clock } = this.#host;
    const deadlineMs = clock.monotonicMs() + patienceMs;
    for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
      const found = await look();
      if (found !== undefined) return found;
      if (clock.monotonicMs() > deadlineMs) {
        throw new StuckError(`not within ${patienceMs} ms: ${what}`);
      }
      await clock.sleep(pauseMs);
    }
  }
}
