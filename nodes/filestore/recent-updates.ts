/** The newest updates, kept in memory for backups that follow closely. */
import { type FileObject, type FileStore, sizeOf } from "./store.ts";

/** Bytes that are kept at the most. */
const maxKeptBytes = 48 * 1024 * 1024;
/** Bytes that one batch carries at the most, though one update always fits. */
const maxBatchBytes = 3 * 1024 * 1024;

export class RecentUpdates {
  readonly #store: FileStore;
  #updates: FileObject[] = [];
  #bytes = 0;

  constructor(store: FileStore) {
    this.#store = store;
  }

  /** @param updates the next ones, in the order of their sequence numbers, without a gap */
  add(updates: readonly FileObject[]): void {
    for (const update of updates) {
      this.#updates.push(update);
      this.#bytes += sizeOf(update);
    }
    if (this.#bytes > maxKeptBytes) this.#forgetHalf();
  }

  /** What a backup lacks that has applied all up to `sequence`: a batch from there on. */
  async after(sequence: number): Promise<readonly FileObject[]> {
    const first = this.#updates[0]?.sequence ?? Number.POSITIVE_INFINITY;
    if (first > sequence + 1) return this.#store.changedSince(sequence, maxBatchBytes);
    const start = sequence + 1 - first;
    let end = start;
    for (let bytes = 0; end < this.#updates.length; end++) {
      bytes += sizeOf(this.#updates[end] as FileObject);
      if (bytes > maxBatchBytes && end > start) break;
    }
    return this.#updates.slice(start, end);
  }

  #forgetHalf(): void {
    this.#updates = this.#updates.slice(this.#updates.length >> 1);
    this.#bytes = this.#updates.reduce((sum, update) => sum + sizeOf(update), 0);
  }
}
