/** The flags of `harness/byzantine.ts`, and the campaign that they stand for. */
import { commander } from "../../nodes/byzantine/algorithm.ts";
import { algorithms, armyProblem, limits } from "../../nodes/byzantine/conditions.ts";
import { strategies } from "../../nodes/byzantine/strategies.ts";
import { type Flag, flag } from "../../nodes/host/flags.ts";
import { seededRandom } from "../../nodes/host/random.ts";
import type { CommandOptions } from "../kit/command-flags.ts";

/** Those of the nodes that need no tape, and the search for the most harmful tape. */
const strategyNames = [...[...strategies.keys()].filter((name) => name !== "tape"), "worst"];

const who: Flag<readonly number[]> = {
  placeholder: "GENERALS",
  description: "who the traitors are, such as commander,3,5",
  parse: (text) =>
    text.split(",").map((word) => {
      if (word === "commander") return commander;
      if (/^\d{1,2}$/.test(word)) return Number(word);
      throw new Error(`numbers of generals or \`commander\`, but is ${JSON.stringify(text)}`);
    }),
};

const times = { minMs: 20, maxMs: 60_000, fallbackMs: 400 };

export const campaignFlags = {
  generals: flag.integer("n, the number of generals, the commander among them", {
    min: 2,
    max: limits.generals,
    fallback: 7,
  }),
  traitors: flag.integer("t, how many of them are traitors at most", {
    min: 0,
    max: limits.traitors,
    fallback: 2,
  }),
  algorithm: flag.choice("how they come to an agreement", algorithms, "oral"),
  order: flag.choice("what the commander orders", ["attack", "retreat"], "attack"),
  traitorStrategy: flag.choice("how the traitors betray", strategyNames, "split"),
  who: flag.optional(who),
  roundMs: flag.optional(
    flag.duration("until a round ends without who is silent; by default 50ms a general", times),
  ),
  serve: flag.switch("keep the generals up until Ctrl-C, and print commands to try on them"),
};

export type CampaignOptions = CommandOptions<typeof campaignFlags>;

/** Why these options don't fit together, or undefined when they do. */
export function campaignProblem(options: CampaignOptions): string | undefined {
  const { generals, traitors, who: named = [] } = options;
  const stranger = named.find((general) => general >= generals);
  if (stranger !== undefined) {
    const last = generals - 1;
    return `General ${stranger} can't be a traitor: there are 0, the commander, to ${last}.`;
  }
  if (new Set(named).size < named.length) return "--who names a general twice.";
  if (named.length > traitors) {
    return `--who names ${named.length} traitors, but --traitors says ${traitors} at most.`;
  }
  return armyProblem({ generals, traitors });
}

/** All generals share one machine here: the more there are, the longer each is kept waiting. */
export function roundMsOf({ generals, roundMs }: CampaignOptions): number {
  return roundMs ?? Math.max(times.fallbackMs, 50 * generals);
}

/** The numbers of the traitors: those that were named, else as many as there can be, by lot. */
export function traitorsOf({ generals, traitors, who: named, seed }: CampaignOptions): number[] {
  const all = Array.from({ length: generals }, (_, general) => general);
  const chosen = named ?? seededRandom(seed, "traitors").sample(all, traitors);
  return [...chosen].sort((one, other) => one - other);
}
