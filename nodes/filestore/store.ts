/**
 * What one replica holds: the map uuid → (name, version) in memory, and each content as a text
 * file of its name in the replica's directory. A log of all updates, `.updates.log`, is written and
 * synced first; it carries the map through a restart and puts right what a crash left of a file.
 */
import type { AppendLog, Disk } from "../host/host.ts";
import { Mutex } from "../host/mutex.ts";
import type { Known } from "./scenario.ts";
import { UpdateRecords } from "./update-records.ts";

/** One uuid as the map holds it. */
export interface StoredObject extends Known {
  readonly uuid: string;
  /** Of a deleted one: the name that it had, or empty when this replica never knew it. */
  readonly name: string;
  readonly version: string;
  /** Number of the update that made it; 0 in the quorum protocol. */
  readonly sequence: number;
  readonly deleted: boolean;
}

/** With its content; empty when deleted. */
export interface FileObject extends StoredObject {
  readonly content: string;
}

/** What is to become of files: a content, or undefined for removal. */
type FileChanges = Map<string, string | undefined>;

const encoder = new TextEncoder();
/** A byte order mark is content like any other. */
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
/** What an object takes besides its content, at the most, on its way to a backup. */
const overheadBytes = 512;

/** Bytes of an object at the most, without looking at each character. */
export function sizeOf(object: FileObject): number {
  return overheadBytes + 3 * object.content.length;
}

export class FileStore {
  readonly #disk: Disk;
  readonly #records: UpdateRecords;
  readonly #turns = new Mutex();
  readonly #map = new Map<string, StoredObject>();
  /** Who has a name: only what is not deleted. */
  readonly #owners = new Map<string, string>();
  #lastSequence = 0;
  #newestVersion = "";

  private constructor(disk: Disk, log: AppendLog, growthBytes?: number) {
    this.#disk = disk;
    this.#records = new UpdateRecords(log, () => this.list(), growthBytes);
  }

  /** @param growthBytes by which the log may grow before it is written anew (default 64 MiB) */
  static async open(disk: Disk, growthBytes?: number): Promise<FileStore> {
    const store = new FileStore(disk, await disk.openLog(".updates.log"), growthBytes);
    await store.#recover();
    return store;
  }

  /** Number of the last update that was applied; 0 when there was none. */
  get lastSequence(): number {
    return this.#lastSequence;
  }

  /** The greatest version of all; empty when there is none. */
  get newestVersion(): string {
    return this.#newestVersion;
  }

  get(uuid: string): StoredObject | undefined {
    return this.#map.get(uuid);
  }

  /** The uuid whose file has this name, or undefined when the name is free. */
  ownerOf(name: string): string | undefined {
    return this.#owners.get(name);
  }

  /** Whether a file of this name is there that no uuid owns: put there by hand, say. */
  async isForeign(name: string): Promise<boolean> {
    return !this.#owners.has(name) && (await this.#disk.exists(name));
  }

  /** Whether the file of an object that is not deleted is there. */
  fileExists(object: StoredObject): Promise<boolean> {
    return this.#disk.exists(object.name);
  }

  /** The content of a file as it is on disk, of the version that the map has right now. */
  async content(object: StoredObject): Promise<string | undefined> {
    if (object.deleted) return undefined;
    const bytes = await this.#disk.read(object.name);
    return bytes === undefined ? undefined : decoder.decode(bytes);
  }

  /**
   * Applies updates in their order, all of them or none: durable first, then visible at once.
   * Several updates of one uuid count as the last of them.
   */
  apply(updates: readonly FileObject[]): Promise<void> {
    return this.#turns.run(() => this.#apply(updates));
  }

  async #apply(updates: readonly FileObject[]): Promise<void> {
    const newest = new Map(updates.map((update) => [update.uuid, update]));
    const objects = [...newest.values()].map((update) => this.#withKnownName(update));
    await this.#records.write({ objects });
    const files: FileChanges = new Map();
    for (const object of objects) this.#remember(object, files);
    await Promise.all([...files].map(([name, content]) => this.#put(name, content)));
  }

  /** All objects in the order of the uuids, contents too. */
  list(): Promise<FileObject[]> {
    const uuids = [...this.#map.keys()].sort();
    return Promise.all(uuids.map((uuid) => this.#withContent(uuid)));
  }

  /**
   * What changed after the update of this number, each object as it is now, in the order of the
   * updates; as many as fit into `maxBytes`, at least one if there is one.
   */
  async changedSince(sequence: number, maxBytes: number): Promise<FileObject[]> {
    const changed = [...this.#map.values()]
      .filter((object) => object.sequence > sequence)
      .sort((one, other) => one.sequence - other.sequence);
    const objects: FileObject[] = [];
    let bytes = 0;
    for (const { uuid, sequence: number } of changed) {
      // What has changed since the list was made comes later, under its new number.
      if (this.#map.get(uuid)?.sequence !== number) continue;
      const object = await this.#withContent(uuid);
      bytes += sizeOf(object);
      if (objects.length > 0 && bytes > maxBytes) break;
      objects.push(object);
    }
    return objects;
  }

  /** A small fact that outlives a restart, such as which history this is. */
  fact(key: string): string | undefined {
    return this.#records.fact(key);
  }

  setFact(key: string, value: string): Promise<void> {
    return this.#turns.run(() => this.#records.write({ fact: [key, value] }));
  }

  /** Ends the use of the log, for another store to be opened on the directory. */
  close(): Promise<void> {
    return this.#turns.run(() => this.#records.close());
  }

  /** A deleted object travels without its name; the log keeps it, to find what a crash left. */
  #withKnownName(update: FileObject): FileObject {
    if (!update.deleted || update.name !== "") return update;
    return { ...update, name: this.#map.get(update.uuid)?.name ?? "" };
  }

  /** Puts an object into the map and notes what is to become of its file. */
  #remember(object: FileObject, files: FileChanges): void {
    const { content, ...stored } = object;
    const before = this.#map.get(object.uuid)?.name ?? object.name;
    if (before !== object.name && this.#owners.get(before) === object.uuid) {
      this.#owners.delete(before);
      files.set(before, undefined);
    }
    if (!object.deleted) {
      this.#owners.set(object.name, object.uuid);
      files.set(object.name, content);
    } else if ((this.#owners.get(object.name) ?? object.uuid) === object.uuid) {
      // Only its own file: the name may have gone to another uuid since.
      this.#owners.delete(object.name);
      files.set(object.name, undefined);
    }
    this.#map.set(object.uuid, stored);
    if (object.sequence > this.#lastSequence) this.#lastSequence = object.sequence;
    if (object.version > this.#newestVersion) this.#newestVersion = object.version;
  }

  async #put(name: string, content: string | undefined): Promise<void> {
    if (name === "") return;
    if (content === undefined) return this.#disk.remove(name);
    return this.#disk.overwrite(name, encoder.encode(content));
  }

  async #withContent(uuid: string): Promise<FileObject> {
    const object = this.#map.get(uuid) as StoredObject;
    const content = await this.content(object);
    // A file that somebody removed by hand counts as deleted, as it does for a read.
    return content === undefined
      ? { ...object, deleted: true, content: "" }
      : { ...object, content };
  }

  /** Reads the log back, and makes the files what the log says they are. */
  async #recover(): Promise<void> {
    const files: FileChanges = new Map();
    for (const object of await this.#records.read()) this.#remember(object, files);
    for (const [name, content] of files) {
      if (name === "") continue;
      const bytes = await this.#disk.read(name);
      const found = bytes === undefined ? undefined : decoder.decode(bytes);
      if (found !== content) await this.#put(name, content);
    }
  }
}
