/** How clients and backends find the balancers: by their addresses, by DNS, or by etcd. */
import { EtcdCluster, hasEtcd } from "../kit/etcd.ts";
import { NameServer } from "../kit/name-server.ts";
import type { FlagValues } from "../kit/node-command.ts";
import type { BalancerContext } from "./flags.ts";

export interface Places extends AsyncDisposable {
  readonly balancerFlags: FlagValues;
  readonly place: (addresses: readonly string[]) => string;
}

const service = "_balancer._tcp.proctor.example";

/** @throws Error when what is asked for is not installed */
export async function openPlaces({ options, folder }: BalancerContext): Promise<Places> {
  if (options.discovery === "dns") return byNameServer();
  if (options.discovery === "etcd") return byEtcd(folder.path);
  return {
    balancerFlags: {},
    place: (addresses) => addresses.join(","),
    [Symbol.asyncDispose]: async () => {},
  };
}

async function byNameServer(): Promise<Places> {
  const server = await NameServer.start(service);
  return {
    balancerFlags: {},
    place: (addresses) => {
      server.set(addresses);
      return `dns:${service}@${server.address}`;
    },
    [Symbol.asyncDispose]: async () => server[Symbol.dispose](),
  };
}

async function byEtcd(directory: string): Promise<Places> {
  if (!hasEtcd) throw new Error("--discovery etcd needs etcd (Debian: etcd-server)");
  const etcd = await EtcdCluster.start(1, directory);
  const place = `etcd:${etcd.addresses[0]}/balancers`;
  return {
    balancerFlags: { announce: place },
    place: () => place,
    [Symbol.asyncDispose]: () => etcd[Symbol.asyncDispose](),
  };
}
