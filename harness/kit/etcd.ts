/** A cluster of etcd servers on loopback (Debian: `etcd-server`), as a peer to measure against. */
import { join } from "node:path";
import { $ } from "zx";
import { Connections } from "../../nodes/host/grpc-client.ts";
import { plaintext } from "../../nodes/host/tls.ts";
import { EtcdKv } from "./etcd-service.ts";
import { freePorts } from "./free-ports.ts";
import { describeExit, ProcessGroup } from "./process-group.ts";

export const hasEtcd = Bun.which("etcd") !== null;

const readyMs = 20_000;
const retryMs = 50;

/** Such as `etcd 3.4.23`. */
export async function etcdVersion(): Promise<string> {
  const { stdout } = await $({ quiet: true })`etcd --version`;
  return `etcd ${/^etcd Version: (\S+)/.exec(stdout)?.[1] ?? "of unknown version"}`;
}

export class EtcdCluster implements AsyncDisposable {
  /** `host:port` for clients. */
  readonly addresses: readonly string[];
  readonly connections = new Connections({ id: "bench", credentials: plaintext });
  readonly #servers: readonly ProcessGroup[];

  private constructor(addresses: readonly string[], servers: readonly ProcessGroup[]) {
    this.addresses = addresses;
    this.#servers = servers;
  }

  /**
   * Starts `size` servers with etcd's own defaults, on free ports and in fresh directories below
   * `directory`; resolves when all of them answer linearizable reads.
   * @param directory holds `logs/` and `data/`
   */
  static async start(size: number, directory: string): Promise<EtcdCluster> {
    const ports = freePorts(2 * size);
    const members = Array.from({ length: size }, (_, index) => ({
      name: `etcd-${index + 1}`,
      client: `127.0.0.1:${ports[2 * index]}`,
      peer: `127.0.0.1:${ports[2 * index + 1]}`,
    }));
    const all = members.map(({ name, peer }) => `${name}=http://${peer}`).join(",");
    const servers = members.map(({ name, client, peer }) => {
      // Unlike our nodes, etcd would outlive a benchmark that was killed.
      const command = ["setpriv", "--pdeathsig", "KILL", "etcd", "--name", name];
      command.push("--data-dir", join(directory, "data", name));
      command.push("--listen-client-urls", `http://${client}`);
      command.push("--advertise-client-urls", `http://${client}`);
      command.push("--listen-peer-urls", `http://${peer}`);
      command.push("--initial-advertise-peer-urls", `http://${peer}`);
      command.push("--initial-cluster", all, "--logger", "zap", "--log-level", "warn");
      return new ProcessGroup(command, join(directory, "logs", `${name}.log`));
    });
    const cluster = new EtcdCluster(
      members.map(({ client }) => client),
      servers,
    );
    try {
      await Promise.all(cluster.addresses.map((address) => cluster.#untilReady(address)));
    } catch (error) {
      await cluster[Symbol.asyncDispose]();
      throw error;
    }
    return cluster;
  }

  get pids(): number[] {
    return this.#servers.map(({ pid }) => pid);
  }

  /** How many puts there have been, plus one. */
  async revision(): Promise<number> {
    const [address = ""] = this.addresses;
    const { header } = await this.connections.client(EtcdKv, address).range({ key: anyKey });
    return Number(header.revision);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.connections.close();
    await Promise.all(this.#servers.filter(({ running }) => running).map((each) => each.kill()));
  }

  async #untilReady(address: string): Promise<void> {
    const client = this.connections.client(EtcdKv, address);
    const deadlineMs = performance.now() + readyMs;
    for (;;) {
      try {
        await client.range({ key: anyKey }, { timeoutMs: 1_000 });
        return;
      } catch (error) {
        const ended = this.#servers.find(({ running }) => !running);
        if (ended !== undefined) throw new Error(`etcd ${describeExit(await ended.exited)}`);
        if (performance.now() > deadlineMs) throw error;
        await Bun.sleep(retryMs);
      }
    }
  }
}

const anyKey = Buffer.from("any");
