/**
 * Epochs: who leads one, and what the logs of two servers have in common. They are the views of
 * Viewstamped Replication: "the primary is chosen round-robin" (Liskov and Cowling 2012, "View-
 * stamped Replication Revisited", section 4), so that no two servers ever lead the same epoch.
 */

/** Of a server that was never part of one. */
export const noEpoch = -1;

/** The log of an epoch begins after the entry with this sequence number. */
export interface EpochStart {
  readonly epoch: number;
  readonly after: number;
}

/** The epochs that a log is made of, in their order. */
export type History = readonly EpochStart[];

/** Longer ago than so many epochs, a server that comes back is sent everything. */
const historyAtMost = 1_000;

/** @param servers how many there are @returns the rank of the primary */
export function primaryOf(epoch: number, servers: number): number {
  return epoch % servers;
}

/** The first epoch after this one in which the server of this rank is the primary. */
export function nextEpoch(epoch: number, rank: number, servers: number): number {
  const next = epoch + 1;
  return next + ((rank - (next % servers) + servers) % servers);
}

export function beginEpoch(history: History, epoch: number, after: number): History {
  return [...history, { epoch, after }].slice(-historyAtMost);
}

/**
 * Up to where a log is the beginning of another one: two logs that share an epoch are the same up
 * to where the first of them left it, because one primary numbered all writes of an epoch.
 * @param sequence of the last entry of the own log
 * @param theirs a log that has not ended
 */
export function commonSequence(own: History, sequence: number, theirs: History): number {
  const places = new Map(theirs.map(({ epoch }, place) => [epoch, place]));
  for (const [place, { epoch }] of [...own.entries()].reverse()) {
    const theirPlace = places.get(epoch);
    if (theirPlace === undefined) continue;
    const ownEnd = own[place + 1]?.after ?? sequence;
    const theirEnd = theirs[theirPlace + 1]?.after ?? Number.POSITIVE_INFINITY;
    return Math.min(ownEnd, theirEnd);
  }
  return 0;
}
