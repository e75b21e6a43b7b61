/** The servers that a commit waits for; all others are the dead set. */
import { noEpoch } from "./epochs.ts";

export interface Membership {
  readonly epoch: number;
  /** Grows with every change within the epoch. */
  readonly number: number;
  /** Ranks, in their order. */
  readonly live: readonly number[];
}

/** What all agree on before the first epoch. */
export function everybody(servers: number): Membership {
  return { epoch: noEpoch, number: 0, live: Array.from({ length: servers }, (_, rank) => rank) };
}

export function isNewer(one: Membership, other: Membership): boolean {
  return one.epoch === other.epoch ? one.number > other.number : one.epoch > other.epoch;
}

/** The next membership of the same epoch. */
export function changed({ epoch, number }: Membership, live: readonly number[]): Membership {
  return { epoch, number: number + 1, live: live.toSorted((one, other) => one - other) };
}

export function deadSet({ live }: Membership, servers: number): number[] {
  return everybody(servers).live.filter((rank) => !live.includes(rank));
}
