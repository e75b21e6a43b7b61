/**
 * The specification's test flow ("Evaluation / Testing"), and what it leaves out: on real
 * processes, reading from every replica one by one after each change, and judging every answer.
 */
import type { Check } from "../check/verdict.ts";
import { concurrentClients } from "./concurrent-clients.ts";
import { FileStoreCluster } from "./file-store-cluster.ts";
import { Judge } from "./judge.ts";
import type { FileStoreContext, Protocol } from "./protocols.ts";
import { badInput, refusedByTheTable } from "./refusals.ts";
import { registryQuorums } from "./registry-quorums.ts";
import { serveByHand } from "./serve-by-hand.ts";

export async function fileStoreFlow(context: FileStoreContext, protocol: Protocol): Promise<void> {
  const { options, cluster, host } = context;
  context.progress(`starting a registry and ${options.replicas} replicas`);
  const store = await FileStoreCluster.start(cluster, host, protocol, options.replicas);
  if (options.serve) {
    await serveByHand(context, store, protocol);
    return;
  }
  context.progress("starting the clients");
  const [agent, ...others] = await store.startClients(["c1", "c2", "c3"]);
  if (agent === undefined) throw new Error("no client was started");
  const judge = new Judge(context, protocol, store, agent);
  context.check(await allAreListed(store));
  if (protocol.name === "quorum") await registryQuorums(context, store, protocol);

  const uuid = () => host.random.uuid();
  const [first, second, unknown] = [uuid(), uuid(), uuid()];
  const champions = "Champions.txt";
  await judge.write("create a file", first, champions, "M. Schumacher, L. Hamilton, J.M. Fangio.");
  await judge.readEverywhere("read it from every replica", first);
  await judge.write("create a second file", second, "Constructors.txt", "Ferrari, McLaren, Lotus.");
  await judge.readEverywhere("read the second from every replica", second);
  await judge.write("update the first, shorter", first, champions, "S. Vettel.");
  await judge.readEverywhere("read the update from every replica", first);
  await judge.delete("delete the first", first);
  await judge.readEverywhere("read the deleted file from every replica", first);
  const fresh = [uuid(), uuid()] as const;
  await refusedByTheTable(judge, { deleted: first, live: second, unknown, champions, fresh });
  await badInput(context, store);
  context.progress("killing all processes of the store, and starting them again");
  await store.crashAndRestart();
  await judge.readEverywhere("read the second after a crash of all", second);
  await judge.readEverywhere("read the deleted file after a crash of all", first);
  await concurrentClients(context, protocol, store, [agent, ...others]);
}

async function allAreListed(store: FileStoreCluster): Promise<Check> {
  const { members } = await store.directory.replicas();
  const listed = members.map(({ id, address }) => `${id} ${address}`).sort();
  const started = store.replicas.map(({ id, address }) => `${id} ${address}`).sort();
  return {
    name: "the registry lists every replica with its address",
    verdict: Bun.deepEquals(listed, started) ? "PASS" : "FAIL",
    evidence: `${members.length} of ${started.length} are listed`,
  };
}
