/** Traces of a given shape, the same ones for the same randomness. */
import type { Operation } from "../../nodes/failover/trace.ts";
import type { Random } from "../../nodes/host/host.ts";

export const mixes = ["get", "put", "mixed"] as const;
export const spreads = ["uniform", "hot"] as const;

export interface TraceShape {
  readonly operations: number;
  /** How many there are to choose from. */
  readonly keys: number;
  /** All get, all put, or each half of the time. */
  readonly mix: (typeof mixes)[number];
  /** `hot`: a tenth of the keys takes 90 % of the operations. */
  readonly spread: (typeof spreads)[number];
}

const hotKeys = 0.1;
const hotOperations = 0.9;

export function keyNamed(index: number): string {
  return `key-${index}`;
}

/** Gets and puts; each put has a value of its own. */
export function generateTrace(random: Random, shape: TraceShape): Operation[] {
  const { operations, mix } = shape;
  return Array.from({ length: operations }, (_, index): Operation => {
    const key = keyNamed(drawKey(random, shape));
    const isGet = mix === "mixed" ? random.integer(2) === 0 : mix === "get";
    return isGet ? { f: "get", key } : { f: "put", key, value: `value-${index}` };
  });
}

/** The hot keys are those with the lowest numbers. */
function drawKey(random: Random, { keys, spread }: TraceShape): number {
  const hot = Math.max(1, Math.floor(keys * hotKeys));
  if (spread === "uniform" || hot === keys) return random.integer(keys);
  if (random.number() < hotOperations) return random.integer(hot);
  return hot + random.integer(keys - hot);
}
