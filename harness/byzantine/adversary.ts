/** Adversaries by lot: who the traitors are, how they betray and what is ordered. */
import { strategies } from "../../nodes/byzantine/strategies.ts";
import type { Random } from "../../nodes/host/host.ts";

/** What one campaign is up against. */
export interface Betrayal {
  readonly strategy: string;
  readonly tape: string;
  readonly conspiracy: number;
  readonly order: "ATTACK" | "RETREAT";
}

/** Letters of a tape: enough for a lieutenant of seven; of more generals it begins again. */
const tapeLength = 97;

/** As many traitors as there may be, or, one time in five, fewer. */
export function drawTraitors(random: Random, generals: number, most: number): number[] {
  const count = random.integer(5) === 0 ? random.integer(most + 1) : most;
  const all = Array.from({ length: generals }, (_, general) => general);
  return random.sample(all, count).sort((one, other) => one - other);
}

export function drawBetrayal(random: Random): Betrayal {
  const strategy = random.pick([...strategies.keys()]);
  const tape = Array.from({ length: tapeLength }, () => random.pick([..."aaarrrub-l"])).join("");
  const conspiracy = random.integer(2 ** 32);
  return { strategy, tape, conspiracy, order: random.pick(["ATTACK", "RETREAT"] as const) };
}
