/**
 * Every behaviour of one traitor among few generals: each thing that it can say to each general in
 * each round, too late, twice or not at all; each in a whole campaign on the simulated host.
 */
import { type Check, fail, pass } from "../check/verdict.ts";
import { type GeneralPrograms, rightPrograms } from "./general-programs.ts";
import { SimulatedArmy } from "./simulated-army.ts";

export interface Behaviour {
  readonly traitor: number;
  readonly order: "ATTACK" | "RETREAT";
  /** A letter a message: see `nodes/byzantine/tape.ts`. */
  readonly tape: string;
  readonly decisions: readonly string[];
}

export interface Exhaustion {
  readonly campaigns: number;
  /** The first behaviour by which loyal generals disagreed, or disobeyed a loyal commander. */
  readonly counterexample: Behaviour | undefined;
}

/** All that a message can be: attack, retreat, both, too late, none. */
const letters = "arbl-";

/** Stops at the first counter-example. */
export function exhaust(
  { algorithm, generals }: { readonly algorithm: "oral" | "signed"; readonly generals: number },
  programs: GeneralPrograms = rightPrograms,
): Exhaustion {
  let campaigns = 0;
  for (let traitor = 0; traitor < generals; traitor++) {
    using army = new SimulatedArmy({ seed: 1, generals, traitors: [traitor], programs });
    // With t = 1 the commander speaks in the first round alone, a lieutenant in the second.
    const tapes = tapesOf(traitor === 0 ? generals - 1 : generals - 2);
    for (const order of ["ATTACK", "RETREAT"] as const) {
      for (const tape of tapes) {
        army.bribe({ strategy: "tape", tape, conspiracy: 1 });
        const outcomes = army.wage({ algorithm, traitors: 1, order });
        campaigns += 1;
        const decisions = outcomes.map(({ decision }) => decision);
        const { agreed, obeyed } = programs.consistencyOf(decisions, [traitor], order);
        if (agreed && obeyed) continue;
        return { campaigns, counterexample: { traitor, order, tape, decisions } };
      }
    }
  }
  return { campaigns, counterexample: undefined };
}

/** All tapes of a length. */
function tapesOf(length: number): string[] {
  if (length === 0) return [""];
  return tapesOf(length - 1).flatMap((tape) => [...letters].map((letter) => tape + letter));
}

/** Four generals hold against every traitor; three, without signatures, must be seen to fail. */
export function checkExhaustively(
  algorithm: "oral" | "signed",
  programs: GeneralPrograms = rightPrograms,
): Check[] {
  const enough = exhaust({ algorithm, generals: 4 }, programs);
  const few = exhaust({ algorithm, generals: 3 }, programs);
  const harm = algorithm === "oral" ? "can do harm" : "can do no harm";
  return [
    asCheck(`one traitor among 4 can do no harm, ${algorithm}`, enough, false),
    asCheck(`one traitor among 3 ${harm}, ${algorithm}`, few, algorithm === "oral"),
  ];
}

function asCheck(name: string, found: Exhaustion, isHarmExpected: boolean): Check {
  const { campaigns, counterexample } = found;
  const evidence =
    counterexample === undefined
      ? `${campaigns} behaviours`
      : `after ${campaigns} behaviours: ${describe(counterexample)}`;
  return (counterexample !== undefined) === isHarmExpected
    ? pass(name, evidence)
    : fail(name, evidence);
}

function describe({ traitor, order, tape, decisions }: Behaviour): string {
  const said = decisions.map((decision, general) => {
    return `${general}${general === traitor ? "*" : ""} ${decision.toLowerCase()}`;
  });
  return `order ${order.toLowerCase()}, traitor ${traitor} says ${tape}: ${said.join(", ")}`;
}
