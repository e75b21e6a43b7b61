/** Service times that are drawn, not computed. */
import type { Random } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";

/** A draw with mean 1. */
type Draw = (random: Random) => number;

/** With this shape nine tenths of the work comes from few draws, and the mean still exists. */
const paretoShape = 1.5;
/** A truncated tail, so that no draw outlasts a measurement. */
const paretoMost = 100;
/** The mean of a Pareto distribution from 1 on that is cut off at `paretoMost`. */
const paretoMean =
  (paretoShape / (paretoShape - 1)) *
  ((1 - paretoMost ** (1 - paretoShape)) / (1 - paretoMost ** -paretoShape));

const draws: ReadonlyMap<string, Draw> = new Map<string, Draw>([
  ["constant", () => 1],
  ["exponential", (random) => -Math.log(1 - random.number())],
  // Heavy-tailed: by the inverse of its distribution function.
  [
    "pareto",
    (random) => {
      const below = 1 - random.number() * (1 - paretoMost ** -paretoShape);
      return below ** (-1 / paretoShape) / paretoMean;
    },
  ],
  // Nine of ten take half of the mean, the tenth eleven halves.
  ["bimodal", (random) => (random.number() < 0.9 ? 0.5 : 5.5)],
]);

export const distributions = [...draws.keys()];

/**
 * @param mean in any unit, which is that of the result
 * @param distribution empty for `constant`
 * @throws RpcError INVALID_ARGUMENT when there is no such distribution
 */
export function drawServiceTime(mean: number, distribution: string, random: Random): number {
  const draw = draws.get(distribution || "constant");
  if (draw !== undefined) return mean * draw(random);
  const known = distributions.join(", ");
  throw new RpcError(
    "INVALID_ARGUMENT",
    `the distribution must be one of ${known}, but is "${distribution}"`,
  );
}
