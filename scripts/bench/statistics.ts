/** What a few repeats of one measurement say together. */
import { mean, median, sampleStandardDeviation } from "simple-statistics";

export interface Summary {
  readonly count: number;
  readonly median: number;
  readonly mean: number;
  /** Sample standard deviation; 0 for a single value. */
  readonly sd: number;
  /** Half the width of the 95 % confidence interval of the mean; 0 for a single value. */
  readonly ci95: number;
  readonly min: number;
  readonly max: number;
}

/** Student's t for a two-sided 95 % interval, by degrees of freedom from 1 on. */
const studentT = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145,
  2.131, 2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048,
  2.045, 2.042,
];
/** Of the normal distribution, which Student's approaches. */
const normalZ = 1.96;

/** @param values at least one; independent repeats, so that the interval means something */
export function summarize(values: readonly number[]): Summary {
  if (values.length === 0) throw new Error("nothing was measured");
  const list = [...values];
  const sd = list.length > 1 ? sampleStandardDeviation(list) : 0;
  const t = studentT[list.length - 2] ?? normalZ;
  return {
    count: list.length,
    median: median(list),
    mean: mean(list),
    sd,
    ci95: (t * sd) / Math.sqrt(list.length),
    min: Math.min(...list),
    max: Math.max(...list),
  };
}

/** A mean whose 95 % interval reaches further than this share of it is not known well. */
export const noisyShare = 0.1;

/** Half the width of the interval as a share of the mean; 0 where the mean is 0. */
export function spread({ mean, ci95 }: Summary): number {
  return mean === 0 ? 0 : ci95 / Math.abs(mean);
}

/** Whether repeats tell what a figure is: one alone never does. */
export function noiseOf(summary: Summary): "" | "noisy" | "one run" {
  if (summary.count < 2) return "one run";
  return spread(summary) > noisyShare ? "noisy" : "";
}

/** Stands behind a noisy figure in tables. */
export const noisyMark = "~";

/** A median as text, marked where its repeats are noisy. One run is not marked. */
export function marked(summary: Summary, format: (value: number) => string): string {
  return format(summary.median) + (noiseOf(summary) === "noisy" ? ` ${noisyMark}` : "");
}

/** What `marked` means, for the notes below a table. */
export const noisyNote =
  `\`${noisyMark}\` marks what is noisy: over the repeats the 95 % interval of the mean is wider ` +
  `than ± ${100 * noisyShare} % of it.`;
