/**
 * What a campaign must come to: interactive consistency (Lamport, Shostak, Pease 1982, section 1).
 * Only loyal generals count; what traitors say that they decided is worth nothing.
 */
import { commander } from "./algorithm.ts";
import type { Order } from "./order.ts";

export interface Consistency {
  /** IC1: all loyal generals obey the same order. */
  readonly agreed: boolean;
  /** IC2: if the commander is loyal, every loyal general obeys his order. */
  readonly obeyed: boolean;
}

/**
 * @param decisions by the numbers of the generals
 * @param traitors their numbers
 * @param order the commander's
 */
export function consistencyOf(
  decisions: readonly Order[],
  traitors: readonly number[],
  order: Order,
): Consistency {
  const loyal = decisions.filter((_, general) => !traitors.includes(general));
  return {
    agreed: new Set(loyal).size <= 1,
    obeyed: traitors.includes(commander) || loyal.every((decision) => decision === order),
  };
}
