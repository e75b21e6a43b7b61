/**
 * Every behaviour of one traitor among four generals under the phase king. Its seven rounds have
 * more behaviours than can be tried; but what loyal generals do in a round depends only on what
 * they hold then. So this goes on from each state once, whatever behaviour led to it.
 */
import type { Account } from "../../nodes/byzantine/camp.ts";
import { roundsOf } from "../../nodes/byzantine/conditions.ts";
import type { Behaviour, Exhaustion } from "./exhaustive.ts";
import { type GeneralPrograms, rightPrograms } from "./general-programs.ts";
import { SimulatedArmy } from "./simulated-army.ts";

const generals = 4;
const most = 1;
/** All that a message can be: attack, retreat, none; in the second exchange also undecided. */
const letters = "ar-";
const lettersOfSecondExchange = "aru-";

/** Stops at the first counter-example. */
export function exhaustPhaseKing(programs: GeneralPrograms = rightPrograms): Exhaustion {
  let campaigns = 0;
  for (let traitor = 0; traitor < generals; traitor++) {
    using army = new SimulatedArmy({ seed: 1, generals, traitors: [traitor], programs });
    // What a traitorous commander was to order changes nothing.
    for (const order of traitor === 0 ? (["ATTACK"] as const) : (["ATTACK", "RETREAT"] as const)) {
      // Behaviours of the rounds so far, one for each state to which they lead.
      let tapes = [""];
      for (let round = 1; round <= rounds; round++) {
        const states = new Map<string, string>();
        for (const tape of tapes.flatMap((each) => longer(each, traitor, round))) {
          campaigns += 1;
          const behaviour = run(army, traitor, order, tape, programs);
          if (behaviour !== undefined) return { campaigns, counterexample: behaviour };
          states.set(stateOf(army.accounts(), traitor, round), tape);
        }
        tapes = [...states.values()];
      }
    }
  }
  return { campaigns, counterexample: undefined };
}

const rounds = roundsOf({ algorithm: "phase-king", generals, traitors: most });

/** The behaviour when it did harm. After its tape's end the traitor is silent. */
function run(
  army: SimulatedArmy,
  traitor: number,
  order: Behaviour["order"],
  tape: string,
  { consistencyOf }: GeneralPrograms,
): Behaviour | undefined {
  const silence = "-".repeat(rounds * generals);
  army.bribe({ strategy: "tape", tape: tape + silence, conspiracy: 1 });
  const outcomes = army.wage({ algorithm: "phase-king", traitors: most, order });
  const decisions = outcomes.map(({ decision }) => decision);
  const { agreed, obeyed } = consistencyOf(decisions, [traitor], order);
  return agreed && obeyed ? undefined : { traitor, order, tape, decisions };
}

/** The tape with each behaviour of one more round. */
function longer(tape: string, traitor: number, round: number): string[] {
  const step = round === 1 ? "commander" : steps[(round - 2) % steps.length];
  const speaker = round === 1 ? 0 : Math.floor((round - 2) / steps.length);
  const speaksAlone = step === "commander" || step === "king";
  if (speaksAlone && speaker !== traitor) return [tape];
  const words = step === "second exchange" ? lettersOfSecondExchange : letters;
  let tapes = [tape];
  for (let to = 1; to < generals; to++) {
    tapes = tapes.flatMap((each) => [...words].map((letter) => each + letter));
  }
  return tapes;
}

const steps = ["first exchange", "second exchange", "king"];

/** What each loyal general holds after a round, and what of it a king can change. */
function stateOf(accounts: readonly Account[], traitor: number, round: number): string {
  return accounts
    .filter((_, general) => general !== traitor)
    .map(({ beliefs }) => {
      const belief = beliefs.find((each) => each.round === round);
      return `${belief?.order} ${belief?.outcome}`;
    })
    .join(", ");
}
