/**
 * What a wrong node is: a few edits on top of the right one, and how it must be found. The header
 * of each mutant tells what is wrong, what brings it out and who must see it.
 */

export interface Mutant {
  /** The kinds of faults that bring the mistake out; none where concurrent clients are enough. */
  readonly faults: readonly string[];
  /** One of these checks must fail: names of those that judge a schedule, or of probes. */
  readonly caughtBy: readonly string[];
  readonly edits: readonly Edit[];
}

/** Replaces one text, which stands exactly once in the file, by another. */
export interface Edit {
  /** By its name in the system's folder, `nodes/<system>/`. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}
