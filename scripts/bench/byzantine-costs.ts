/** What the algorithms cost by the size of the army: messages, bytes, rounds, and time. */
import { startArmy } from "../../harness/byzantine/real-army.ts";
import { SimulatedArmy } from "../../harness/byzantine/simulated-army.ts";
import { Cluster } from "../../harness/kit/cluster.ts";
import { type Account, wage } from "../../nodes/byzantine/camp.ts";
import {
  type AlgorithmName,
  algorithms,
  isGuaranteed,
  messagesOf,
  roundsOf,
} from "../../nodes/byzantine/conditions.ts";
import { General } from "../../nodes/byzantine/protocol.ts";
import type { Row } from "./csv.ts";
import { count, markdownTable, milliseconds } from "./markdown.ts";
import { marked, summarize } from "./statistics.ts";

/** What does not depend on the machine. */
interface Counts {
  readonly algorithm: AlgorithmName;
  readonly generals: number;
  readonly traitors: number;
  readonly rounds: number;
  readonly messages: number;
  readonly formula: number;
  readonly calls: number;
  /** Of all requests that carry messages, as Protocol Buffers, without headers. */
  readonly bytes: number;
}

export interface CostRow extends Row, Counts {
  readonly repeat: number;
  /** Of one campaign of generals that are up, from muster to the last decision. */
  readonly campaign_ms: number;
  /** From the first spawn to the last READY. */
  readonly start_ms: number;
}

interface Size {
  readonly algorithm: AlgorithmName;
  readonly generals: number;
  /** t */
  readonly traitors: number;
}

/** Long enough that no round ends by it, also on a busy machine: all generals here are loyal. */
const roundMs = 30_000;

/** All algorithms with every number of traitors that these generals can bear, and at most three. */
function sizesOf(generals: number): Size[] {
  return algorithms.flatMap((algorithm) =>
    [0, 1, 2, 3]
      .map((traitors) => ({ algorithm, generals, traitors }))
      .filter((size) => size.traitors < generals - 1 && isGuaranteed(size)),
  );
}

/**
 * Loyal generals as processes, on which campaign follows on campaign.
 * @param repeats of each campaign, all sizes of an army in turn
 * @throws Error when loyal generals disobey, or send another number of messages than the formula
 */
export async function measureCosts(
  sizes: readonly number[],
  repeats: number,
  directory: string,
  progress: (text: string) => void,
): Promise<CostRow[]> {
  const rows: CostRow[] = [];
  for (const generals of sizes) {
    progress(`${generals} generals`);
    await using cluster = new Cluster(directory, { seed: 1 });
    const startMs = performance.now();
    const { posts, camp } = await startArmy(cluster, { generals, traitors: [] }, 1);
    const readyMs = performance.now();
    let campaign = 0;
    const start_ms = Number((readyMs - startMs).toFixed(1));
    const sizes = sizesOf(generals).map((size) => ({ size, counts: countMessages(size) }));
    for (let repeat = 1; repeat <= repeats; repeat++) {
      for (const { size, counts } of sizes) {
        campaign += 1;
        const beganMs = performance.now();
        const outcomes = await wage(camp, posts, { ...size, campaign, order: "ATTACK", roundMs });
        const campaign_ms = Number((performance.now() - beganMs).toFixed(1));
        const disobeys = outcomes.findIndex(({ decision }) => decision !== "ATTACK");
        if (disobeys !== -1) throw new Error(`${JSON.stringify(size)}: ${disobeys} disobeys`);
        rows.push({ ...counts, repeat, campaign_ms, start_ms });
      }
    }
    camp.close();
  }
  return rows;
}

/** By the accounts of loyal generals on the simulated host. @throws Error as above */
function countMessages(size: Size): Counts {
  const { algorithm, generals, traitors } = size;
  using army = new SimulatedArmy({ seed: 1, generals, traitors: [] });
  const outcomes = army.wage({ algorithm, traitors, order: "ATTACK" });
  const messages = outcomes.reduce((sum, each) => sum + each.messages, 0);
  const calls = outcomes.reduce((sum, each) => sum + each.calls, 0);
  const formula = messagesOf(size);
  if (messages !== formula) {
    throw new Error(`${JSON.stringify(size)}: ${messages} messages, by the formula ${formula}`);
  }
  const bytes = army.accounts().reduce((sum, account) => sum + bytesOf(account), 0);
  return { algorithm, generals, traitors, rounds: roundsOf(size), messages, formula, calls, bytes };
}

/** Of the requests by which a general was told all that it heard. */
function bytesOf({ hearings }: Account): number {
  const encode = General.methods.get("tell")?.encodeRequest;
  if (encode === undefined) throw new Error("there is no method Tell");
  const requests = hearings.map(({ round, messages }) => encode({ campaign: 1, round, messages }));
  return requests.reduce((sum, request) => sum + request.length, 0);
}

/** Medians over the repeats. */
export function costTable(rows: readonly CostRow[]): string {
  const head = ["algorithm", "n", "t", "rounds", "messages", "formula", "calls", "bytes", "ms"];
  const sizes = Map.groupBy(rows, (row) => `${row.algorithm} ${row.generals} ${row.traitors}`);
  return markdownTable({
    head,
    rows: [...sizes.values()].map((own) => {
      const [row] = own as [CostRow];
      return [
        row.algorithm,
        ...[row.generals, row.traitors, row.rounds].map(String),
        ...[row.messages, row.formula, row.calls, row.bytes].map(count),
        marked(summarize(own.map(({ campaign_ms }) => campaign_ms)), milliseconds),
      ];
    }),
  });
}
