/**
 * A registry, replicas and clients in one process, for tests: each with its own real host and its
 * own directory, talking by gRPC over loopback.
 */
import type { Host, Server } from "../../host/host.ts";
import { createRealHost, type RealHost } from "../../host/real.ts";
import { RpcError } from "../../host/rpc-error.ts";
import { Directory, type FileClient } from "../file-client.ts";
import { type ClientOptions, openClient } from "../open-client.ts";
import { Replica } from "../protocol.ts";
import { startRegistry } from "../registry.ts";
import { startReplica as startBlocking } from "../replica-blocking.ts";
import { startReplica as startNonblocking } from "../replica-nonblocking.ts";
import { startReplica as startQuorum } from "../replica-quorum.ts";

export interface ClusterOptions {
  readonly protocol: "blocking" | "nonblocking" | "quorum";
  /** N; 3 unless said otherwise. */
  readonly replicas?: number;
  readonly readQuorum?: number;
  readonly writeQuorum?: number;
  readonly leaseMs?: number;
  readonly replicationTimeoutMs?: number;
  readonly joinTimeoutMs?: number;
}

const starts = { blocking: startBlocking, nonblocking: startNonblocking, quorum: startQuorum };

export class TestCluster implements AsyncDisposable {
  /** For what a test asks by itself. */
  readonly host: RealHost;
  readonly #directory: string;
  readonly #options: Required<ClusterOptions>;
  readonly #hosts: RealHost[] = [];
  readonly #running = new Map<string, Server>();
  readonly #addresses = new Map<string, string>();

  private constructor(directory: string, options: ClusterOptions) {
    const sizes = { replicas: 3, readQuorum: 2, writeQuorum: 2 };
    const limits = { leaseMs: 1_000, replicationTimeoutMs: 500, joinTimeoutMs: 5_000 };
    this.#options = { ...sizes, ...limits, ...options };
    this.#directory = directory;
    this.host = this.makeHost("test");
  }

  /** Starts the registry and replicas r1, r2 and so on; r1 is the primary where there is one. */
  static async start(directory: string, options: ClusterOptions): Promise<TestCluster> {
    const cluster = new TestCluster(directory, options);
    try {
      await cluster.startRegistry();
      for (let number = 1; number <= cluster.#options.replicas; number++) {
        await cluster.startReplica(`r${number}`);
      }
    } catch (error) {
      await cluster[Symbol.asyncDispose]();
      throw error;
    }
    return cluster;
  }

  /** A host of its own, on `<directory>/<id>`. */
  makeHost(id: string): RealHost {
    const dataDirectory = `${this.#directory}/${id}`;
    const host = createRealHost({ id, dataDirectory, logLevel: "silent" });
    this.#hosts.push(host);
    return host;
  }

  /** Of a node's last start. */
  address(id: string): string {
    const address = this.#addresses.get(id);
    if (address === undefined) throw new Error(`${id} was never started`);
    return address;
  }

  get directory(): Directory {
    return new Directory(this.host, this.address("registry"));
  }

  /** One replica, to be asked directly. */
  replica(id: string) {
    return this.host.connect(Replica, this.address(id));
  }

  /** A client with a host, and so a clock and a name, of its own. */
  async client(id: string, options: Partial<ClientOptions> = {}): Promise<FileClient> {
    const defaults = { consistency: "regular", replica: undefined } as const;
    const registry = this.address("registry");
    const { client } = await openClient(this.makeHost(id), { registry, ...defaults, ...options });
    return client;
  }

  /**
   * Starts or restarts the registry, at the address that it had.
   * @param around what stands between the registry and its host
   */
  async startRegistry(around: (host: Host) => Host = (host) => host): Promise<void> {
    const { protocol, replicas, readQuorum, writeQuorum, leaseMs } = this.#options;
    const sizes = { replicas, readQuorum, writeQuorum, leaseMs };
    await this.#start("registry", (host, address) =>
      startRegistry(around(host), {
        address,
        protocol: protocol === "quorum" ? "quorum" : "primary-backup",
        ...sizes,
      }),
    );
  }

  /**
   * Starts or restarts a replica, at the address that it had.
   * @param around what stands between the replica and its host
   */
  async startReplica(id: string, around: (host: Host) => Host = (host) => host): Promise<void> {
    const { protocol, replicationTimeoutMs, joinTimeoutMs } = this.#options;
    const registry = this.address("registry");
    const options = { registry, replicationTimeoutMs, joinTimeoutMs };
    await this.#start(id, (host, address) =>
      starts[protocol](around(host), { address, ...options }),
    );
  }

  /** Starts a replica again, at another address than before. */
  async moveReplica(id: string): Promise<void> {
    this.#addresses.delete(id);
    await this.startReplica(id);
  }

  /** Stops a node in order. */
  async stop(id: string): Promise<void> {
    const server = this.#running.get(id);
    this.#running.delete(id);
    await server?.stop(0);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const id of [...this.#running.keys()].reverse()) await this.stop(id);
    for (const host of this.#hosts) host.close();
  }

  async #start(id: string, start: (host: Host, address: string) => Promise<Server>): Promise<void> {
    const host = this.makeHost(id);
    const server = await start(host, this.#addresses.get(id) ?? "127.0.0.1:0");
    this.#addresses.set(id, server.address);
    this.#running.set(id, server);
  }
}

/** Resolves once the condition holds. @throws Error when it does not within ten seconds */
export async function until(host: Host, condition: () => Promise<boolean>): Promise<void> {
  const deadlineMs = host.clock.monotonicMs() + 10_000;
  while (!(await condition())) {
    if (host.clock.monotonicMs() > deadlineMs) throw new Error(`not in time: ${condition}`);
    await host.clock.sleep(5);
  }
}

/**
 * The error of a call that must fail. (`expect(…).rejects` of Bun's test runner waits in a loop of
 * its own, in which a server of the same process does not get to answer.)
 */
export async function failureOf(outcome: Promise<unknown>): Promise<RpcError> {
  const settled = await outcome.then(
    (value) => ({ value }),
    (error: unknown) => error,
  );
  if (settled instanceof RpcError) return settled;
  throw new Error("it did not fail as a call does", { cause: settled });
}
