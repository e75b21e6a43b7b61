/**
 * The backup's side of replication: applies the primary's updates in their order and never twice,
 * and serves clients from the moment the primary says that it has caught up.
 */
import { Mutex } from "../host/mutex.ts";
import { RpcError } from "../host/rpc-error.ts";
import type { RequestOf } from "../host/service.ts";
import { historyFact } from "./facts.ts";
import { toObject } from "./objects.ts";
import type { Backup as BackupService } from "./protocol.ts";
import type { FileObject, FileStore } from "./store.ts";

type ReplicateRequest = RequestOf<typeof BackupService, "replicate">;

export class Backup {
  readonly #store: FileStore;
  readonly #incarnation: () => number;
  readonly #turns = new Mutex();
  #servingAs: number | undefined;
  /** Of the newest primary that has sent anything. */
  #primary = 0;
  #onServing: () => void = () => {};

  /** @param incarnation which this replica has registered under last */
  constructor(store: FileStore, incarnation: () => number) {
    this.#store = store;
    this.#incarnation = incarnation;
  }

  /** Whether the primary has said so since this replica registered last. */
  get serving(): boolean {
    return this.#servingAs === this.#incarnation();
  }

  /** Resolves when the primary says that this backup has caught up. */
  untilServing(): Promise<void> {
    if (this.serving) return Promise.resolve();
    return new Promise((resolve) => {
      this.#onServing = resolve;
    });
  }

  /** Takes one batch after the other, also when a sender that timed out sends again. */
  replicate(request: ReplicateRequest): Promise<{ applied: number; serving: boolean }> {
    return this.#turns.run(() => this.#replicate(request));
  }

  async #replicate(request: ReplicateRequest) {
    const incarnation = Number(request.incarnation);
    if (incarnation !== this.#incarnation()) {
      const details = `meant for incarnation ${incarnation}, this is ${this.#incarnation()}`;
      throw new RpcError("FAILED_PRECONDITION", details);
    }
    const primary = Number(request.primary);
    if (primary < this.#primary) {
      // What it says of serving is out of date: the one that was started since may not wait for us.
      const details = `from incarnation ${primary} of the primary, ${this.#primary} is known`;
      throw new RpcError("FAILED_PRECONDITION", details);
    }
    this.#primary = primary;
    await this.#join(request.history);
    // A gap: the answer tells the primary from where to send.
    const gap = Number(request.previous) > this.#store.lastSequence;
    if (!gap) {
      const missing = request.objects.map(toObject).filter((object) => this.#isNew(object));
      if (missing.length > 0) await this.#store.apply(missing);
      if (request.serve) this.#serveAs(incarnation);
    }
    return { applied: this.#store.lastSequence, serving: this.serving };
  }

  #isNew(object: FileObject): boolean {
    return object.sequence > this.#store.lastSequence;
  }

  #serveAs(incarnation: number): void {
    this.#servingAs = incarnation;
    this.#onServing();
  }

  /** An empty backup takes up the primary's history; one with another history must not mix. */
  async #join(history: string): Promise<void> {
    const own = this.#store.fact(historyFact);
    if (own === history) return;
    if (own !== undefined || this.#store.newestVersion !== "") {
      const details = `this directory is of history ${own ?? "none"}, the primary's is ${history}`;
      throw new RpcError("FAILED_PRECONDITION", details);
    }
    await this.#store.setFact(historyFact, history);
  }
}
