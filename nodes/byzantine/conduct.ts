/** What a general makes of what he has to say: a loyal one says it. */
import type { KeyObject } from "node:crypto";
import type { Random } from "../host/host.ts";
import type { Algorithm, Message, Position, Speech } from "./algorithm.ts";
import { keyBytes, privateKeyOf } from "./seals.ts";

/** A general's turn to speak: one round of one campaign. */
export interface Turn {
  readonly round: number;
  readonly position: Position;
  readonly algorithm: Algorithm;
  /** What a loyal general says in this place. */
  readonly speech: Speech;
  /** Until the round is over for all, in milliseconds. */
  readonly remainingMs: number;
  /** How long a round is, in milliseconds. */
  readonly roundMs: number;
  /** Tells one general something as said in this round. Never fails: who can't be told is not. */
  tell(to: number, messages: readonly Message[]): void;
}

export interface Conduct {
  /** The secret keys that it has in a campaign, by the numbers of their owners. */
  secrets(self: number): ReadonlyMap<number, KeyObject>;
  speak(turn: Turn): void;
}

/** Says to everybody what it should, and signs by a key that nobody else has. */
export class LoyalConduct implements Conduct {
  readonly #random: Random;
  #key: KeyObject | undefined;

  constructor(random: Random) {
    this.#random = random;
  }

  secrets(self: number): ReadonlyMap<number, KeyObject> {
    this.#key ??= privateKeyOf(
      Uint8Array.from({ length: keyBytes }, () => this.#random.integer(256)),
    );
    return new Map([[self, this.#key]]);
  }

  speak({ speech, tell }: Turn): void {
    for (const [to, messages] of speech) tell(to, messages);
  }
}
