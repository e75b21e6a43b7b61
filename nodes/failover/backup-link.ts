/**
 * The primary's side of one backup: finds out how far it is, sends what it lacks, and goes on
 * sending, one message after the other. A backup that was away gets what changed since, deletions
 * too, and what it wrote in an epoch of which nothing is left.
 */
import type { ReplicateRequest } from "../../proto/types/proctor/failover/v1/ReplicateRequest.ts";
import type { Host } from "../host/host.ts";
import { toRpcError } from "../host/rpc-error.ts";
import type { Answer, Changes, Entry, Lost } from "./data.ts";
import type { Membership } from "./membership.ts";
import type { Replica } from "./replica.ts";

/** A part of the log, as all backups get it. */
export interface Batch extends Changes {
  readonly after: number;
  readonly last: number;
}

export interface LinkOptions {
  readonly rank: number;
  readonly epoch: number;
  readonly membership: () => Membership;
  /** The last part of the log. */
  readonly batch: () => Batch;
  /** It has acknowledged what was sent at this time. */
  readonly onProgress: (link: BackupLink, sentAt: number) => void;
  /** It follows a newer epoch. */
  readonly onRefused: (promised: number) => void;
  readonly onFailure: (link: BackupLink) => void;
}

const retryMs = 20;
/** Of one message: characters, each counted as the most bytes that it can have. */
const bytesAtMost = 2 * 1024 * 1024;
const nothing: Lost = { keys: [], clients: [] };

export class BackupLink {
  readonly rank: number;
  readonly #host: Host;
  readonly #replica: Replica;
  readonly #options: LinkOptions;
  /** Up to here its log is the primary's; undefined until it was asked. */
  #sequence: number | undefined;
  /** Number of the membership that it has acknowledged; durable there. */
  #membership = -1;
  /** What it wrote beyond the log that it has in common with the primary. */
  #lost = nothing;
  /** Since when it has not answered. */
  #silentSince: number | undefined;
  #refused = false;
  #isProbed = false;
  #stopped = false;
  #wake: () => void = () => {};

  constructor(replica: Replica, options: LinkOptions) {
    this.rank = options.rank;
    this.#host = replica.host;
    this.#replica = replica;
    this.#options = options;
    void this.#run();
  }

  /** Up to here it has acknowledged the log. */
  get sequence(): number {
    return this.#sequence ?? 0;
  }

  /** The number of the membership that it has acknowledged; -1 when none. */
  get membership(): number {
    return this.#membership;
  }

  get hasAll(): boolean {
    return this.#sequence === this.#replica.data.sequence;
  }

  /** Whether it has crashed, as far as one can tell. */
  get isDead(): boolean {
    const since = this.#silentSince;
    if (since === undefined) return false;
    const { silenceMs } = this.#replica.options;
    return this.#refused || this.#host.clock.monotonicMs() - since >= silenceMs;
  }

  /** There is something new to send. */
  wake(): void {
    this.#wake();
  }

  /** Sends something even if there is nothing new. */
  probe(): void {
    this.#isProbed = true;
    this.wake();
  }

  /** It says that it is not in this epoch: if it was, it has started anew, and is asked again. */
  doubt(): void {
    if (this.#membership === -1) return;
    this.#sequence = undefined;
    this.#membership = -1;
    this.wake();
  }

  stop(): void {
    this.#stopped = true;
    this.wake();
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      const startedAt = this.#host.clock.monotonicMs();
      try {
        if (this.#sequence === undefined) await this.#ask();
        else if (this.#hasNews()) await this.#bringUpToDate(this.#sequence);
        else await this.#somethingNew();
        this.#silentSince = undefined;
      } catch (error) {
        this.#fail(error, startedAt);
        await this.#host.clock.sleep(retryMs);
      }
    }
  }

  #hasNews(): boolean {
    return this.#isProbed || !this.hasAll || this.#membership !== this.#options.membership().number;
  }

  #somethingNew(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  #fail(error: unknown, startedAt: number): void {
    const { code, definite, details } = toRpcError(error);
    if (this.#silentSince === undefined) {
      this.#host.log.warn("a backup does not answer", { backup: this.rank, details });
    }
    this.#silentSince ??= startedAt;
    this.#refused = code === "UNAVAILABLE" && definite;
    this.#options.onFailure(this);
  }

  async #ask(): Promise<void> {
    const history = [...this.#replica.standing.history];
    const answer = await this.#call(this.#options.membership(), { history });
    if (answer === undefined) return;
    const { lostKeys, lostClients } = answer;
    const isClean = lostKeys.length + lostClients.length === 0;
    this.#lost = isClean ? nothing : { keys: lostKeys, clients: lostClients };
    this.#sequence = Number(answer.sequence);
    this.#membership = -1;
  }

  /** Sends all that it lacks, to be applied in one step. */
  async #bringUpToDate(after: number): Promise<void> {
    const { data, options } = this.#replica;
    const membership = this.#options.membership();
    const last = data.sequence;
    const changes = this.#changesAfter(after);
    const durable = membership.number !== this.#membership || options.guarantee.durableBackups;
    for (const page of pagesOf(changes)) {
      const sentAt = this.#host.clock.monotonicMs();
      const answer = await this.#call(membership, { ...page, after, last, durable });
      if (answer === undefined || this.#stopped || this.#sequence !== after) return;
      if (page.more) continue;
      this.#sequence = last;
      this.#membership = membership.number;
      this.#lost = nothing;
      this.#isProbed = false;
      this.#options.onProgress(this, sentAt);
    }
  }

  #changesAfter(after: number): Changes {
    const newest = this.#options.batch();
    const isNext = newest.after === after && this.#lost === nothing;
    return isNext ? newest : this.#replica.data.changesAfter(after, this.#lost);
  }

  /** @returns undefined when the answer changes what there is to do */
  async #call({ number, live }: Membership, message: Partial<ReplicateRequest>) {
    const { epoch, onRefused } = this.#options;
    const { committed, callMs } = this.#replica;
    const membership = { epoch, number, live: [...live] };
    const answer = await this.#replica
      .peer(this.rank)
      .replicate({ ...message, epoch, membership, committed }, { timeoutMs: callMs });
    if (answer.promised <= epoch && !answer.behind) return answer;
    if (answer.promised > epoch) onRefused(answer.promised);
    else this.#sequence = undefined;
    return undefined;
  }
}

interface Page {
  entries: Entry[];
  answers: Answer[];
  more: boolean;
}

/** Cuts what is to be sent into messages that are not too large; one at least. */
function pagesOf({ entries, answers }: Changes): Page[] {
  let page: Page = { entries: [], answers: [], more: false };
  const pages = [page];
  let bytes = 0;
  const makeRoom = (size: number) => {
    bytes += size;
    if (bytes <= bytesAtMost || bytes === size) return;
    page.more = true;
    page = { entries: [], answers: [], more: false };
    pages.push(page);
    bytes = size;
  };
  for (const entry of entries) {
    makeRoom(4 * (entry.key.length + entry.value.length) + 16);
    page.entries.push(entry);
  }
  for (const answer of answers) {
    makeRoom(4 * (answer.client.length + answer.old.length) + 16);
    page.answers.push(answer);
  }
  return pages;
}
