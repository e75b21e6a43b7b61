/** Finds a service below a prefix of etcd's keys, where each node keeps its address by a lease. */
import { Etcd3, type Watcher } from "etcd3";
import type { Discovery, Withdraw } from "./discovery.ts";
import { RpcError } from "./rpc-error.ts";

/** How long etcd keeps the address of a node that has died, in seconds. */
const leaseSeconds = 5;

const patienceMs = 3_000;
const retryMs = 500;

function connect(server: string): Etcd3 {
  const defaultCallOptions = ({ isStream }: { isStream: boolean }) =>
    isStream ? {} : { deadline: Date.now() + patienceMs };
  return new Etcd3({ hosts: `http://${server}`, defaultCallOptions });
}

function unavailable(server: string, error: unknown): RpcError {
  return new RpcError("UNAVAILABLE", `no etcd answers at ${server}: ${error}`);
}

export class EtcdDiscovery implements Discovery {
  readonly #server: string;
  readonly #prefix: string;
  readonly #etcd: Etcd3;
  /** By key. What etcd has dropped is dropped here, but for the last one. */
  readonly #known = new Map<string, string>();
  #last: readonly string[] = [];
  #watching: Promise<Watcher> | undefined;

  constructor(server: string, prefix: string) {
    this.#server = server;
    this.#prefix = `${prefix}/`;
    this.#etcd = connect(server);
  }

  async addresses(): Promise<readonly string[]> {
    this.#watching ??= this.#watch();
    try {
      await this.#watching;
    } catch (error) {
      this.#watching = undefined;
      throw unavailable(this.#server, error);
    }
    // By their keys, so that all who look agree who is the first.
    const keys = [...this.#known.keys()].sort();
    if (keys.length > 0) this.#last = keys.map((key) => this.#known.get(key) ?? "");
    if (this.#last.length > 0) return this.#last;
    throw new RpcError("UNAVAILABLE", `etcd has no key below ${this.#prefix}`);
  }

  lookAgain(): void {}

  close(): void {
    this.#etcd.close();
  }

  async #watch(): Promise<Watcher> {
    // The watch begins before the list is read, so that nothing is missed in between; putting the
    // same twice does no harm, and a key that was deleted meanwhile is deleted again by its event.
    const watcher = await this.#etcd.watch().prefix(this.#prefix).create();
    watcher.on("put", ({ key, value }) => this.#known.set(String(key), String(value)));
    watcher.on("delete", ({ key }) => this.#known.delete(String(key)));
    // It comes back by itself when etcd was away; after an error it does not, so another is made.
    watcher.on("error", () => {
      this.#watching = undefined;
    });
    for (const [key, value] of Object.entries(await this.#etcd.getAll().prefix(this.#prefix))) {
      this.#known.set(key, value);
    }
    return watcher;
  }
}

/** @throws RpcError UNAVAILABLE when etcd does not answer */
export async function announceInEtcd(
  server: string,
  prefix: string,
  id: string,
  address: string,
): Promise<Withdraw> {
  const etcd = connect(server);
  const key = `${prefix}/${id}`;
  let withdrawn = false;
  let lease = etcd.lease(leaseSeconds);
  /** A lease that was lost, as when etcd was away for longer than it, is taken out anew. */
  const keep = async () => {
    while (!withdrawn) {
      try {
        lease = etcd.lease(leaseSeconds);
        await lease.put(key).value(address);
        lease.once("lost", keep);
        return;
      } catch {
        await Bun.sleep(retryMs);
      }
    }
  };
  try {
    await lease.put(key).value(address);
    lease.once("lost", keep);
  } catch (error) {
    etcd.close();
    throw unavailable(server, error);
  }
  return async () => {
    withdrawn = true;
    await lease.revoke().catch(() => {});
    etcd.close();
  };
}
