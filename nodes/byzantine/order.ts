/** What generals order, and what they make of several orders. */
import type { Order__Output } from "../../proto/types/proctor/byzantine/v1/Order.ts";

/** `UNDECIDED` is said in the second exchange of the phase king alone, and is nobody's decision. */
export type Order = Order__Output;

/** What a general obeys who was told nothing (Lamport, Shostak, Pease 1982, section 3). */
export const defaultOrder: Order = "RETREAT";

/** Whether it is one that a commander can give. What comes from others may be anything. */
export function isOrder(order: Order): boolean {
  return order === "ATTACK" || order === "RETREAT";
}

/** `majority` of section 3: attack only when more than half of the votes say so. */
export function majority(votes: readonly Order[]): Order {
  const attacks = votes.filter((vote) => vote === "ATTACK").length;
  return 2 * attacks > votes.length ? "ATTACK" : defaultOrder;
}
