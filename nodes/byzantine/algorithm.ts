/**
 * What an algorithm is for one general: a state machine that goes from round to round. It knows no
 * network and no time; who drives it sees to it that what is heard came from whom it is said to.
 */
import type { Order } from "./order.ts";
import type { Path } from "./path.ts";

/** One thing that is said. */
export interface Message {
  /** From the commander to who says it; of the phase king only who says it. */
  readonly path: Path;
  readonly order: Order;
  /** Of signed messages: one signature of each general on the path. */
  readonly signatures: Uint8Array[];
}

/** What one general says in a round, by the number of the general who is told. */
export type Speech = ReadonlyMap<number, readonly Message[]>;

/** What one general hears in a round, by the number of who said it. Who was silent is not there. */
export type Hearing = ReadonlyMap<number, readonly Message[]>;

/** Where a general stands. */
export interface Position {
  /** The own number; 0 is the commander. */
  readonly self: number;
  /** n, the commander among them. */
  readonly generals: number;
  /** t, how many traitors there are at most. */
  readonly traitors: number;
  /** The order to give; heeded by the commander alone. */
  readonly order: Order;
}

/** Something that a general holds for true, for its account. */
export interface Belief {
  readonly path: Path;
  /** When it came to hold it. */
  readonly round: number;
  /** False where the default stands for silence. */
  readonly told: boolean;
  readonly order: Order;
  /** What the general makes of it together with what hangs on it. */
  readonly outcome: Order;
}

export interface Votes {
  readonly attack: number;
  readonly retreat: number;
}

/** Counts them; what is undecided counts for neither. */
export function countVotes(votes: readonly Order[]): Votes {
  return {
    attack: votes.filter((vote) => vote === "ATTACK").length,
    retreat: votes.filter((vote) => vote === "RETREAT").length,
  };
}

export interface Algorithm {
  /** Rounds are numbered from 1 to this. */
  readonly rounds: number;
  /** Whose words are waited for in a round; never one's own. */
  speakers(round: number): readonly number[];
  /** What this general says; nobody is left out who waits for it, though there be no message. */
  speak(round: number): Speech;
  /** Takes in what was heard in a round, all at once. Whatever breaks a rule is passed over. */
  hear(round: number, hearing: Hearing): void;
  /** The decision, after the last round. */
  decide(): Order;
  /** How many votes for each order the decision comes from. */
  votes(): Votes;
  beliefs(): readonly Belief[];
}

/** All generals but the commander and one other. */
export function otherLieutenants({ self, generals }: Position): number[] {
  return otherGenerals({ self, generals }).filter((general) => general !== commander);
}

/** All generals but one. */
export function otherGenerals({ self, generals }: Pick<Position, "self" | "generals">): number[] {
  return Array.from({ length: generals }, (_, general) => general).filter(
    (general) => general !== self,
  );
}

export const commander = 0;
