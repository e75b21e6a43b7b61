/**
 * The permutation test of two means (Fisher 1935, "The Design of Experiments", section 21): if it
 * made no difference which build was measured, any split of all values would have been as likely.
 * The one of simple-statistics draws splits at random and compares sums to the last bit, so that of
 * three and three values, which have twenty splits, it may miss the very split that was seen.
 */
import { combinations, mean, sum } from "simple-statistics";

/** Of all values together; 12 and 12 would have 2.7 million splits. */
const mostValues = 16;

/**
 * The share of all splits whose means lie at least as far apart, exactly. Values beyond the eighth
 * of each side are left out.
 * @param one at least one value, as `other`
 */
export function permutationTest(one: readonly number[], other: readonly number[]): number {
  const [left, right] = [one, other].map((values) => values.slice(0, mostValues / 2));
  if (!left?.length || !right?.length) throw new Error("nothing to compare");
  const all = [...left, ...right];
  const total = sum(all);
  const apart = (chosen: readonly number[]) => {
    const own = sum([...chosen]);
    return Math.abs(own / left.length - (total - own) / right.length);
  };
  const seen = apart(left);
  // Sums in another order differ in their last bits.
  const tolerance = 1e-9 * Math.max(1, Math.abs(mean(all)));
  const splits = combinations(all, left.length);
  return splits.filter((split) => apart(split) >= seen - tolerance).length / splits.length;
}
