/**
 * What one branch sends to another: the updates that began here, in their order, each batch after
 * the last was acknowledged, for as long as it takes. Nothing is lost by a message that is lost.
 */
import type { Host } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import type { Client } from "../host/service.ts";
import type { Book } from "./book.ts";
import type { Lamport, Message } from "./lamport.ts";
import type { Ledger } from "./ledger.ts";
import { Peer } from "./protocol.ts";
import { type Update, writeUpdate } from "./update.ts";

export interface PeerLinkOptions {
  readonly peer: number;
  readonly address: string;
  /** Of one call; what is lost is sent again after it. */
  readonly timeoutMs: number;
  /** An update is held back for so long; 0 but to show what sessions are for. */
  readonly delayMs: number;
  /** Updates of one batch. */
  readonly batchSize: number;
  /** Called when `acknowledged` or `down` has changed. */
  readonly onProgress: () => void;
}

/** What all links of one branch share. */
export interface LinkSource {
  readonly host: Host;
  readonly book: Book;
  readonly ledger: Ledger;
  readonly lamport: Lamport;
}

/** Between attempts at a branch that nobody answers for. */
const retryMs = 50;
/**
 * A connection that was refused is tried again after half a second at the most; until then calls
 * fail with the old refusal, although the branch may have started meanwhile.
 */
const oldRefusalMs = 1_000;

export class PeerLink {
  readonly #source: LinkSource;
  readonly #options: PeerLinkOptions;
  readonly #peer: Client<typeof Peer>;
  /** Undefined until the peer has said how far it is. */
  #acknowledged: number | undefined;
  #down = false;
  /** Counts the peer's joins: what was heard from before the last one is out of date. */
  #joins = 0;
  #joinedAtMs = Number.NEGATIVE_INFINITY;
  #stopped = false;
  #wake: () => void = () => {};

  constructor(source: LinkSource, options: PeerLinkOptions) {
    this.#source = source;
    this.#options = options;
    this.#peer = source.host.connect(Peer, options.address);
    void this.#run();
  }

  get address(): string {
    return this.#options.address;
  }

  /** Whether an update need not be waited for: the peer has it, or no process is there. */
  has(sequence: number): boolean {
    return this.#down || (this.#acknowledged ?? -1) >= sequence;
  }

  /** The peer has started: from now on updates wait for it. It may have lost what it had. */
  joined(): void {
    this.#joins += 1;
    this.#joinedAtMs = this.#source.host.clock.monotonicMs();
    this.#down = false;
    this.#acknowledged = undefined;
    this.wake();
  }

  /** There is something new to send. */
  wake(): void {
    this.#wake();
  }

  stop(): void {
    this.#stopped = true;
    this.#wake();
  }

  async #run(): Promise<void> {
    const { ledger, host } = this.#source;
    while (!this.#stopped) {
      const acknowledged = this.#acknowledged;
      if (acknowledged !== undefined && ledger.applied(ledger.id) <= acknowledged) {
        await this.#somethingNew();
        continue;
      }
      const joins = this.#joins;
      try {
        const applied = await this.#sendAfter(acknowledged);
        if (joins === this.#joins) this.#progress(applied);
      } catch (error) {
        if (!(error instanceof RpcError)) throw error;
        const joinedForMs = host.clock.monotonicMs() - this.#joinedAtMs;
        if (nobodyIsThere(error) && joinedForMs > oldRefusalMs) this.#nobodyAnswers();
        await host.clock.sleep(retryMs);
      }
    }
  }

  /** @returns up to where the peer has applied the updates that began here */
  async #sendAfter(acknowledged: number | undefined): Promise<number> {
    if (acknowledged === undefined) return this.#send([], "propagate_Deposit");
    const { ledger, book, host } = this.#source;
    const { batchSize, delayMs } = this.#options;
    if (delayMs > 0) await host.clock.sleep(delayMs);
    if (this.#stopped) return acknowledged;
    const updates = ledger.after(acknowledged, batchSize);
    // What a crash could still take back must not be known elsewhere.
    await book.durable();
    const deposits = updates.filter(({ withdraw }) => !withdraw);
    const withdrawals = updates.filter(({ withdraw }) => withdraw);
    // The peer puts the two into one order by their numbers.
    const answers = await Promise.all([
      ...(deposits.length > 0 ? [this.#send(deposits, "propagate_Deposit")] : []),
      ...(withdrawals.length > 0 ? [this.#send(withdrawals, "propagate_Withdraw")] : []),
    ]);
    return Math.max(...answers);
  }

  async #send(
    updates: readonly Update[],
    method: "propagate_Deposit" | "propagate_Withdraw",
  ): Promise<number> {
    const { ledger, lamport, book } = this.#source;
    const { peer, timeoutMs } = this.#options;
    const stamps = updates.map((update) => lamport.send(propagation(update, `branch ${peer}`)));
    await book.durable();
    const clock = stamps.at(-1) ?? 0;
    const request = { origin: ledger.id, updates: updates.map(writeUpdate), clock };
    const answer = await this.#peer[method](request, { timeoutMs });
    for (const update of updates) {
      const message = { ...propagation(update, `branch ${peer}`), kind: "acknowledge" } as const;
      lamport.receive(message, Number(answer.clock));
    }
    return Number(answer.applied);
  }

  #progress(applied: number): void {
    const { ledger, host } = this.#source;
    const begun = ledger.applied(ledger.id);
    if (applied > begun) {
      // This branch's directory was lost: it would give numbers again, and the peer ignore them.
      // Nothing that waits for this peer is confirmed any more.
      host.log.error("a branch holds more updates than began here", {
        branch: this.#options.peer,
        applied,
        begun,
      });
      this.#stopped = true;
      return;
    }
    this.#down = false;
    this.#acknowledged = Math.max(applied, this.#acknowledged ?? 0);
    this.#options.onProgress();
  }

  #nobodyAnswers(): void {
    if (!this.#down) this.#source.host.log.warn("a branch is down", { branch: this.#options.peer });
    this.#down = true;
    this.#options.onProgress();
  }

  #somethingNew(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}

/** The message of one update between branches. */
export function propagation(update: Update, peer: string): Message {
  const { withdraw, request, number } = update;
  return {
    kind: "propagate",
    operation: withdraw ? "withdraw" : "deposit",
    peer,
    request,
    number,
  };
}

/**
 * The connection was refused: no process listens there, so none can answer customers with what it
 * lacks. Nothing else proves that, not even a call that certainly was not sent: a branch that is
 * stopped for a while loses its connections too, and goes on with what it had.
 */
export function nobodyIsThere(error: RpcError): boolean {
  return error.definite && /\bECONNREFUSED\b|^connection refused/.test(error.details);
}
