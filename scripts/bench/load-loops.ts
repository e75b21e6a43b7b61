/**
 * The two ways to load a system. A closed loop keeps so many calls under way and finds the most
 * that it can do; its latencies are those of a system that is busy by design. An open loop sends
 * at a rate, whether or not earlier calls were answered, so that its latencies hold what a caller
 * would have waited (Schroeder et al. 2006, "Open Versus Closed: A Cautionary Tale").
 */

/** One call and the check of its answer. @throws when the answer is not what it must be */
export type Operation = () => Promise<void>;

export interface LoadResult {
  /** Calls whose answer was right. */
  readonly operations: number;
  readonly errors: number;
  /** Of the first error; empty when there was none. */
  readonly firstError: string;
  /** From the start until the last answer. */
  readonly elapsedMs: number;
  /** One a call whose answer was right. */
  readonly latenciesMs: readonly number[];
  /** The longest time without a right answer, from the start to the end. */
  readonly longestGapMs: number;
}

/**
 * Each of `lanes` calls again as soon as it was answered, for `durationMs`.
 * @param callsPerLane a lane that has made so many ends before
 */
export async function closedLoop(
  lanes: readonly Operation[],
  durationMs: number,
  callsPerLane = Number.POSITIVE_INFINITY,
): Promise<LoadResult> {
  const tally = new Tally();
  const end = tally.startMs + durationMs;
  const run = async (operation: Operation) => {
    for (let calls = 0; calls < callsPerLane; calls++) {
      const now = performance.now();
      if (now >= end) return;
      await tally.time(operation, now);
    }
  };
  await Promise.all(lanes.map(run));
  return tally.result();
}

/**
 * Calls fall due evenly, `ratePerSecond` for `durationMs`; each is made by the next of `lanes` that
 * is free. A call that is late because all lanes were busy counts from when it was due.
 */
export async function openLoop(
  lanes: readonly Operation[],
  ratePerSecond: number,
  durationMs: number,
): Promise<LoadResult> {
  const tally = new Tally();
  const calls = Math.max(1, Math.floor((ratePerSecond * durationMs) / 1_000));
  let next = 0;
  const run = async (operation: Operation) => {
    while (next < calls) {
      const dueMs = tally.startMs + (next * 1_000) / ratePerSecond;
      next += 1;
      const earlyMs = dueMs - performance.now();
      // A timer fires up to a millisecond late; that is the generator's fault, not the system's.
      if (earlyMs > 0) await Bun.sleep(earlyMs);
      await tally.time(operation, earlyMs > 0 ? performance.now() : dueMs);
    }
  };
  await Promise.all(lanes.map(run));
  return tally.result();
}

class Tally {
  readonly startMs = performance.now();
  readonly #latenciesMs: number[] = [];
  #answeredMs = this.startMs;
  #longestGapMs = 0;
  #errors = 0;
  #firstError = "";

  async time(operation: Operation, fromMs: number): Promise<void> {
    try {
      await operation();
      const now = performance.now();
      this.#latenciesMs.push(now - fromMs);
      this.#longestGapMs = Math.max(this.#longestGapMs, now - this.#answeredMs);
      this.#answeredMs = now;
    } catch (error) {
      this.#errors += 1;
      this.#firstError ||= error instanceof Error ? error.message : String(error);
    }
  }

  result(): LoadResult {
    const now = performance.now();
    return {
      operations: this.#latenciesMs.length,
      errors: this.#errors,
      firstError: this.#firstError,
      elapsedMs: now - this.startMs,
      latenciesMs: this.#latenciesMs,
      longestGapMs: Math.max(this.#longestGapMs, now - this.#answeredMs),
    };
  }
}

/** What several generators did at the same time. */
export function mergeResults(results: readonly LoadResult[]): LoadResult {
  return {
    operations: results.reduce((sum, { operations }) => sum + operations, 0),
    errors: results.reduce((sum, { errors }) => sum + errors, 0),
    firstError: results.find(({ firstError }) => firstError !== "")?.firstError ?? "",
    elapsedMs: Math.max(0, ...results.map(({ elapsedMs }) => elapsedMs)),
    latenciesMs: results.flatMap(({ latenciesMs }) => latenciesMs),
    longestGapMs: Math.max(0, ...results.map(({ longestGapMs }) => longestGapMs)),
  };
}
