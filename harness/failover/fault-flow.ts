/**
 * Faults on the fail-over store as real processes, each behind a proxy: clients work while a seeded
 * plan of faults strikes servers and the calls between them; when all has healed, all servers must
 * serve and hold the same, and the whole history is judged.
 */
import { join } from "node:path";
import { FailoverClient } from "../../nodes/failover/failover-client.ts";
import { seededRandom } from "../../nodes/host/random.ts";
import { createRealHost, type RealHost } from "../../nodes/host/real.ts";
import { pairOperations } from "../check/history.ts";
import { linearizable } from "../check/linearizability.ts";
import { swappingMap } from "../check/models/swapping-map.ts";
import { FaultInjector } from "../kit/fault-injector.ts";
import { FaultLog } from "../kit/fault-log.ts";
import { type FaultTargets, planFaults } from "../kit/fault-plan.ts";
import { FaultyNetwork } from "../kit/faulty-network.ts";
import type { RunContext } from "../kit/run-context.ts";
import { Background } from "./background.ts";
import { FailoverCluster } from "./failover-cluster.ts";
import type { failoverFaultFlags } from "./fault-flags.ts";
import { readAll, sameHoldings } from "./final-state.ts";
import { RecordedClient } from "./recorded-client.ts";

type FaultContext = RunContext<typeof failoverFaultFlags>;

/** Until a client asks another server, and until it gives up: some faults last longer. */
const patience = { tryMs: 500, operationMs: 4_000 };
/** Between two operations of a client, on average; more operations take checkers too long. */
const paceMs = 25;
const limits = { timeLimitMs: 20_000 };

export async function failoverFaultFlow(context: FaultContext): Promise<void> {
  const { options, cluster, host, folder, recorder, signal } = context;
  const { seed, replicas: servers, clients: count, faults: kinds, guarantee } = options;
  await using log = new FaultLog(join(folder.path, "faults.jsonl"));
  const network = new FaultyNetwork((kind, call) => log.strike(kind, call));
  context.progress(`starting ${servers} servers, each behind a proxy`);
  const advertised = (own: readonly string[]) => placeProxies(network, own);
  const store = await FailoverCluster.start(cluster, host, { servers, guarantee, advertised });
  const targets = targetsOf(store.nodes.map(({ id }) => id));
  const plan = planFaults(seededRandom(seed, "faults"), kinds, targets, options.duration * 1000);

  context.progress(`${plan.length} faults in ${options.duration} s, ${count} clients`);
  const hosts = clientHosts(context, count);
  const clients = hosts.map((own) => {
    return new RecordedClient(own.id, new FailoverClient(own, store.addresses, patience), recorder);
  });
  const injector = new FaultInjector({ cluster, network, log, clock: host.clock, signal });
  const background = new Background(context, clients, paceMs);
  await injector.run(plan);
  context.progress("all faults have healed; waiting until all serve, reading everything");
  await store.untilServing(store.ranks);
  await background.stop();

  const [one = [], ...others] = await Promise.all(store.ranks.map((rank) => store.holdings(rank)));
  await readAll(recorder, store);
  context.table("Faults", log.table(kinds));
  context.check(log.reached(kinds), ...injector.restarts());
  context.check(sameHoldings("once all has healed, all servers hold the same", one, others));
  context.progress(`judging ${recorder.events.length / 2} operations`);
  context.check(linearizable(swappingMap, pairOperations(recorder.events), limits));
  // The proxies stay until the process ends: servers that are stopped take leave through them.
  for (const each of hosts) each.close();
}

/** A proxy in front of each server. @returns what the others know of them */
function placeProxies(network: FaultyNetwork, own: readonly string[]): Promise<string[]> {
  return Promise.all(
    own.map(async (address, rank) => {
      const proxy = await network.place(`s${rank}`);
      proxy.aim(address);
      return proxy.address;
    }),
  );
}

function clientHosts({ options, folder }: FaultContext, count: number): RealHost[] {
  const dataDirectory = join(folder.path, "data/clients");
  return Array.from({ length: count }, (_, index) =>
    createRealHost({ id: `c${index + 1}`, seed: options.seed, dataDirectory, logLevel: "error" }),
  );
}

/** Any server may come to be the primary. */
function targetsOf(servers: readonly string[]): FaultTargets {
  const method = (name: string, weight: number) => ({ method: name, at: servers, weight });
  const methods = [
    ...[method("Replicate", 5), method("Forward", 3), method("Put", 3), method("Heartbeat", 2)],
    ...[method("Get", 1), method("Delete", 1)],
  ];
  return { replicas: servers, methods };
}
