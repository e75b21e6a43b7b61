/** What no campaign of right generals can show: the definitions, and that traitors do betray. */
import type { Bribe } from "../../nodes/byzantine/camp.ts";
import type { AlgorithmName } from "../../nodes/byzantine/conditions.ts";
import { strategies } from "../../nodes/byzantine/strategies.ts";
import { RpcError } from "../../nodes/host/rpc-error.ts";
import { type Check, fail, pass } from "../check/verdict.ts";
import type { GeneralPrograms } from "./general-programs.ts";
import { SimulatedArmy } from "./simulated-army.ts";

export function probe(programs: GeneralPrograms): Check[] {
  return [
    asksLoyalGenerals(programs),
    knowsItsLimits(programs),
    doesHarm(programs),
    withstandsKnownAttacks(programs),
    passesOverWhatIsLate(programs),
  ];
}

function asksLoyalGenerals({ consistencyOf }: GeneralPrograms): Check {
  const name = "IC1 and IC2 ask loyal generals alone";
  const [attack, retreat] = ["ATTACK", "RETREAT"] as const;
  const cases = [
    { decisions: [attack, retreat, attack], traitors: [1], agreed: true, obeyed: true },
    { decisions: [attack, retreat, attack], traitors: [2], agreed: false, obeyed: false },
    { decisions: [attack, retreat, retreat], traitors: [], agreed: false, obeyed: false },
    { decisions: [attack, retreat, retreat], traitors: [0], agreed: true, obeyed: true },
    { decisions: [retreat, retreat, retreat], traitors: [1], agreed: true, obeyed: false },
  ];
  const wrong = cases.find(({ decisions, traitors, agreed, obeyed }) => {
    const found = consistencyOf(decisions, traitors, attack);
    return found.agreed !== agreed || found.obeyed !== obeyed;
  });
  if (wrong === undefined) return pass(name, `${cases.length} outcomes`);
  return fail(name, `${wrong.decisions.join(", ")} with traitors ${wrong.traitors.join(" ")}`);
}

/** Pease, Shostak, Lamport 1980: without signatures n > 3t; with them any n. */
function knowsItsLimits({ isGuaranteed }: GeneralPrograms): Check {
  const name = "agreement is called certain exactly where it is";
  let armies = 0;
  for (let generals = 2; generals <= 20; generals++) {
    for (let traitors = 0; traitors <= 3 && traitors < generals; traitors++) {
      for (const algorithm of ["oral", "signed", "phase-king"] as const) {
        armies += 1;
        const certain = algorithm === "signed" || Math.ceil(generals / 3) > traitors;
        if (isGuaranteed({ algorithm, generals, traitors }) === certain) continue;
        return fail(name, `${algorithm}, n = ${generals}, t = ${traitors}`);
      }
    }
  }
  return pass(name, `${armies} armies`);
}

/** Three generals cannot hold against any traitor of ours; one that is tame would show it. */
function doesHarm(programs: GeneralPrograms): Check {
  const name = "every strategy does harm where harm can be done";
  const named = [...strategies.keys()].filter((strategy) => strategy !== "tape");
  const tame = orStuck(() => named.find((strategy) => !doesHarmToThree(strategy, programs)));
  return tame === undefined
    ? pass(name, named.join(", "))
    : fail(name, `${tame} did none to three generals`);
}

function doesHarmToThree(strategy: string, programs: GeneralPrograms): boolean {
  const lots = [1, 2, 3, 4];
  return [0, 1, 2].some((traitor) => {
    using army = new SimulatedArmy({ seed: 1, generals: 3, traitors: [traitor], programs });
    return (["ATTACK", "RETREAT"] as const).some((order) =>
      lots.some((conspiracy) => {
        army.bribe({ strategy, conspiracy });
        const outcomes = army.wage({ algorithm: "oral", traitors: 1, order });
        const decisions = outcomes.map(({ decision }) => decision);
        const { agreed, obeyed } = programs.consistencyOf(decisions, [traitor], order);
        return !agreed || !obeyed;
      }),
    );
  });
}

interface Attack extends Bribe {
  readonly algorithm: AlgorithmName;
  readonly generals: number;
  /** t */
  readonly most: number;
}

const knownAttacks: readonly Attack[] = [
  // Where votes are pooled without regard to who told what, these two split seven generals.
  {
    ...{ algorithm: "oral", generals: 7, most: 2 },
    ...{ traitors: [0, 6], strategy: "split", conspiracy: 1 },
  },
  // Found by trying all behaviours: who is undecided, though with all others, must follow the king.
  {
    ...{ algorithm: "phase-king", generals: 4, most: 1 },
    ...{ traitors: [0], strategy: "tape", tape: "--arr-r---aaa--aau", conspiracy: 1 },
  },
];

function withstandsKnownAttacks(programs: GeneralPrograms): Check {
  const name = "known attacks do no harm";
  const order = "ATTACK";
  for (const attack of knownAttacks) {
    const { algorithm, generals, most, traitors } = attack;
    using army = new SimulatedArmy({ seed: 1, generals, traitors, programs });
    army.bribe(attack);
    const outcomes = orStuck(() => army.wage({ algorithm, traitors: most, order }));
    if (outcomes === "stuck") return fail(name, `${algorithm}, n = ${generals}: stuck`);
    const decisions = outcomes.map(({ decision }) => decision);
    const { agreed, obeyed } = programs.consistencyOf(decisions, traitors, order);
    if (!agreed || !obeyed) {
      const who = `${algorithm}, n = ${generals}, traitors ${traitors.join(" ")}`;
      return fail(name, `${who}: ${decisions.join(" ")}`);
    }
  }
  return pass(name, `${knownAttacks.length} attacks`);
}

/** Each word of these traitors comes in the middle of the next round. */
function passesOverWhatIsLate(programs: GeneralPrograms): Check {
  const name = "what comes too late counts in no round";
  const traitors = [1, 2];
  using army = new SimulatedArmy({ seed: 1, generals: 7, traitors, programs });
  army.bribe({ strategy: "late", conspiracy: 1 });
  const plan = { algorithm: "oral", traitors: 2, order: "ATTACK" } as const;
  const outcomes = orStuck(() => army.wage(plan));
  if (outcomes === "stuck") return fail(name, "stuck");
  const isLoyal = (general: number) => !traitors.includes(general);
  const late = outcomes.flatMap((outcome, general) => (isLoyal(general) ? outcome.late : []));
  const counted = army
    .accounts()
    .flatMap(({ hearings }, general) => (isLoyal(general) ? hearings : []))
    .filter(({ sender, silent }) => !isLoyal(sender) && !silent);
  const evidence = `${late.length} times too late, ${counted.length} times counted`;
  return late.length > 0 && counted.length === 0 ? pass(name, evidence) : fail(name, evidence);
}

function orStuck<Result>(body: () => Result): Result | "stuck" {
  try {
    return body();
  } catch (error) {
    if (error instanceof RpcError) return "stuck";
    throw error;
  }
}
