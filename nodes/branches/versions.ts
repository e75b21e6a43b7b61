/**
 * Version vectors: how far one has come with the updates of each origin. A branch applies the
 * updates of one origin in their order, so that one number an origin stands for the whole set of
 * them (Terry et al. 1994, "Session guarantees for weakly consistent replicated data", section 4:
 * read sets and write sets as version vectors).
 */

/** All updates that began at one branch, up to this number; 1 is the first. */
export interface Version {
  readonly branch: number;
  readonly sequence: number;
}

/** By the id of the origin. One that is left out counts as 0. */
export type VersionVector = ReadonlyMap<number, number>;

/** Adds versions to a vector that grows. */
export function merge(into: Map<number, number>, versions: Iterable<Version>): void {
  for (const { branch, sequence } of versions) {
    if (sequence > (into.get(branch) ?? 0)) into.set(branch, sequence);
  }
}

/** Those that the vector has not reached yet. */
export function missing(vector: VersionVector, wanted: readonly Version[]): Version[] {
  return wanted.filter(({ branch, sequence }) => sequence > (vector.get(branch) ?? 0));
}

export function toVersions(vector: VersionVector): Version[] {
  return [...vector].map(([branch, sequence]) => ({ branch, sequence }));
}

/** From the wire, where 64-bit numbers are text. */
export function readVersion(message: { branch: string; sequence: string }): Version {
  return { branch: Number(message.branch), sequence: Number(message.sequence) };
}
