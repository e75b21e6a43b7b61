/**
 * A search for the behaviour of all traitors together that does most harm: tapes by lot, then the
 * most harmful one with a few letters changed, again and again, each tried in a whole campaign on
 * the simulated host. The same seed finds the same.
 */
import type { Outcome } from "../../nodes/byzantine/camp.ts";
import type { AlgorithmName } from "../../nodes/byzantine/conditions.ts";
import { messagesOf } from "../../nodes/byzantine/conditions.ts";
import { consistencyOf } from "../../nodes/byzantine/consistency.ts";
import type { Random } from "../../nodes/host/host.ts";
import { seededRandom } from "../../nodes/host/random.ts";
import { type GeneralPrograms, rightPrograms } from "./general-programs.ts";
import { SimulatedArmy } from "./simulated-army.ts";

export interface Search {
  readonly algorithm: AlgorithmName;
  readonly generals: number;
  /** t */
  readonly most: number;
  /** The numbers of the traitors; at least one. */
  readonly traitors: readonly number[];
  readonly order: "ATTACK" | "RETREAT";
  readonly conspiracy: number;
  readonly seed: number;
  readonly programs?: GeneralPrograms;
}

export interface Worst {
  readonly tape: string;
  /** From 0, where all is as without traitors, to 2; more where IC1 or IC2 is violated. */
  readonly harm: number;
  readonly violated: boolean;
  /** Campaigns that were tried. */
  readonly campaigns: number;
}

/** Messages of all campaigns of a search together, about: what bounds its time. */
const messagesAtMost = 200_000;
const campaignsAtMost = 200;
const campaignsAtLeast = 4;
/** Letters of a tape, a traitor: where there is more to say, it begins again. */
const lettersAtMost = 240;
/** Of the campaigns, a quarter try tapes of their own. */
const explorers = 4;

export function searchWorst(search: Search): Worst {
  const { algorithm, generals, most, traitors, order, seed, conspiracy } = search;
  const { programs = rightPrograms } = search;
  const random = seededRandom(seed, "worst");
  using army = new SimulatedArmy({ seed, generals, traitors, programs });
  const messages = messagesOf({ algorithm, generals, traitors: most });
  const affordable = Math.floor(messagesAtMost / messages);
  const campaigns = Math.max(campaignsAtLeast, Math.min(campaignsAtMost, affordable));
  const letters = algorithm === "phase-king" ? "aru-" : "ar-b";
  const length = traitors.length * Math.min(lettersAtMost, messages);
  let best: Worst | undefined;
  for (let tried = 1; tried <= campaigns; tried++) {
    const explores = best === undefined || tried % explorers === 0;
    const tape =
      explores || best === undefined
        ? drawTape(random, letters, length)
        : changed(random, letters, best.tape);
    army.bribe({ strategy: "tape", tape, conspiracy });
    const outcomes = army.wage({ algorithm, traitors: most, order });
    const { harm, violated } = harmOf(outcomes, traitors, order);
    if (best === undefined || harm >= best.harm) best = { tape, harm, violated, campaigns: tried };
    if (violated) return best;
  }
  if (best === undefined) throw new Error("a search tries at least one campaign");
  return { ...best, campaigns };
}

/** Each tape likes one letter, more or less: else traitors cancel each other out. */
function drawTape(random: Random, letters: string, length: number): string {
  const all = [...letters];
  const liked = random.pick(all);
  const liking = random.number();
  const letter = () => (random.number() < liking ? liked : random.pick(all));
  return Array.from({ length }, letter).join("");
}

/** With about one letter in twenty another one, and at least one. */
function changed(random: Random, letters: string, tape: string): string {
  const places = new Set(
    Array.from({ length: Math.ceil(tape.length / 20) }, () => random.integer(tape.length)),
  );
  return [...tape]
    .map((letter, place) => (places.has(place) ? random.pick([...letters]) : letter))
    .join("");
}

/** How far apart the votes of loyal generals are, and how far from a loyal commander's order. */
function harmOf(
  outcomes: readonly Outcome[],
  traitors: readonly number[],
  order: "ATTACK" | "RETREAT",
): { harm: number; violated: boolean } {
  const decisions = outcomes.map(({ decision }) => decision);
  const { agreed, obeyed } = consistencyOf(decisions, traitors, order);
  const shares = outcomes
    .filter((_, general) => !traitors.includes(general))
    .map(({ votes }) => {
      const { attack = 0, retreat = 0 } = votes ?? {};
      return attack / Math.max(attack + retreat, 1);
    });
  const spread = Math.max(...shares) - Math.min(...shares);
  const least = order === "ATTACK" ? 1 - Math.min(...shares) : Math.max(...shares);
  const disobedience = traitors.includes(0) ? 0 : least;
  const violations = (agreed ? 0 : 1) + (obeyed ? 0 : 1);
  return { harm: spread + disobedience + 2 * violations, violated: violations > 0 };
}
