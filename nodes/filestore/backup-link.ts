/** The primary's connection to one backup: sends it what it lacks, batch after batch. */
import type { Host } from "../host/host.ts";
import type { Client } from "../host/service.ts";
import type { Member } from "./membership.ts";
import { Backup } from "./protocol.ts";
import type { RecentUpdates } from "./recent-updates.ts";
import type { FileObject, FileStore } from "./store.ts";

export interface BackupLinkOptions {
  readonly member: Member;
  readonly history: string;
  /** The primary's own incarnation. */
  readonly primary: () => number;
  readonly timeoutMs: number;
  /** Whether the backup may be serving already. */
  readonly assumeServing: boolean;
  /** Called when `acknowledged` or `serving` has changed. */
  readonly onProgress: () => void;
}

const retryMs = 50;

export class BackupLink {
  readonly id: string;
  readonly #host: Host;
  readonly #store: FileStore;
  readonly #recent: RecentUpdates;
  readonly #options: BackupLinkOptions;
  readonly #backup: Client<typeof Backup>;
  #acknowledged = 0;
  #serving: boolean;
  /** It has answered that it serves; until then it must be told, again and again. */
  #confirmed = false;
  #stopped = false;
  /** Logged once, not at every retry. */
  #failing = false;
  #wake: () => void = () => {};

  constructor(host: Host, store: FileStore, recent: RecentUpdates, options: BackupLinkOptions) {
    this.id = options.member.id;
    this.#host = host;
    this.#store = store;
    this.#recent = recent;
    this.#options = options;
    this.#serving = options.assumeServing;
    this.#backup = host.connect(Backup, options.member.address);
    void this.#run();
  }

  /** The backup has applied all updates up to this number. */
  get acknowledged(): number {
    return this.#acknowledged;
  }

  /** Whether clients may be reading there, so that a blocking write must wait for it. */
  get serving(): boolean {
    return this.#serving;
  }

  /** There is something new to send. */
  wake(): void {
    this.#wake();
  }

  stop(): void {
    this.#stopped = true;
    this.#wake();
  }

  async #run(): Promise<void> {
    // An empty first batch asks the backup how far it is and whether it serves.
    while (!this.#stopped && !(await this.#send([], false))) await this.#pause();
    while (!this.#stopped) {
      const caughtUp = this.#acknowledged === this.#store.lastSequence;
      if (caughtUp && this.#confirmed) {
        await this.#somethingNew();
        continue;
      }
      // From here on blocking writes wait for this backup; only then is it told to serve.
      if (caughtUp) this.#serving = true;
      const objects = await this.#recent.after(this.#acknowledged);
      if (!(await this.#send(objects, this.#serving))) await this.#pause();
    }
  }

  #somethingNew(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  #pause(): Promise<void> {
    return this.#host.clock.sleep(retryMs);
  }

  /** Sends one batch; tells whether the backup answered. */
  async #send(objects: readonly FileObject[], serve: boolean): Promise<boolean> {
    const { member, history, timeoutMs } = this.#options;
    const previous = this.#acknowledged;
    const last = objects.at(-1)?.sequence ?? previous;
    const { incarnation } = member;
    const primary = this.#options.primary();
    const batch = { history, previous, objects: [...objects], last, serve, incarnation, primary };
    try {
      const answer = await this.#backup.replicate(batch, { timeoutMs });
      this.#progress(Number(answer.applied), answer.serving);
      return true;
    } catch (error) {
      if (!this.#failing) {
        this.#host.log.warn("a backup does not answer", { backup: this.id, error: String(error) });
      }
      this.#failing = true;
      return false;
    }
  }

  #progress(applied: number, serving: boolean): void {
    if (applied > this.#store.lastSequence) {
      throw new Error(`${this.id} has applied ${applied}, the primary ${this.#store.lastSequence}`);
    }
    this.#failing = false;
    this.#acknowledged = applied;
    this.#serving = serving;
    this.#confirmed = serving;
    this.#options.onProgress();
  }
}
