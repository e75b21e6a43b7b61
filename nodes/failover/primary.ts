/**
 * The primary of one epoch: numbers the writes, sends them to all live servers, and answers when
 * all of them have them. Who does not answer any more is left out; who comes back is brought up to
 * date first. (Liskov and Cowling 2012, section 4.1, with all live servers in the place of f.)
 */
import { GroupCommit } from "../host/group-commit.ts";
import { RpcError } from "../host/rpc-error.ts";
import type { RequestOf } from "../host/service.ts";
import { BackupLink, type Batch } from "./backup-link.ts";
import type { Answer, Outcome, Write } from "./data.ts";
import { beginEpoch } from "./epochs.ts";
import { Followers } from "./leases.ts";
import { changed, type Membership } from "./membership.ts";
import type { Peer } from "./protocol.ts";
import type { Replica } from "./replica.ts";

interface Waiting {
  readonly sequence: number;
  readonly resolve: () => void;
  readonly reject: (error: RpcError) => void;
}

type HeartbeatRequest = RequestOf<typeof Peer, "heartbeat">;

/** What a heartbeat is answered. */
interface Heard {
  /** Of the answer. */
  readonly number: number;
  /** How long its sender may answer reads, in milliseconds from when it sent the heartbeat. */
  readonly leaseMs: number;
}

export class Primary {
  readonly epoch: number;
  readonly #replica: Replica;
  readonly #followers: Followers;
  readonly #links = new Map<number, BackupLink>();
  readonly #batches: GroupCommit<Write, Answer | RpcError>;
  #batch: Batch;
  #waiting: Waiting[] = [];
  /** All live servers hold the log with which the epoch begins. */
  #ready = false;
  #stopped = false;

  /** @param live those that promised to follow this epoch, and itself */
  constructor(replica: Replica, epoch: number, live: readonly number[]) {
    const { disk, data, host, options } = replica;
    this.epoch = epoch;
    this.#replica = replica;
    this.#followers = new Followers(host.clock, options.leaseMs);
    this.#batch = { after: data.sequence, last: data.sequence, entries: [], answers: [] };
    this.#batches = new GroupCommit({
      process: (writes) => this.#commit(writes),
      maxBytes: 1024 * 1024,
      bytesOf: ({ key, value }) => key.length + value.length,
    });
    disk.setStanding({
      normalEpoch: epoch,
      history: beginEpoch(disk.standing.history, epoch, data.sequence),
      membership: changed({ epoch, number: -1, live: [] }, live),
    });
    replica.stayed = true;
    replica.setCommitted(0, true);
  }

  /** Resolves when all live servers hold the log; only then is anything answered. */
  async begin(): Promise<void> {
    for (const rank of this.#membership.live) this.#link(rank);
    await this.#flush();
    await this.untilCommitted(this.#replica.data.sequence);
  }

  get isReady(): boolean {
    return this.#ready;
  }

  /** Milliseconds for which reads may be answered here, and under the leases that are given. */
  get readableMs(): number {
    if (!this.#ready) return 0;
    const { servers, options, rank } = this.#replica;
    const { live } = this.#membership;
    const needed = options.guarantee.needed(live.length, servers);
    return this.#followers.remainingMs(rank, live, needed);
  }

  /**
   * Executes a write, once, and resolves when all live servers have it.
   * @throws RpcError UNAVAILABLE, not definite, when the epoch ended before
   */
  async write(write: Write): Promise<Outcome> {
    if (!this.#ready) throw new RpcError("UNAVAILABLE", "the epoch has not begun yet");
    const answer = await this.#batches.submit(write);
    if (answer instanceof RpcError) throw answer;
    return answer;
  }

  /**
   * Resolves when all live servers hold the log up to here.
   * @throws RpcError UNAVAILABLE, not definite, when the epoch ended before
   */
  untilCommitted(sequence: number): Promise<void> {
    if (this.#stopped) return Promise.reject(this.#ended());
    return new Promise((resolve, reject) => {
      this.#waiting.push({ sequence, resolve, reject });
      this.#settle();
    });
  }

  /** A server follows this epoch, or wants to. */
  heartbeat({ rank, epoch, heard }: HeartbeatRequest): Heard {
    const number = this.#followers.answer(rank, heard);
    const isLive = this.#membership.live.includes(rank);
    if (epoch !== this.epoch) this.#links.get(rank)?.doubt();
    if (!this.#links.has(rank)) this.#link(rank);
    const leaseMs = isLive && epoch === this.epoch ? this.readableMs : 0;
    if (leaseMs > 0) this.#followers.lease(rank, leaseMs);
    return { number, leaseMs };
  }

  /** Finds out whether those that have not been heard for a while are still there. */
  probe(): void {
    for (const rank of this.#membership.live) {
      if (!this.#followers.follows(rank)) this.#links.get(rank)?.probe();
    }
  }

  stop(): void {
    this.#stopped = true;
    this.#ready = false;
    for (const link of this.#links.values()) link.stop();
    for (const { reject } of this.#waiting.splice(0)) reject(this.#ended());
  }

  get #membership(): Membership {
    return this.#replica.standing.membership;
  }

  #ended(): RpcError {
    const details = `epoch ${this.epoch} ended before all live servers had the write`;
    return new RpcError("UNAVAILABLE", details, { definite: false });
  }

  async #commit(writes: readonly Write[]): Promise<(Answer | RpcError)[]> {
    if (this.#stopped) throw this.#ended();
    const { data, disk, host } = this.#replica;
    const after = data.sequence;
    const results = writes.map((write) => {
      try {
        return data.execute(write);
      } catch (error) {
        if (error instanceof RpcError) return error;
        throw error;
      }
    });
    const answers = results.filter((each): each is Answer => !(each instanceof RpcError));
    const isNew = ({ sequence }: { readonly sequence: number }) => sequence > after;
    const keys = new Set(writes.map(({ key }) => key));
    const entries = [...keys].map((key) => data.entry(key)).filter((entry) => entry !== undefined);
    this.#batch = {
      after,
      last: data.sequence,
      entries: entries.filter(isNew),
      answers: answers.filter(isNew),
    };
    disk.keep(this.#batch);
    this.#wake();
    // The disk would hold up the messages: in one turn they are made, in the next one they leave.
    await host.clock.sleep(0);
    await host.clock.sleep(0);
    await this.#flush();
    await this.untilCommitted(data.sequence);
    return results;
  }

  async #flush(): Promise<void> {
    await this.#replica.disk.flush();
    this.#settle();
  }

  #wake(): void {
    for (const link of this.#links.values()) link.wake();
  }

  #link(rank: number): void {
    if (rank === this.#replica.rank || this.#stopped) return;
    const link = new BackupLink(this.#replica, {
      rank,
      epoch: this.epoch,
      membership: () => this.#membership,
      batch: () => this.#batch,
      onProgress: (_, sentAt) => {
        this.#followers.heard(rank, sentAt);
        this.#admit(link);
        this.#settle();
      },
      onRefused: (promised) => this.#replica.follow(promised),
      onFailure: () => this.#leaveBehind(link),
    });
    this.#links.set(rank, link);
  }

  /** Who has caught up is live: from now on commits wait for it, and it may answer reads. */
  #admit(link: BackupLink): void {
    const { live } = this.#membership;
    if (live.includes(link.rank) || !link.hasAll || !this.#ready) return;
    this.#change([...live, link.rank]);
  }

  /** Who does not answer any more is dead, once it can't be reading any more. */
  #leaveBehind(link: BackupLink): void {
    const { options, servers } = this.#replica;
    const rest = this.#membership.live.filter((rank) => rank !== link.rank);
    const isLive = rest.length < this.#membership.live.length;
    if (!link.isDead || this.#stopped) return;
    if (isLive) {
      if (this.#followers.mayRead(link.rank)) return;
      if (!options.guarantee.suffices(rest.length, servers)) return;
    }
    link.stop();
    this.#links.delete(link.rank);
    if (isLive) this.#change(rest);
  }

  #change(live: readonly number[]): void {
    const membership = changed(this.#membership, live);
    this.#replica.disk.setStanding({ membership });
    this.#replica.host.log.info("membership", { ...membership });
    this.#wake();
    void this.#flush();
  }

  /** Commits what all live servers and the own disk hold under the newest membership. */
  #settle(): void {
    if (this.#stopped) return;
    const { rank, disk, data } = this.#replica;
    const { number, live } = this.#membership;
    const isDurable = disk.durable.standing.membership === this.#membership;
    if (!isDurable) return;
    let reached = disk.durable.sequence;
    for (const each of live) {
      if (each === rank) continue;
      const link = this.#links.get(each);
      if (link === undefined || link.membership !== number) return;
      reached = Math.min(reached, link.sequence);
    }
    if (reached < this.#replica.committed) return;
    this.#replica.setCommitted(reached);
    if (!this.#ready && reached === data.sequence) this.#begun();
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const each of waiting) {
      if (each.sequence <= reached) each.resolve();
      else this.#waiting.push(each);
    }
  }

  #begun(): void {
    const { epoch } = this;
    const { data, host } = this.#replica;
    this.#ready = true;
    const { live } = this.#membership;
    host.log.info("leads an epoch", { epoch, live, sequence: data.sequence });
    this.#replica.announce();
    for (const link of this.#links.values()) this.#admit(link);
  }
}
