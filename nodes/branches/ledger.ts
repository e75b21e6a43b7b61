/**
 * The account as one branch knows it: which updates are applied, what they come to, and what each
 * request was answered. Updates of one origin are applied in their order, each once, and none
 * before what it comes after.
 */
import type { Clock } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import type { Book } from "./book.ts";
import type { Update } from "./update.ts";
import { missing, toVersions, type Version } from "./versions.ts";

/** What a customer wants. */
export interface Order {
  readonly withdraw: boolean;
  readonly money: bigint;
  readonly request: string;
  readonly number: number;
}

/** What a request came to; without a write it was refused: the money was not there. */
export interface Outcome {
  readonly write: Version | undefined;
}

interface Waiting {
  readonly wanted: readonly Version[];
  readonly resolve: () => void;
}

/** The balance is an int64 on the wire. */
const largestBalance = 2n ** 63n - 1n;

export class Ledger {
  readonly id: number;
  readonly #book: Book;
  readonly #clock: Clock;
  readonly #applied = new Map<number, number>();
  /** Those that began here, by their numbers less 1: what peers may still lack. */
  readonly #own: Update[] = [];
  readonly #outcomes = new Map<string, Outcome>();
  #balance = 0n;
  #waiting: Waiting[] = [];

  /** @throws RpcError when the book is another branch's, or began with another balance */
  constructor(id: number, opening: bigint, book: Book, clock: Clock) {
    this.id = id;
    this.#book = book;
    this.#clock = clock;
    const [first] = book.records;
    if (first === undefined) book.write({ kind: "opening", branch: id, balance: opening });
    else if (first.kind !== "opening" || first.branch !== id || first.balance !== opening) {
      const told = JSON.stringify(first, (_, value) =>
        typeof value === "bigint" ? `${value}` : value,
      );
      throw new RpcError(
        "FAILED_PRECONDITION",
        `this directory holds another book: it begins with ${told}`,
      );
    }
    this.#balance = opening;
    for (const record of book.records) {
      if (record.kind === "update") this.#enter(record.update);
      if (record.kind === "refusal") this.#outcomes.set(record.request, { write: undefined });
    }
  }

  get balance(): bigint {
    return this.#balance;
  }

  /** All updates that the balance is made of. */
  get versions(): Version[] {
    return toVersions(this.#applied);
  }

  /** Of one origin, all up to here. */
  applied(origin: number): number {
    return this.#applied.get(origin) ?? 0;
  }

  /** The next of the updates that began here. */
  after(sequence: number, atMost: number): readonly Update[] {
    return this.#own.slice(sequence, sequence + atMost);
  }

  /**
   * Decides an order here and now. A request that was decided before has the same outcome again;
   * a refusal too, or a late copy of a refused withdrawal could still take the money.
   * @throws RpcError when the balance would not fit an int64
   */
  execute(order: Order): Outcome {
    const { withdraw, money, request, number } = order;
    const known = this.#outcomes.get(request);
    if (known !== undefined) return known;
    if (withdraw && money > this.#balance) {
      this.#book.write({ kind: "refusal", request });
      const refused = { write: undefined };
      this.#outcomes.set(request, refused);
      return refused;
    }
    if (!withdraw && money > largestBalance - this.#balance) {
      throw new RpcError("OUT_OF_RANGE", `the balance can't exceed ${largestBalance}`);
    }
    const sequence = this.#own.length + 1;
    const after = this.versions.filter(({ branch }) => branch !== this.id);
    this.#apply({ origin: this.id, sequence, withdraw, money, request, number, after });
    return { write: { branch: this.id, sequence } };
  }

  /** Applies an update of another origin, unless it has been. Its predecessors must have been. */
  applyPropagated(update: Update): void {
    if (update.sequence > this.applied(update.origin)) this.#apply(update);
  }

  /** Those of the wanted versions that are not applied yet. */
  lacks(wanted: readonly Version[]): Version[] {
    return missing(this.#applied, wanted);
  }

  /** Resolves when all that is wanted is applied: true, or false when that takes too long. */
  async untilApplied(wanted: readonly Version[], timeoutMs: number): Promise<boolean> {
    if (this.lacks(wanted).length === 0) return true;
    const { promise, resolve } = Promise.withResolvers<void>();
    const entry: Waiting = { wanted, resolve };
    this.#waiting.push(entry);
    const limit = new AbortController();
    const late = this.#clock.sleep(Math.max(timeoutMs, 0), limit.signal).catch(() => {});
    await Promise.race([promise, late]);
    limit.abort();
    this.#waiting = this.#waiting.filter((other) => other !== entry);
    return this.lacks(wanted).length === 0;
  }

  #apply(update: Update): void {
    // An update is durable where it began, before any other branch hears of it.
    if (update.origin === this.id) this.#book.write({ kind: "update", update });
    else this.#book.note({ kind: "update", update });
    this.#enter(update);
    for (const { wanted, resolve } of this.#waiting) if (this.lacks(wanted).length === 0) resolve();
  }

  #enter(update: Update): void {
    const { origin, sequence, withdraw, money, request } = update;
    const applied = this.applied(origin);
    if (sequence !== applied + 1 || this.lacks(update.after).length > 0) {
      throw new Error(`update ${sequence} of branch ${origin} is applied after ${applied}`);
    }
    this.#balance += withdraw ? -money : money;
    this.#applied.set(origin, sequence);
    this.#outcomes.set(request, { write: { branch: origin, sequence } });
    if (origin === this.id) this.#own.push(update);
  }
}
