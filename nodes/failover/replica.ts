/**
 * What the parts of a server share: who it is, what it holds, which epoch it follows, and whether
 * it may answer reads. The parts are `backup.ts`, `primary.ts` and `succession.ts`.
 */
import type { Host } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import type { Client } from "../host/service.ts";
import type { Data } from "./data.ts";
import type { DiskState, Standing } from "./disk-state.ts";
import { noEpoch, primaryOf } from "./epochs.ts";
import type { Guarantee, State } from "./guarantee.ts";
import { ReadLease } from "./leases.ts";
import type { Primary } from "./primary.ts";
import { Peer } from "./protocol.ts";

export interface ReplicaOptions {
  readonly rank: number;
  /** By rank. */
  readonly addresses: readonly string[];
  readonly guarantee: Guarantee;
  readonly leaseMs: number;
  /** A server that does not answer for so long counts as crashed. */
  readonly silenceMs: number;
}

/** A forged epoch beyond this would use up the numbers that are left for others. */
const epochsAhead = 1_000_000;

export class Replica {
  readonly host: Host;
  readonly options: ReplicaOptions;
  readonly disk: DiskState;
  readonly lease: ReadLease;
  /** Set while this server leads the epoch that it promised. */
  primary: Primary | undefined;
  /** It has been running ever since it was a live server of its membership. */
  stayed = false;
  /**
   * When the primary of the promised epoch was last heard; a server that has just started may have
   * heard it right before.
   */
  heardAt: number;
  #committed = 0;
  /** Newest epoch that was promised, or that others were seen to follow. */
  #promised: number;
  #changed = Promise.withResolvers<void>();
  #listener: () => void = () => {};

  constructor(host: Host, options: ReplicaOptions, disk: DiskState) {
    this.host = host;
    this.options = options;
    this.disk = disk;
    this.lease = new ReadLease(host.clock);
    this.heardAt = host.clock.monotonicMs();
    this.#promised = disk.standing.promised;
  }

  get rank(): number {
    return this.options.rank;
  }

  get servers(): number {
    return this.options.addresses.length;
  }

  get data(): Data {
    return this.disk.data;
  }

  get standing(): Standing {
    return this.disk.standing;
  }

  /** It follows no earlier epoch. */
  get promised(): number {
    return this.#promised;
  }

  /** Up to here it knows that all live servers hold the log. */
  get committed(): number {
    return this.#committed;
  }

  /** Whether it is a live server of the epoch that it follows, and holds the whole log. */
  get isNormal(): boolean {
    const { normalEpoch, membership } = this.standing;
    const isCurrent = normalEpoch === this.#promised && membership.epoch === normalEpoch;
    return this.stayed && isCurrent && membership.live.includes(this.rank);
  }

  /** Whether clients are answered, once there is a lease. */
  get isServing(): boolean {
    return this.primary === undefined ? this.isNormal : this.primary.isReady;
  }

  /** The primary of the epoch that it follows; its own rank before the first one. */
  get leader(): number {
    return this.#promised === noEpoch ? this.rank : primaryOf(this.#promised, this.servers);
  }

  get state(): State {
    const { normalEpoch, membership } = this.standing;
    return {
      rank: this.rank,
      promised: this.#promised,
      normalEpoch,
      sequence: this.data.sequence,
      membership,
      primary: this.primary !== undefined,
    };
  }

  /** All others. */
  get others(): number[] {
    return this.options.addresses.map((_, rank) => rank).filter((rank) => rank !== this.rank);
  }

  peer(rank: number): Client<typeof Peer> {
    const address = this.options.addresses[rank];
    if (address === undefined) throw new RpcError("INVALID_ARGUMENT", `there is no rank ${rank}`);
    return this.host.connect(Peer, address);
  }

  /** @throws RpcError INVALID_ARGUMENT for an epoch that nobody can have reached meanwhile */
  refuseFarEpoch(epoch: number): void {
    if (epoch - this.#promised <= epochsAhead) return;
    const details = `epoch ${epoch} is too far ahead of ${this.#promised}`;
    throw new RpcError("INVALID_ARGUMENT", details);
  }

  /** Leaves an older epoch behind; from now on nothing of it is accepted. */
  follow(epoch: number): void {
    if (epoch <= this.#promised) return;
    this.host.log.info("follows a newer epoch", { epoch, before: this.#promised });
    this.#promised = epoch;
    this.lease.end();
    const { primary } = this;
    this.primary = undefined;
    primary?.stop();
    this.announce();
  }

  /** As `follow`, but so that a crash does not forget it. */
  async promise(epoch: number): Promise<void> {
    this.follow(epoch);
    this.disk.setStanding({ promised: this.#promised });
    await this.disk.flush();
  }

  /** @param isNewEpoch what was committed before is not known to be so in this one */
  setCommitted(sequence: number, isNewEpoch = false): void {
    this.#committed = isNewEpoch ? sequence : Math.max(this.#committed, sequence);
  }

  /** How long a call to another server may take before it is made again, in milliseconds. */
  get callMs(): number {
    return 5 * this.options.leaseMs;
  }

  hear(): void {
    this.heardAt = this.host.clock.monotonicMs();
  }

  /** Milliseconds until a newer epoch may be joined without harm to reads in the present one. */
  get boundMs(): number {
    return this.heardAt + this.options.leaseMs - this.host.clock.monotonicMs();
  }

  /** Wakes all that wait for a change of epoch, primary or lease. */
  announce(): void {
    const changed = this.#changed;
    this.#changed = Promise.withResolvers();
    changed.resolve();
    this.#listener();
  }

  /** @param listener is called now and at every change of epoch, primary or lease */
  onChange(listener: () => void): void {
    this.#listener = listener;
    listener();
  }

  /** Resolves at the next change, or after so many milliseconds. */
  async untilChanged(milliseconds: number): Promise<void> {
    const limit = new AbortController();
    const timeout = this.host.clock.sleep(milliseconds, limit.signal).catch(() => {});
    await Promise.race([this.#changed.promise, timeout]);
    limit.abort();
  }
}
