/**
 * Commands generals that are up: what the commander orders, and what traitors do about it. Ends
 * with exit 0 when all have decided, 64 on bad usage, 69 when a general can't be reached.
 *
 *   bun nodes/byzantine/client.ts --id camp --tls mutual --generals localhost:7000,localhost:7001 \
 *     --traitors 0 order attack
 */
import { type Flag, flag, UsageError } from "../host/flags.ts";
import { type ClientContext, runClient } from "../host/run-client.ts";
import { bribe, type Post, wage } from "./camp.ts";
import { algorithms, armyProblem, isGuaranteed } from "./conditions.ts";

const posts: Flag<readonly Post[]> = {
  placeholder: "HOST:PORT,…",
  description: "where the generals are, by their numbers; they are called general-0, general-1, …",
  parse: (text) => {
    const one = flag.address("");
    return text.split(",").map((word, number) => {
      return { id: `general-${number}`, address: one.parse(word) };
    });
  },
};

const clientFlags = {
  generals: posts,
  traitors: flag.integer("t, how many of them are traitors at most", {
    min: 0,
    max: 3,
    fallback: 1,
  }),
  algorithm: flag.choice("how they come to an agreement", algorithms, "oral"),
  roundMs: flag.duration("how long a round is at most", {
    minMs: 20,
    maxMs: 60_000,
    fallbackMs: 500,
  }),
};

type Context = ClientContext<typeof clientFlags>;

async function run(context: Context): Promise<number> {
  const { command, arguments: words, options, host, print } = context;
  if (command === "bribe") {
    const traitors = (words[0] ?? "").split(",").map(Number);
    const strategy = words[1] ?? "";
    const conspiracy = host.random.integer(2 ** 32);
    await bribe(host, options.generals, { strategy, traitors, conspiracy });
    print(options.json ? JSON.stringify({ traitors, strategy }) : `${words[0]}: ${strategy}`);
    return 0;
  }
  const { generals, traitors, algorithm, roundMs } = options;
  const problem = armyProblem({ generals: generals.length, traitors });
  if (problem !== undefined) throw new UsageError(problem);
  const order = words[0] === "attack" ? "ATTACK" : "RETREAT";
  if (words[0]?.toUpperCase() !== order) {
    throw new UsageError(`There is no order ${words[0]}: it is attack or retreat.`);
  }
  const campaign = host.random.integer(2 ** 32);
  const outcomes = await wage(host, generals, { campaign, algorithm, traitors, order, roundMs });
  if (options.json) {
    print(JSON.stringify(outcomes, null, 2));
    return 0;
  }
  for (const [general, { decision, votes }] of outcomes.entries()) {
    const counted = `${votes?.attack ?? 0} attack, ${votes?.retreat ?? 0} retreat`;
    print(`general-${general}: ${decision.toLowerCase()} (${counted})`);
  }
  if (!isGuaranteed({ algorithm, generals: generals.length, traitors })) {
    print(`Agreement is not guaranteed: ${generals.length} ≤ 3 × ${traitors}.`);
  }
  return 0;
}

if (import.meta.main) {
  await runClient({
    script: "nodes/byzantine/client.ts",
    summary: "Commands Byzantine generals. Its certificate is that of the camp.",
    flags: clientFlags,
    commands: [
      { usage: "order <order>", description: "attack or retreat: run one campaign" },
      { usage: "bribe <traitors> <strategy>", description: "such as `0,6 split`" },
    ],
    run,
  });
}
