/**
 * Payments, at most once a key. A key is claimed durably, with a fingerprint of what it is to do,
 * before anything happens; the decision is durable together with the answer; and a key that has an
 * answer is answered with it for ever after. (After Stripe's design of idempotent requests.)
 */
import type { PayRequest__Output } from "../../proto/types/proctor/strife/v1/PayRequest.ts";
import type { PayResponse } from "../../proto/types/proctor/strife/v1/PayResponse.ts";
import type { Host } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import { type Account, parseAccount } from "./account.ts";
import type { Refusal, Transfer } from "./ledger.ts";
import { parseAmount } from "./money.ts";
import type {
  Decision,
  KnownKey,
  OpenPayment,
  Order,
  PaymentRow,
  PaymentStore,
} from "./payment-store.ts";
import { encodeReceipt } from "./protocol.ts";
import type { Parts, TwoPhaseCommit } from "./two-phase-commit.ts";
import { uuidPattern, uuidV7 } from "./uuid-v7.ts";

/** For how long a key is remembered. */
const keyLifetimeMs = 24 * 60 * 60 * 1000;

interface Running {
  readonly fingerprint: string;
  readonly receipt: Promise<Uint8Array>;
}

/** What is noted of a payment for the log. */
export interface Progress {
  readonly transaction: string;
  readonly votes: string;
}

export class Payments {
  readonly #host: Host;
  readonly #store: PaymentStore;
  readonly #commitment: TwoPhaseCommit;
  /** Payments under way in this process, by user and key. */
  readonly #running = new Map<string, Running>();
  /** Transactions that this process has not decided, or whose decision is not durable yet. */
  readonly #undecided = new Set<string>();
  /** Commits that are being brought to their banks. */
  readonly #delivering = new Set<string>();

  constructor(host: Host, store: PaymentStore, commitment: TwoPhaseCommit) {
    this.#host = host;
    this.#store = store;
    this.#commitment = commitment;
  }

  /**
   * Ends what an earlier process of this gateway left open. Before it serves, an attempt that was
   * not decided is aborted for good, so that no late vote can commit it.
   */
  async recover(): Promise<void> {
    this.#finishAll(await this.#store.recover());
  }

  /** Ends what other gateways of the store left open and did not come back to. */
  async takeOver(): Promise<void> {
    this.#finishAll(await this.#store.takeOver());
  }

  /**
   * @throws RpcError INVALID_ARGUMENT or NOT_FOUND on what can't be paid; ALREADY_EXISTS when the
   * key was used with other parameters; ABORTED when nothing happened and it may be tried again
   */
  async pay(
    user: string,
    request: PayRequest__Output,
    report: (progress: Progress) => void,
  ): Promise<PayResponse> {
    const order = checkOrder(user, request);
    for (const account of [order.payer, order.payee]) {
      this.#commitment.checkBank(parseAccount(account).bank);
    }
    const place = JSON.stringify([user, order.key]);
    const fingerprint = fingerprintOf(order);
    const running = this.#running.get(place);
    if (running !== undefined) {
      if (running.fingerprint !== fingerprint) throw otherParameters(order.key);
      return { receipt: Buffer.from(await running.receipt), replayed: true };
    }
    const { promise: receipt, resolve, reject } = Promise.withResolvers<Uint8Array>();
    // Whoever waits hears of a failure; that nobody does is no error.
    receipt.catch(() => {});
    this.#running.set(place, { fingerprint, receipt });
    try {
      const answer = await this.#payOnce(order, fingerprint, report);
      resolve(answer.receipt);
      return { receipt: Buffer.from(answer.receipt), replayed: answer.replayed };
    } catch (error) {
      reject(error);
      throw error;
    } finally {
      this.#running.delete(place);
    }
  }

  /**
   * What is known of transactions, in their order: what nobody knows of was aborted.
   * @param gateway that began them
   * @throws RpcError FAILED_PRECONDITION when its transactions are in another store
   */
  async decisionsOf(gateway: string, transactions: readonly string[]): Promise<Decision[]> {
    if (!(await this.#store.isOf(gateway))) {
      const details = `the payments of ${gateway} are not in this gateway's store`;
      throw new RpcError("FAILED_PRECONDITION", details);
    }
    // Before the store is asked: what is decided meanwhile may be read before it is durable.
    const undecided = transactions.map((transaction) => this.#undecided.has(transaction));
    const decisions = await this.#store.decisions(transactions);
    return decisions.map((decision, place) => (undecided[place] ? "UNDECIDED" : decision));
  }

  list(user: string, limit: number): Promise<PaymentRow[]> {
    return this.#store.list(user, limit);
  }

  keys(): Promise<KnownKey[]> {
    return this.#store.keys();
  }

  /** Forgets keys that are older than 24 hours. */
  expire(): Promise<void> {
    return this.#store.expire(this.#host.clock.wallMs() - keyLifetimeMs);
  }

  async #payOnce(order: Order, fingerprint: string, report: (progress: Progress) => void) {
    const transaction = uuidV7(this.#host);
    this.#undecided.add(transaction);
    try {
      const nowMs = this.#host.clock.wallMs();
      const known = await this.#store.claim({ ...order, fingerprint, transaction, nowMs });
      if (known !== undefined) return replay(known, fingerprint);
      return { receipt: await this.#attempt(order, transaction, report), replayed: false };
    } finally {
      this.#undecided.delete(transaction);
    }
  }

  /** One transaction from its claim to its end. @throws RpcError ABORTED when it did nothing */
  async #attempt(order: Order, transaction: string, report: (progress: Progress) => void) {
    const parts = partsOf(transaction, order);
    const voters = [...parts.keys()];
    const verdict = await this.#commitment.vote(parts);
    if (verdict.decision === "commit") {
      report({ transaction, votes: voters.map((bank) => `${bank} YES`).join(", ") });
      const receipt = this.#receipt(order, transaction, "PAID", "");
      const decided = await this.#store.finish(transaction, "committed", receipt);
      if (!decided) throw this.#overtaken(transaction, voters);
      void this.#deliver(transaction, voters);
      return receipt;
    }
    const isRefusal = "refusal" in verdict && verdict.refusal !== "ALREADY_ABORTED";
    report({
      transaction,
      votes: "refusal" in verdict ? `${verdict.bank} NO ${verdict.refusal}` : verdict.error,
    });
    if (isRefusal) {
      const reason = reasons[verdict.refusal];
      const receipt = this.#receipt(order, transaction, "REFUSED", reason);
      const decided = await this.#store.finish(transaction, "refused", receipt);
      if (!decided) throw this.#overtaken(transaction, voters);
      void this.#commitment.abort(transaction, voters);
      return receipt;
    }
    await this.#store.abandon(transaction);
    void this.#commitment.abort(transaction, voters);
    const why = "error" in verdict ? verdict.error : `${verdict.bank} had aborted it`;
    throw new RpcError("ABORTED", `nothing was paid, and the key may be tried again: ${why}`);
  }

  /** Another gateway took the key for given up, and aborted this attempt before it was decided. */
  #overtaken(transaction: string, voters: readonly string[]): RpcError {
    void this.#commitment.abort(transaction, voters);
    const details = "another gateway took this payment over: try again with its key";
    return new RpcError("UNAVAILABLE", details, { definite: false });
  }

  /** Until all voters have committed, for ever if need be. */
  async #deliver(transaction: string, voters: readonly string[]): Promise<void> {
    if (this.#delivering.has(transaction)) return;
    this.#delivering.add(transaction);
    try {
      await this.#commitment.commit(transaction, voters);
      await this.#store.acknowledge(transaction);
    } catch (error) {
      if (!(error instanceof RpcError)) throw error;
      // Whoever finds it later delivers it again, which changes nothing.
      this.#host.log.warn("not acknowledged", { transaction, error: String(error) });
    } finally {
      this.#delivering.delete(transaction);
    }
  }

  /** Banks may be away for long: this goes on beside all else. */
  #finishAll(open: readonly OpenPayment[]): void {
    for (const { transaction, payer, payee, state } of open) {
      const voters = [...new Set([parseAccount(payer).bank, parseAccount(payee).bank])];
      if (state === "committed") void this.#deliver(transaction, voters);
      else void this.#commitment.abort(transaction, voters);
    }
  }

  #receipt(order: Order, transaction: string, outcome: "PAID" | "REFUSED", reason: string) {
    const { key, payer, payee, amount } = order;
    const decidedAtMs = this.#host.clock.wallMs();
    return encodeReceipt({ key, transaction, payer, payee, amount, outcome, reason, decidedAtMs });
  }
}

const reasons: Readonly<Record<Refusal, string>> = {
  NONE: "refused",
  NO_FUNDS: "there is not enough money in the account",
  NO_ACCOUNT: "there is no such account",
  TOO_MUCH: "the payee's account can't take so much",
  ALREADY_ABORTED: "aborted before",
};

/** @throws RpcError INVALID_ARGUMENT */
function checkOrder(user: string, { key, payer, payee, amount }: PayRequest__Output): Order {
  if (!uuidPattern.test(key)) {
    throw new RpcError("INVALID_ARGUMENT", "a key must be a UUID of version 7 in lower case");
  }
  parseAccount(payer);
  parseAccount(payee);
  if (payer === payee)
    throw new RpcError("INVALID_ARGUMENT", "nobody pays from and to one account");
  return { user, key, payer, payee, amount: parseAmount(amount) };
}

/** Of the parameters, so that a key can't be used for something else. */
function fingerprintOf({ payer, payee, amount }: Order): string {
  const hash = new Bun.CryptoHasher("sha256");
  return hash.update(JSON.stringify([payer, payee, amount])).digest("base64");
}

function otherParameters(key: string): RpcError {
  return new RpcError("ALREADY_EXISTS", `the key ${key} was used with other parameters`);
}

function replay(known: PaymentRow, fingerprint: string) {
  if (known.fingerprint !== fingerprint) throw otherParameters(known.key);
  if (known.receipt === null) {
    throw new RpcError("UNAVAILABLE", "another gateway is at this payment: try again");
  }
  return { receipt: known.receipt, replayed: true };
}

/** What each bank has to do: one part where it holds both accounts. */
function partsOf(transaction: string, { payer, payee, amount }: Order): Parts {
  const from: Account = parseAccount(payer);
  const to: Account = parseAccount(payee);
  const parts = new Map<string, Transfer>();
  const common = { transaction, amount };
  if (from.bank === to.bank) {
    return parts.set(from.bank, { ...common, debit: from.number, credit: to.number });
  }
  parts.set(from.bank, { ...common, debit: from.number, credit: "" });
  return parts.set(to.bank, { ...common, debit: "", credit: to.number });
}
