/**
 * The primary's side of replication: one link a backup, which sends what that backup lacks, in the
 * order of the sequence numbers, one batch after the other, for as long as the backup is a member.
 * A backup that was away gets what changed since, deletions too.
 */
import type { Host } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import { BackupLink } from "./backup-link.ts";
import type { Member } from "./membership.ts";
import { RecentUpdates } from "./recent-updates.ts";
import type { FileObject, FileStore } from "./store.ts";

interface Waiting {
  readonly sequence: number;
  readonly resolve: () => void;
}

const nothingToWaitFor = { sequence: 0, reached: Promise.resolve() };

export interface ReplicationOptions {
  /** How long a write waits for the backups before it answers that its outcome is unknown. */
  readonly replicationTimeoutMs: number;
  /** The primary's own incarnation. */
  readonly incarnation: () => number;
}

export class Replication {
  readonly #host: Host;
  readonly #store: FileStore;
  readonly #history: string;
  readonly #options: ReplicationOptions;
  readonly #recent: RecentUpdates;
  readonly #links = new Map<string, BackupLink>();
  readonly #membersKnown = Promise.withResolvers<void>();
  #waiting: Waiting[] = [];
  #generation = -1;
  #latest = nothingToWaitFor;

  /** @param history names the primary's log, so that a backup never mixes two */
  constructor(host: Host, store: FileStore, history: string, options: ReplicationOptions) {
    this.#host = host;
    this.#store = store;
    this.#history = history;
    this.#options = options;
    this.#recent = new RecentUpdates(store);
  }

  /** Resolves when the registry has said who the backups are: before, nothing may be promised. */
  untilMembersKnown(): Promise<void> {
    return this.#membersKnown.promise;
  }

  get membersKnown(): boolean {
    return this.#generation >= 0;
  }

  /** The registry's newest list. A backup that is not on it any more is not waited for. */
  updateMembers(generation: number, members: readonly Member[]): void {
    if (generation <= this.#generation) return;
    // After a restart of the primary, its backups may be serving already: wait for each of them
    // until it has said that it does not.
    const assumeServing = !this.membersKnown;
    this.#generation = generation;
    const backups = members.filter(({ id }) => id !== this.#host.id);
    const names = new Set(backups.map(linkName));
    for (const [name, link] of this.#links) {
      if (names.has(name)) continue;
      link.stop();
      this.#links.delete(name);
    }
    for (const member of backups) {
      if (!this.#links.has(linkName(member))) this.#open(member, assumeServing);
    }
    this.#membersKnown.resolve();
    this.#settle();
  }

  /** Sends what the primary has just applied to all backups. */
  propagate(objects: readonly FileObject[]): void {
    this.#recent.add(objects);
    for (const link of this.#links.values()) link.wake();
  }

  /**
   * Resolves when every serving backup has applied all updates up to this number.
   * @throws RpcError DEADLINE_EXCEEDED, indefinite, when that takes too long
   */
  acknowledged(sequence: number): Promise<void> {
    // All updates of one batch wait for the same number.
    if (this.#latest.sequence !== sequence) {
      this.#latest = { sequence, reached: this.#reach(sequence) };
    }
    return this.#latest.reached;
  }

  /** Sends nothing more. */
  stop(): void {
    for (const link of this.#links.values()) link.stop();
  }

  async #reach(sequence: number): Promise<void> {
    if (sequence <= this.#acknowledged()) return;
    const limit = new AbortController();
    const timeoutMs = this.#options.replicationTimeoutMs;
    const timeout = this.#host.clock.sleep(timeoutMs, limit.signal).then(
      () => "late" as const,
      () => "in time" as const,
    );
    const { promise, resolve } = Promise.withResolvers<"in time">();
    const entry: Waiting = { sequence, resolve: () => resolve("in time") };
    this.#waiting.push(entry);
    const outcome = await Promise.race([promise, timeout]);
    limit.abort();
    if (outcome === "in time") return;
    this.#waiting = this.#waiting.filter((other) => other !== entry);
    // Who asks again for the same number waits anew: the backup may be gone by then.
    if (this.#latest.sequence === sequence) this.#latest = nothingToWaitFor;
    const late = [...this.#links.values()].filter((link) => link.acknowledged < sequence);
    const details = `no acknowledgement from ${late.map(({ id }) => id)} within ${timeoutMs} ms`;
    throw new RpcError("DEADLINE_EXCEEDED", details);
  }

  #open(member: Member, assumeServing: boolean): void {
    const link = new BackupLink(this.#host, this.#store, this.#recent, {
      member,
      history: this.#history,
      primary: this.#options.incarnation,
      timeoutMs: this.#options.replicationTimeoutMs,
      assumeServing,
      onProgress: () => this.#settle(),
    });
    this.#links.set(linkName(member), link);
  }

  /** The number up to which all serving backups have acknowledged. */
  #acknowledged(): number {
    let least = Number.POSITIVE_INFINITY;
    for (const link of this.#links.values()) {
      if (link.serving && link.acknowledged < least) least = link.acknowledged;
    }
    return least;
  }

  #settle(): void {
    const acknowledged = this.#acknowledged();
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const entry of waiting) {
      if (entry.sequence <= acknowledged) entry.resolve();
      else this.#waiting.push(entry);
    }
  }
}

/** A backup that has lost its lease in between is another one: it must catch up anew. */
function linkName(member: Member): string {
  return `${member.id}/${member.incarnation}@${member.address}`;
}
