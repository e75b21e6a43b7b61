/** What a general was told in a campaign, kept until the round in which it counts is over. */
import type { Clock } from "../host/host.ts";
import type { Hearing, Message } from "./algorithm.ts";

export class Inbox {
  readonly #clock: Clock;
  readonly #rounds: Map<number, readonly Message[]>[];
  /** Rounds up to this one are over. */
  #closed = 0;
  /** Looks whether the round that is waited for is complete. */
  #onTold = () => {};

  /** @param rounds how many there will be: what is told for others is kept nowhere */
  constructor(clock: Clock, rounds: number) {
    this.#clock = clock;
    this.#rounds = Array.from({ length: rounds }, () => new Map());
  }

  /**
   * Keeps what a general tells in a round; of each the first that comes. What comes before its
   * round is kept for it, since one general may be ahead of another.
   * @returns false when the round is over: it is too late then, and counts as silence
   */
  put(round: number, sender: number, messages: readonly Message[]): boolean {
    if (round <= this.#closed) return false;
    const told = this.#rounds[round - 1];
    if (told === undefined || told.has(sender)) return true;
    told.set(sender, messages);
    this.#onTold();
    return true;
  }

  /**
   * Ends a round: once all speakers were heard, who are as many as will be, or when its time is
   * over. Only a round in which a speaker is silent takes all of its time.
   */
  async close(round: number, speakers: readonly number[], waitMs: number): Promise<Hearing> {
    const told = this.#rounds[round - 1];
    if (told === undefined) throw new Error(`there is no round ${round}`);
    const isComplete = () => speakers.every((speaker) => told.has(speaker));
    if (!isComplete()) await this.#untilComplete(isComplete, waitMs);
    this.#closed = round;
    return new Map(
      speakers.flatMap((speaker) => {
        const messages = told.get(speaker);
        return messages === undefined ? [] : [[speaker, messages]];
      }),
    );
  }

  #untilComplete(isComplete: () => boolean, waitMs: number): Promise<void> {
    return new Promise((resolve) => {
      this.#onTold = () => {
        if (isComplete()) resolve();
      };
      void this.#clock.sleep(waitMs).then(resolve);
    });
  }
}
