/**
 * The primary's log of updates. Every write and delete is decided here, by the scenario table, one
 * after the other; what succeeds gets the next sequence number and a version, and is durable on
 * the primary before anyone hears of it. Updates that arrive together are applied together.
 */
import { GroupCommit } from "../host/group-commit.ts";
import type { Host } from "../host/host.ts";
import { RecentMap } from "../host/recent-map.ts";
import { outcomeOfDelete, outcomeOfWrite } from "./scenario.ts";
import { StagedUpdates } from "./staged-updates.ts";
import { type Status, status } from "./status.ts";
import type { FileObject, FileStore } from "./store.ts";
import { HybridLogicalClock } from "./version.ts";

/** A write or a delete, checked to be well formed. */
export interface Update {
  readonly uuid: string;
  readonly name: string;
  readonly content: string;
  readonly delete: boolean;
  /** Unique; an update that arrives twice is executed once. */
  readonly request: string;
}

export interface Applied {
  readonly status: Status;
  /** Of what was made or deleted; of the deletion when it was deleted before; else empty. */
  readonly version: string;
  /** The log is durable here up to this number, this update included. */
  readonly sequence: number;
}

/** As many requests are remembered, so that one which arrives late again finds its answer. */
const remembered = 32_768;

export class UpdateLog {
  readonly #store: FileStore;
  readonly #versions: HybridLogicalClock;
  readonly #publish: (objects: readonly FileObject[]) => void;
  readonly #answers = new RecentMap<string, Promise<Applied>>(remembered);
  readonly #commits: GroupCommit<Update, Applied>;

  /** @param publish called with what was applied, in the order of the sequence numbers */
  constructor(host: Host, store: FileStore, publish: (objects: readonly FileObject[]) => void) {
    this.#store = store;
    this.#publish = publish;
    this.#versions = new HybridLogicalClock(host.clock, host.id);
    if (store.newestVersion !== "") this.#versions.observe(store.newestVersion);
    this.#commits = new GroupCommit({
      process: (updates) => this.#apply(updates),
      bytesOf: (update) => update.content.length,
    });
  }

  /** Applies an update on the primary, or tells why not. */
  execute(update: Update): Promise<Applied> {
    const known = this.#answers.get(update.request);
    if (known !== undefined) return known;
    const answer = this.#commits.submit(update);
    this.#answers.set(update.request, answer);
    // What failed has no answer to be remembered: the next attempt is a new one.
    answer.catch(() => this.#answers.delete(update.request));
    return answer;
  }

  async #apply(updates: readonly Update[]): Promise<Applied[]> {
    const staged = new StagedUpdates(this.#store);
    const answers: Pick<Applied, "status" | "version">[] = [];
    for (const update of updates) answers.push(await this.#decide(staged, update));
    if (staged.objects.length > 0) {
      await this.#store.apply(staged.objects);
      this.#publish(staged.objects);
    }
    const sequence = this.#store.lastSequence;
    return answers.map((answer) => ({ ...answer, sequence }));
  }

  async #decide(
    staged: StagedUpdates,
    update: Update,
  ): Promise<Pick<Applied, "status" | "version">> {
    const { uuid, name, content } = update;
    const known = await staged.known(uuid);
    const outcome = update.delete
      ? outcomeOfDelete(known)
      : outcomeOfWrite(known, name, await staged.isTaken(name));
    if (outcome !== status.success) {
      return { status: outcome, version: known?.deleted ? known.version : "" };
    }
    const version = this.#versions.next();
    const sequence = staged.lastSequence + 1;
    staged.add(
      update.delete
        ? { uuid, name: "", content: "", version, sequence, deleted: true }
        : { uuid, name, content, version, sequence, deleted: false },
    );
    return { status: outcome, version };
  }
}
