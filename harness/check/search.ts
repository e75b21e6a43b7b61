import { Deadline } from "./deadline.ts";

/** A search that can be run a slice at a time. */
export interface Search {
  /** Goes on for at most so many steps, or to the deadline; `ok` and `illegal` are final. */
  run(steps: number, deadline: Deadline): "ok" | "illegal" | "running";
  /** What it keeps: what it has seen, and the model's states and steps. */
  readonly bytes: number;
}

export interface Limits {
  /** Default 10,000. Kept within 100 ms. */
  readonly timeLimitMs?: number;
  /**
   * What all searches of one call may keep, in bytes. Default 256 MiB. It is passed by at most one
   * round of slices. The process grows by up to about three times as much, since what the
   * tables outgrew waits for the garbage collector.
   */
  readonly memoryLimitBytes?: number;
}

export const DEFAULT_LIMITS: Required<Limits> = {
  timeLimitMs: 10_000,
  memoryLimitBytes: 256 * 1024 * 1024,
};

export type Outcome<Each> =
  | { readonly result: "ok" }
  | { readonly result: "illegal"; readonly culprit: Each }
  | { readonly result: "undecided"; readonly reason: string };

const FIRST_SLICE_STEPS = 64;
const LARGEST_SLICE_STEPS = 1024;

/**
 * Runs searches in turns, each round with a larger slice, until one is illegal (which decides) or
 * all are ok. One hard partition can so not hide that another one is quickly found illegal.
 */
export function interleave<Each extends Search>(
  searches: readonly Each[],
  limits: Limits = {},
): Outcome<Each> {
  const { timeLimitMs, memoryLimitBytes } = { ...DEFAULT_LIMITS, ...limits };
  const deadline = new Deadline(timeLimitMs);
  let running = [...searches];
  for (let steps = FIRST_SLICE_STEPS; running.length > 0; steps *= 2) {
    const unfinished: Each[] = [];
    for (const search of running) {
      if (deadline.isOver) return { result: "undecided", reason: deadline.reason };
      const result = search.run(Math.min(steps, LARGEST_SLICE_STEPS), deadline);
      if (result === "illegal") return { result, culprit: search };
      if (result === "running") unfinished.push(search);
    }
    running = unfinished;
    const bytes = running.reduce((sum, search) => sum + search.bytes, 0);
    if (bytes > memoryLimitBytes) {
      const reason = `the memory limit of ${memoryLimitBytes} bytes was reached`;
      return { result: "undecided", reason };
    }
  }
  return { result: "ok" };
}
