/**
 * What a replica of the quorum protocol does with a write, a delete, or the newest state that a
 * client brings: decided one after the other, applied together. Versions come from the clients, so
 * every replica has the same version of the same write.
 */
import { GroupCommit } from "../host/group-commit.ts";
import type { Mutex } from "../host/mutex.ts";
import { outcomeOfQuorumDelete, outcomeOfWrite } from "./scenario.ts";
import { StagedUpdates } from "./staged-updates.ts";
import { type Status, status } from "./status.ts";
import type { FileObject, FileStore } from "./store.ts";

export interface QuorumUpdate {
  /** An install was decided elsewhere; only what is newer stays. */
  readonly kind: "write" | "delete" | "install";
  readonly object: FileObject;
  /** Throws to refuse the update; called when its turn has come. */
  readonly check: () => void;
}

export interface QuorumOutcome {
  readonly status: Status;
  /** What the replica holds of the uuid afterwards; empty when nothing. */
  readonly version: string;
}

export class QuorumUpdates {
  readonly #store: FileStore;
  readonly #commits: GroupCommit<QuorumUpdate, QuorumOutcome | Error>;

  /** @param turns one task at a time decides about the store */
  constructor(store: FileStore, turns: Mutex) {
    this.#store = store;
    this.#commits = new GroupCommit({
      process: (updates) => turns.run(() => this.#apply(updates)),
      bytesOf: ({ object }) => object.content.length,
    });
  }

  async execute(update: QuorumUpdate): Promise<QuorumOutcome> {
    const outcome = await this.#commits.submit(update);
    if (outcome instanceof Error) throw outcome;
    return outcome;
  }

  async #apply(updates: readonly QuorumUpdate[]): Promise<(QuorumOutcome | Error)[]> {
    const staged = new StagedUpdates(this.#store);
    const outcomes: (QuorumOutcome | Error)[] = [];
    for (const { kind, object, check } of updates) {
      try {
        check();
      } catch (error) {
        outcomes.push(error as Error);
        continue;
      }
      if (kind === "install") outcomes.push(install(staged, object));
      else outcomes.push(await decide(staged, kind, object));
    }
    if (staged.objects.length > 0) await this.#store.apply(staged.objects);
    return outcomes;
  }
}

async function decide(
  staged: StagedUpdates,
  kind: "write" | "delete",
  object: FileObject,
): Promise<QuorumOutcome> {
  const known = await staged.known(object.uuid);
  // The same message a second time.
  if (known?.version === object.version) return { status: status.success, version: known.version };
  const outcome =
    kind === "delete"
      ? outcomeOfQuorumDelete(known)
      : outcomeOfWrite(known, object.name, await staged.isTaken(object.name));
  if (outcome !== status.success) return { status: outcome, version: known?.version ?? "" };
  if (known !== undefined && known.version > object.version) {
    return { status: status.newerExists, version: known.version };
  }
  staged.add(object);
  return { status: outcome, version: object.version };
}

/** Takes the newer state. A deletion is final, so a tombstone is newer than any write. */
function install(staged: StagedUpdates, object: FileObject): QuorumOutcome {
  const known = staged.get(object.uuid);
  const newer =
    known === undefined || (!known.deleted && (object.deleted || object.version > known.version));
  if (newer) {
    displace(staged, object);
    staged.add(object);
  }
  return { status: status.success, version: staged.get(object.uuid)?.version ?? "" };
}

/**
 * A name that a write quorum gave to one uuid was free: a file of another uuid that still has it
 * here was deleted, and this replica was not asked.
 */
function displace(staged: StagedUpdates, object: FileObject): void {
  const owner = object.deleted ? undefined : staged.ownerOf(object.name);
  if (owner === undefined || owner === object.uuid) return;
  const old = staged.get(owner);
  if (old !== undefined) staged.add({ ...old, content: "", deleted: true });
}
