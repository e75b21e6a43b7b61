/** Draws that the simulation needs beyond those of `Random`. */
import type { Random } from "../../nodes/host/host.ts";

/** At least `minimum`, below `maximum`. */
export function between(random: Random, minimum: number, maximum: number): number {
  return minimum + random.number() * (maximum - minimum);
}

/** True with a probability from 0 to 1. */
export function chance(random: Random, probability: number): boolean {
  return probability > 0 && random.number() < probability;
}
