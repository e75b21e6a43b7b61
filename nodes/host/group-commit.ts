/**
 * Group commit: while one batch is being synced, sent or replicated, the next one fills up, and
 * one call or one sync carries all that waited. Nothing waits for a timer to fill a batch.
 * (DeWitt et al. 1984, "Implementation techniques for main memory database systems", section 5.2.)
 */
import { RpcError } from "./rpc-error.ts";

export interface GroupCommitOptions<Item, Result> {
  /** Does the work of one batch; results in the order of the items. */
  readonly process: (items: readonly Item[]) => Promise<readonly Result[]>;
  /** Batches under way at once. More than one only where their order does not matter. */
  readonly concurrency?: number;
  /** Items of one batch at the most. */
  readonly maxItems?: number;
  /** Sum of the sizes of one batch at the most, though one item always fits. */
  readonly maxBytes?: number;
  readonly bytesOf?: (item: Item) => number;
  /** Items that may wait; one more is refused with RESOURCE_EXHAUSTED. */
  readonly maxWaiting?: number;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

export class GroupCommit<Item, Result> {
  readonly #options: Required<GroupCommitOptions<Item, Result>>;
  #waiting: Waiting<Item, Result>[] = [];
  #running = 0;

  constructor(options: GroupCommitOptions<Item, Result>) {
    const defaults = {
      concurrency: 1,
      maxItems: 1_000,
      maxBytes: 4 * 1024 * 1024,
      bytesOf: () => 0,
      maxWaiting: 100_000,
    };
    this.#options = { ...defaults, ...options };
  }

  /** Resolves with the item's own result when its batch is done; rejects when the batch failed. */
  submit(item: Item): Promise<Result> {
    if (this.#waiting.length >= this.#options.maxWaiting) {
      const details = `${this.#waiting.length} requests wait already: try again later`;
      return Promise.reject(new RpcError("RESOURCE_EXHAUSTED", details));
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      if (this.#running < this.#options.concurrency) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#running += 1;
    while (this.#waiting.length > 0) {
      const batch = this.#take();
      try {
        const results = await this.#options.process(batch.map(({ item }) => item));
        if (results.length !== batch.length) {
          throw new Error(`${batch.length} items were answered by ${results.length} results`);
        }
        for (const [index, { resolve }] of batch.entries()) resolve(results[index] as Result);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#running -= 1;
  }

  #take(): Waiting<Item, Result>[] {
    const { maxItems, maxBytes, bytesOf } = this.#options;
    let bytes = 0;
    let count = 0;
    for (const { item } of this.#waiting) {
      bytes += bytesOf(item);
      if (count > 0 && (count === maxItems || bytes > maxBytes)) break;
      count += 1;
    }
    return this.#waiting.splice(0, count);
  }
}
