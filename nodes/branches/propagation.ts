/**
 * Brings the updates that began here to all other branches, directly: what a branch is told it
 * passes on to nobody.
 */
import { RpcError } from "../host/rpc-error.ts";
import type { Member } from "./members.ts";
import { type LinkSource, PeerLink, type PeerLinkOptions } from "./peer-link.ts";

export type PropagationOptions = Pick<PeerLinkOptions, "timeoutMs" | "delayMs" | "batchSize"> & {
  /** How long an update waits for the other branches before its outcome counts as unknown. */
  readonly patienceMs: number;
};

interface Waiting {
  readonly sequence: number;
  readonly resolve: () => void;
}

export class Propagation {
  readonly #source: LinkSource;
  readonly #options: PropagationOptions;
  readonly #links = new Map<number, PeerLink>();
  #waiting: Waiting[] = [];

  constructor(source: LinkSource, options: PropagationOptions) {
    this.#source = source;
    this.#options = options;
  }

  /** Sends to this branch from now on. */
  open({ id, address }: Member): PeerLink {
    const known = this.#links.get(id);
    if (known?.address === address) return known;
    known?.stop();
    const { timeoutMs, delayMs, batchSize } = this.#options;
    const onProgress = () => this.#settle();
    const limits = { timeoutMs, delayMs, batchSize, onProgress };
    const link = new PeerLink(this.#source, { peer: id, address, ...limits });
    this.#links.set(id, link);
    return link;
  }

  /** An update was applied here. */
  wake(): void {
    for (const link of this.#links.values()) link.wake();
  }

  /**
   * Resolves when the update with this number has reached all branches that are up.
   * @throws RpcError DEADLINE_EXCEEDED, indefinite, when that takes too long
   */
  async reached(sequence: number): Promise<void> {
    if (this.#lacking(sequence).length === 0) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const entry: Waiting = { sequence, resolve };
    this.#waiting.push(entry);
    const { patienceMs } = this.#options;
    const limit = new AbortController();
    const late = this.#source.host.clock.sleep(patienceMs, limit.signal).catch(() => {});
    await Promise.race([promise, late]);
    limit.abort();
    this.#waiting = this.#waiting.filter((other) => other !== entry);
    const lacking = this.#lacking(sequence);
    if (lacking.length === 0) return;
    const details = `no answer from branch ${lacking.join(", ")} within ${patienceMs} ms`;
    throw new RpcError("DEADLINE_EXCEEDED", details);
  }

  stop(): void {
    for (const link of this.#links.values()) link.stop();
  }

  #lacking(sequence: number): number[] {
    return [...this.#links].filter(([, link]) => !link.has(sequence)).map(([id]) => id);
  }

  #settle(): void {
    if (this.#waiting.length === 0) return;
    for (const { sequence, resolve } of this.#waiting) {
      if (this.#lacking(sequence).length === 0) resolve();
    }
  }
}
