/** What the specification tests ("Testing procedure"), and what it leaves open, on real servers. */
import { seededRandom } from "../../nodes/host/random.ts";
import { RpcError } from "../../nodes/host/rpc-error.ts";
import { pairOperations } from "../check/history.ts";
import { linearizable } from "../check/linearizability.ts";
import { swappingMap } from "../check/models/swapping-map.ts";
import type { Check } from "../check/verdict.ts";
import { Background } from "./background.ts";
import { groupDies, oneAfterTheOther, theLastOnes } from "./deaths.ts";
import { FailoverCluster, StuckError } from "./failover-cluster.ts";
import { judgeFinalState } from "./final-state.ts";
import type { FailoverContext } from "./flags.ts";
import { Ledger } from "./ledger.ts";
import { LostReplies, putAgain, putOnce } from "./lost-replies.ts";
import { RecordedClient } from "./recorded-client.ts";
import { allComeBack, someComeBack } from "./revivals.ts";
import { serveByHand } from "./serve-by-hand.ts";
import { halfAndHalf, oneClient, severalClients } from "./without-faults.ts";

/** Of the search for an order of all operations. */
const limits = { timeLimitMs: 20_000 };
/** Of each client in the background; it must leave the machine to the servers. */
const paceMs = 30;

export async function failoverFlow(context: FailoverContext): Promise<void> {
  const { options, cluster, host } = context;
  context.progress(`starting ${options.servers} servers`);
  const store = await FailoverCluster.start(cluster, host, options);
  if (options.serve) {
    await serveByHand(context, store);
    return;
  }
  const answers = await answersItsClients(async () => {
    await oneClient(context, store);
    await severalClients(context, store);
    await halfAndHalf(context, store);
    await deathsAndRevivals(context, store);
    await judgeFinalState(context, store);
  });
  context.progress("judging the history");
  const operations = pairOperations(context.recorder.events);
  context.check(answers, linearizable(swappingMap, operations, limits));
}

/** An operation that fails, or servers that get stuck, are the store's fault and end the flow. */
async function answersItsClients(flow: () => Promise<void>): Promise<Check> {
  const name = "the store answers its clients through all deaths and revivals";
  try {
    await flow();
    return { name, verdict: "PASS", evidence: "no operation failed while enough servers were up" };
  } catch (error) {
    if (!(error instanceof RpcError || error instanceof StuckError)) throw error;
    return { name, verdict: "FAIL", evidence: error.message };
  }
}

async function deathsAndRevivals(context: FailoverContext, store: FailoverCluster): Promise<void> {
  const { recorder } = context;
  // Of its own: clients draw from the host's in the order in which they come to do so.
  const random = seededRandom(context.options.seed, "victims");
  const ids = ["background-1", "background-2", "background-3"];
  const clients = ids.map((id) => new RecordedClient(id, store.client(), recorder));
  await using _ = new Background(context, clients, paceMs);
  const ledger = new Ledger(store, recorder);
  await ledger.write("at first key", 5);
  using unlucky = await LostReplies.open(context, store, random.sample(store.ranks, 2));
  await unlucky.eachKind();
  await putOnce(store, context);
  await oneAfterTheOther(context, store, ledger, random);
  await theLastOnes(context, store);
  await allComeBack(context, store, ledger, random);
  context.check(await putAgain(store, context));
  await unlucky.primaryDies();
  await groupDies(context, store, ledger, random);
  await someComeBack(context, store, ledger, random);
}
