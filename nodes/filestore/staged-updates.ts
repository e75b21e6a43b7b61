/** The store as it will be once a batch is applied, so that later updates see earlier ones. */
import type { FileObject, FileStore, StoredObject } from "./store.ts";

export class StagedUpdates {
  readonly objects: FileObject[] = [];
  readonly #store: FileStore;
  readonly #changed = new Map<string, StoredObject>();
  readonly #owners = new Map<string, string | undefined>();
  #lastSequence: number;

  constructor(store: FileStore) {
    this.#store = store;
    this.#lastSequence = store.lastSequence;
  }

  get lastSequence(): number {
    return this.#lastSequence;
  }

  get(uuid: string): StoredObject | undefined {
    return this.#changed.get(uuid) ?? this.#store.get(uuid);
  }

  /**
   * What the scenario table is asked about: a file that somebody removed by hand does not exist
   * any more, so its uuid counts as deleted.
   */
  async known(uuid: string): Promise<StoredObject | undefined> {
    const stored = this.get(uuid);
    if (stored === undefined || stored.deleted || this.#changed.has(uuid)) return stored;
    return (await this.#store.fileExists(stored)) ? stored : { ...stored, deleted: true };
  }

  /** The uuid whose file has this name. */
  ownerOf(name: string): string | undefined {
    return this.#owners.has(name) ? this.#owners.get(name) : this.#store.ownerOf(name);
  }

  /** Whether a new file can't have this name: a file that no uuid owns is in the way, too. */
  async isTaken(name: string): Promise<boolean> {
    if (this.#owners.has(name) || this.#store.ownerOf(name) !== undefined) {
      return this.ownerOf(name) !== undefined;
    }
    return this.#store.isForeign(name);
  }

  add(object: FileObject): void {
    const before = this.get(object.uuid)?.name ?? "";
    if (this.ownerOf(before) === object.uuid) this.#owners.set(before, undefined);
    const name = object.deleted ? before : object.name;
    if (!object.deleted) this.#owners.set(name, object.uuid);
    this.#changed.set(object.uuid, { ...object, name });
    this.#lastSequence = Math.max(this.#lastSequence, object.sequence);
    this.objects.push(object);
  }
}
