/**
 * Who may answer reads, and until when. A backup reads from its memory while it holds a lease,
 * which each heartbeat renews (Gray and Cheriton 1989, "Leases", section 2). The primary gives
 * leases, and reads itself, only while enough servers have lately followed it: none of them joins
 * a newer epoch within `leaseMs` of what it last heard from its primary.
 *
 * All times are of the own monotonic clock. They are counted from the sending of what was answered,
 * so that a lease ends at its holder before its giver stops to count on it, whatever the network
 * does; clocks must only run at about the same speed.
 */
import type { Clock } from "../host/host.ts";

/** A backup's right to read. */
export class ReadLease {
  readonly #clock: Clock;
  #until = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get isValid(): boolean {
    return this.#clock.monotonicMs() < this.#until;
  }

  /** @param sentAt when the heartbeat was sent that was answered with this lease */
  extend(sentAt: number, leaseMs: number): void {
    this.#until = Math.max(this.#until, sentAt + leaseMs);
  }

  end(): void {
    this.#until = 0;
  }
}

interface Told {
  readonly number: number;
  readonly sentAt: number;
}

/** What a primary knows of who follows it. */
export class Followers {
  readonly #clock: Clock;
  readonly #leaseMs: number;
  /** By rank: when that was sent which the server has certainly heard. */
  readonly #heardAt = new Map<number, number>();
  /** By rank: the last answer to a heartbeat. */
  readonly #told = new Map<number, Told>();
  readonly #leasedUntil = new Map<number, number>();
  #number = 0;

  constructor(clock: Clock, leaseMs: number) {
    this.#clock = clock;
    this.#leaseMs = leaseMs;
  }

  /** A server has acknowledged what was sent to it at this time. */
  heard(rank: number, sentAt: number): void {
    this.#heardAt.set(rank, Math.max(sentAt, this.#heardAt.get(rank) ?? 0));
  }

  /** A heartbeat says which answer arrived last. @returns the number of the answer to this one */
  answer(rank: number, heard: number): number {
    const told = this.#told.get(rank);
    if (told !== undefined && told.number === heard) this.heard(rank, told.sentAt);
    this.#number += 1;
    this.#told.set(rank, { number: this.#number, sentAt: this.#clock.monotonicMs() });
    return this.#number;
  }

  /** Milliseconds for which the primary itself may read; at most a lease. */
  remainingMs(rank: number, live: readonly number[], needed: number): number {
    const others = live.filter((each) => each !== rank).map((each) => this.#heardAt.get(each) ?? 0);
    if (needed <= 1) return this.#leaseMs;
    const oldest = others.toSorted((one, other) => other - one)[needed - 2];
    if (oldest === undefined || oldest === 0) return 0;
    return Math.max(0, oldest + this.#leaseMs - this.#clock.monotonicMs());
  }

  /** Whether this server was heard within a lease. */
  follows(rank: number): boolean {
    return this.#clock.monotonicMs() < (this.#heardAt.get(rank) ?? 0) + this.#leaseMs;
  }

  lease(rank: number, leaseMs: number): void {
    this.#leasedUntil.set(rank, this.#clock.monotonicMs() + leaseMs);
  }

  /** Whether this server may be reading under a lease that it was given. */
  mayRead(rank: number): boolean {
    return this.#clock.monotonicMs() < (this.#leasedUntil.get(rank) ?? 0);
  }
}
