import { type Check, undecided } from "./verdict.ts";

/** Looking at the clock costs about as much as so many steps of a check. */
const CALLS_PER_LOOK = 4;

class TimeIsUp extends Error {
  override readonly name = "TimeIsUp";
}

/** The end of a check's time, cheap enough to be asked in inner loops. */
export class Deadline {
  readonly reason: string;
  readonly #endsAt: number;
  #calls = 0;
  #isOver = false;

  /** @param timeLimitMs from now on; Infinity for no end */
  constructor(timeLimitMs: number) {
    this.reason = `the time limit of ${timeLimitMs} ms was reached`;
    this.#endsAt = performance.now() + timeLimitMs;
  }

  /** Looks at the clock the first time, and then now and again. */
  get isOver(): boolean {
    if (this.#calls % CALLS_PER_LOOK === 0) this.#isOver ||= performance.now() > this.#endsAt;
    this.#calls += 1;
    return this.#isOver;
  }

  /** Ends the body of `unlessLate` or `withinTime` when the time is up. */
  keep(): void {
    if (this.isOver) throw new TimeIsUp(this.reason);
  }
}

/** What the body returns; the reason, as text, when it did not keep the deadline. */
export function unlessLate<Result>(deadline: Deadline, body: () => Result): Result | string {
  try {
    deadline.keep();
    return body();
  } catch (error) {
    if (error instanceof TimeIsUp) return error.message;
    throw error;
  }
}

/** What the check comes to; undecided when it did not keep the deadline. */
export function withinTime(name: string, deadline: Deadline, judge: () => Check): Check {
  const check = unlessLate(deadline, judge);
  return typeof check === "string" ? undecided(name, check) : check;
}
