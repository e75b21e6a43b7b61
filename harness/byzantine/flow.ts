/** One campaign on real processes: act, show what every general knew and decided, judge. */
import { accounts, bribe, wage } from "../../nodes/byzantine/camp.ts";
import { isGuaranteed, messagesOf, roundsOf } from "../../nodes/byzantine/conditions.ts";
import { seededRandom } from "../../nodes/host/random.ts";
import type { RunContext } from "../kit/run-context.ts";
import { isBrief, showAccounts } from "./account-tables.ts";
import { type campaignFlags, roundMsOf, traitorsOf } from "./campaign-flags.ts";
import { rightPrograms } from "./general-programs.ts";
import { type Evidence, judge } from "./judge.ts";
import { drawTrees } from "./message-tree.ts";
import { startArmy } from "./real-army.ts";
import { serveByHand } from "./serve-by-hand.ts";
import { searchWorst } from "./worst.ts";

type Context = RunContext<typeof campaignFlags>;

/** A campaign's facts before it is waged. */
type Situation = Omit<Evidence, "outcomes" | "accounts">;

export async function byzantineFlow(context: Context): Promise<void> {
  const { options, cluster } = context;
  const { generals, algorithm, seed, traitors: most } = options;
  const roundMs = roundMsOf(options);
  const traitors = traitorsOf(options);
  const order = options.order === "attack" ? "ATTACK" : "RETREAT";
  const situation: Situation = { algorithm, generals, most, traitors, order };
  announce(context, situation);
  const lots = seededRandom(seed, "lots");
  const conspiracy = lots.integer(2 ** 32);
  const betrayal = chooseBetrayal(context, situation, conspiracy);
  context.progress(`starting ${generals} generals`);
  const { posts, camp } = await startArmy(cluster, situation, lots.integer(2 ** 32));
  try {
    await bribe(camp, posts, { ...betrayal, traitors, conspiracy });
    if (options.serve) return await serveByHand(context, posts, traitors);
    context.progress("the generals march");
    const plan = { campaign: 1, algorithm, traitors: most, order, roundMs } as const;
    const outcomes = await wage(camp, posts, plan);
    const evidence = {
      ...situation,
      outcomes,
      accounts: await accounts(camp, posts, plan.campaign, isBrief(situation)),
    };
    showAccounts(context, evidence);
    for (const file of await drawTrees(evidence, context.folder.path)) context.print(file);
    context.check(...judge(evidence, rightPrograms));
  } finally {
    camp.close();
  }
}

function announce(context: Context, situation: Situation): void {
  const { generals, most, traitors, algorithm } = situation;
  const army = { algorithm, generals, traitors: most };
  const named = traitors.map((general) => (general === 0 ? "the commander" : `${general}`));
  const lines = [
    `${generals} generals, at most ${most} traitors, ${algorithm}: ${roundsOf(army)} rounds, ` +
      `${messagesOf(army)} messages by the formula`,
    `traitors: ${named.join(", ") || "none"} (${context.options.traitorStrategy})`,
  ];
  if (!isGuaranteed(army)) lines.push(`agreement is not guaranteed: ${generals} ≤ 3 × ${most}`);
  context.print(lines.join("\n"));
}

/** What the traitors are bribed with; the worst that there is must be searched for first. */
function chooseBetrayal(context: Context, situation: Situation, conspiracy: number) {
  const { traitorStrategy, seed } = context.options;
  if (traitorStrategy !== "worst" || situation.traitors.length === 0) {
    return { strategy: traitorStrategy === "worst" ? "silent" : traitorStrategy };
  }
  context.progress("searching for the worst betrayal on the simulated host");
  const { tape, harm, campaigns } = searchWorst({ ...situation, seed, conspiracy });
  context.print(`worst of ${campaigns} betrayals on the simulated host: harm ${harm.toFixed(2)}`);
  return { strategy: "tape", tape };
}
