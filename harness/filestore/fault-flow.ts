/**
 * Faults on the file store as real processes: clients work while a seeded plan of faults strikes
 * nodes and the calls between them; when all has healed and is quiet, everything is read from every
 * replica, and the whole history is judged.
 */
import { join } from "node:path";
import { Directory } from "../../nodes/filestore/file-client.ts";
import { seededRandom } from "../../nodes/host/random.ts";
import { judgeFileStore } from "../check/judge-file-store.ts";
import { FaultInjector } from "../kit/fault-injector.ts";
import { FaultLog } from "../kit/fault-log.ts";
import { planFaults } from "../kit/fault-plan.ts";
import { FaultyNetwork } from "../kit/faulty-network.ts";
import { proxyOverhead } from "../kit/proxy-overhead.ts";
import { type FaultCluster, openClients, startBehindProxies } from "./fault-cluster.ts";
import { type FaultContext, protocolOf } from "./fault-flags.ts";
import { faultTargets } from "./fault-targets.ts";
import { FaultWorkload } from "./fault-workload.ts";
import { comeToRest } from "./quiet.ts";

const limits = { timeLimitMs: 20_000 };

export async function faultFlow(context: FaultContext): Promise<void> {
  const { options, cluster, host, folder, recorder } = context;
  const { seed, replicas, clients: count, faults: kinds } = options;
  const protocol = protocolOf(options);
  await using log = new FaultLog(join(folder.path, "faults.jsonl"));
  const network = new FaultyNetwork((kind, call) => log.strike(kind, call));
  context.progress(`starting a registry and ${replicas} replicas, each behind a proxy`);
  const store = await startBehindProxies(cluster, network, protocol, replicas);
  context.progress("measuring what a proxy costs");
  await measureProxies(context, store);

  const dataDirectory = join(folder.path, "data/clients");
  const clients = await openClients(store, protocol, { count, seed, dataDirectory });
  const { members } = await new Directory(host, store.registryAddress).replicas();
  const workload = new FaultWorkload(recorder, host.random, members);
  const targets = faultTargets(protocol, store.replicas);
  const plan = planFaults(seededRandom(seed, "faults"), kinds, targets, options.duration * 1000);
  context.progress(`${plan.length} faults in ${options.duration} s, ${count} clients`);
  const { signal } = context;
  const injector = new FaultInjector({ cluster, network, log, clock: host.clock, signal });
  const working = workload.run(clients);
  await injector.run(plan);
  workload.stop();
  await working;

  context.progress("all faults have healed; waiting for quiet, reading everything");
  const [reader] = clients;
  if (reader === undefined) throw new Error("there is no client");
  const rest = await comeToRest(protocol, store, workload, reader);
  context.progress(`judging ${recorder.events.length / 2} operations`);
  context.table("Faults", log.table(kinds));
  context.check(log.reached(kinds), ...injector.restarts(), rest.check);
  const { quietAtMs, finalStates } = rest;
  const judgement = { quietAtMs, finalStates, limits };
  context.check(...judgeFileStore(protocol.promise, recorder.events, judgement));
  // The proxies stay until the process ends: nodes that are stopped take their leave through them.
  for (const client of clients) client.host.close();
}

/** The same call to the registry, directly and through its proxy. */
async function measureProxies(context: FaultContext, store: FaultCluster): Promise<void> {
  const { host } = context;
  const direct = new Directory(host, store.registry.address);
  const proxied = new Directory(host, store.registryAddress);
  const overhead = await proxyOverhead([
    { name: "direct", call: () => direct.replicas() },
    { name: "through the proxy", call: () => proxied.replicas() },
  ]);
  context.table("Overhead of a proxy", overhead);
}
