/** The newest updates, kept in memory for backups that follow closely. */
import type { FileObject, FileStore } from "./store.ts";

/** Characters of content that are kept at the most. */
const maxKept = 16 * 1024 * 1024;
/** Characters of content that one batch carries at the most, though one update always fits. */
const maxBatch = 1024 * 1024;

export class RecentUpdates {
  readonly #store: FileStore;
  #updates: FileObject[] = [];
  #characters = 0;

  constructor(store: FileStore) {
    this.#store = store;
  }

  /** @param updates the next ones, in the order of their sequence numbers, without a gap */
  add(updates: readonly FileObject[]): void {
    for (const update of updates) {
      this.#updates.push(update);
      this.#characters += update.content.length;
    }
    if (this.#characters > maxKept) this.#forgetHalf();
  }

  /** What a backup lacks that has applied all up to `sequence`: a batch from there on. */
  async after(sequence: number): Promise<readonly FileObject[]> {
    const first = this.#updates[0]?.sequence ?? Number.POSITIVE_INFINITY;
    if (first > sequence + 1) return this.#store.changedSince(sequence, maxBatch);
    let end = sequence + 1 - first;
    for (let characters = 0; end < this.#updates.length; end++) {
      characters += this.#updates[end]?.content.length ?? 0;
      if (characters > maxBatch && end > sequence + 1 - first) break;
    }
    return this.#updates.slice(sequence + 1 - first, end);
  }

  #forgetHalf(): void {
    this.#updates = this.#updates.slice(this.#updates.length >> 1);
    this.#characters = this.#updates.reduce((sum, { content }) => sum + content.length, 0);
  }
}
