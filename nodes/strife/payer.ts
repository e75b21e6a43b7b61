/**
 * One user's end: makes keys, queues payments durably before it sends them, sends them in order for
 * each account, and again until it knows how they ended. A payment that was refused for good leaves
 * the queue with the reason; one of which nothing is known stays.
 */
import type { Host } from "../host/host.ts";
import { Mutex } from "../host/mutex.ts";
import { RpcError, type StatusName } from "../host/rpc-error.ts";
import type { Client } from "../host/service.ts";
import { attemptKey, clientCallLog } from "./call-log.ts";
import { parseAmount } from "./money.ts";
import { PaymentQueue, type QueuedPayment, type Settlement } from "./payment-queue.ts";
import { decodeReceipt, Gateway } from "./protocol.ts";
import { uuidV7 } from "./uuid-v7.ts";

export interface PayerOptions {
  readonly gateway: string;
  /** How long an attempt may take. */
  readonly attemptTimeoutMs: number;
  /** Between attempts while the gateway can't be reached; the first is a sixteenth of it. */
  readonly probeMs: number;
  /** Told of each payment's end, once. */
  readonly onSettled: (payment: QueuedPayment) => void;
  /** Told when the gateway does not take the session any more: the password is needed again. */
  readonly onSessionEnd?: () => void;
}

/** Codes that say for good that this payment, as it is, will not be made. */
const finalCodes: ReadonlySet<StatusName> = new Set([
  "INVALID_ARGUMENT",
  "NOT_FOUND",
  "ALREADY_EXISTS",
  "PERMISSION_DENIED",
]);

/** Before the gateway forgets the key: what waits longer is not sent any more. */
const longestWaitMs = 23 * 60 * 60 * 1000;

/** Clients that waited for the gateway don't all call in the moment in which it is back. */
const spreadMs = 500;

const sessionFile = "session";

export class Payer {
  readonly #host: Host;
  readonly #options: PayerOptions;
  readonly #queue: PaymentQueue;
  readonly #gateway: Client<typeof Gateway>;
  /** One payment at a time from each account, so that they keep their order. */
  readonly #order = new Map<string, Mutex>();
  readonly #attempts = new Map<string, number>();
  readonly #telling = new Mutex();
  #token: string;
  #lastKey: string | undefined;
  #failures = 0;
  #closed = false;

  private constructor(host: Host, options: PayerOptions, queue: PaymentQueue, token: string) {
    this.#host = host;
    this.#options = options;
    this.#queue = queue;
    this.#gateway = host.connect(Gateway, options.gateway, [clientCallLog(host)]);
    this.#token = token;
    this.#lastKey = queue.lastKey();
  }

  static async open(host: Host, options: PayerOptions): Promise<Payer> {
    const queue = await PaymentQueue.open(host);
    const token = await host.disk.read(sessionFile);
    return new Payer(host, options, queue, Buffer.from(token ?? []).toString());
  }

  /** Typed calls of the gateway, for all that is not a payment; `options` carries the session. */
  get gateway(): Client<typeof Gateway> {
    return this.#gateway;
  }

  get options() {
    return {
      timeoutMs: this.#options.attemptTimeoutMs,
      metadata: { authorization: `Bearer ${this.#token}` },
    };
  }

  get waiting(): readonly QueuedPayment[] {
    return this.#queue.waiting();
  }

  /** Whether payments wait for a password: there is no session, or it has ended. */
  get needsLogIn(): boolean {
    return this.#token === "";
  }

  async logIn(user: string, password: string): Promise<void> {
    const { timeoutMs } = this.options;
    const { token } = await this.#gateway.logIn({ user, password }, { timeoutMs });
    this.#token = token;
    await this.#host.disk.replace(sessionFile, Buffer.from(token));
  }

  async logOut(): Promise<void> {
    await this.#gateway.logOut({}, this.options);
    await this.#forgetSession();
  }

  /**
   * Queues a payment durably and tries to send it, after those of the same account before it.
   * @returns how it ended, or that it waits
   * @throws RpcError INVALID_ARGUMENT on an amount that nobody can pay; it is not queued
   */
  async pay(payer: string, payee: string, amount: string): Promise<QueuedPayment> {
    const key = uuidV7(this.#host, this.#lastKey);
    this.#lastKey = key;
    const queuedAtMs = this.#host.clock.wallMs();
    const payment = { key, payer, payee, amount: parseAmount(amount), queuedAtMs };
    await this.#queue.add(payment);
    const settled = await this.#send(payer, key);
    return { ...payment, ...(settled ?? { state: "waiting", reason: "" }) };
  }

  /** Sends all that waits, one account beside the other. @returns whether nothing waits any more */
  async sendAll(): Promise<boolean> {
    await this.#tell();
    const payers = new Set(this.#queue.waiting().map(({ payer }) => payer));
    await Promise.all([...payers].map((payer) => this.#send(payer)));
    if (this.#closed) return false;
    return this.#queue.waiting().length === 0;
  }

  /** Sends what waits again and again, until closed: how a client comes back from being offline. */
  async keepSending(): Promise<void> {
    const { clock, random } = this.#host;
    while (!this.#closed) {
      const isDone = this.needsLogIn || (await this.sendAll());
      this.#failures = isDone ? 0 : Math.min(this.#failures + 1, 5);
      const longestMs = isDone ? this.#options.probeMs : this.#backOffMs();
      const pauseMs = longestMs * (0.5 + random.number() / 2);
      if (isDone) await clock.sleep(pauseMs);
      else await this.#awaitGateway(pauseMs);
    }
  }

  /** Until the connection is back, and at the longest for the pause: connections may deceive. */
  async #awaitGateway(pauseMs: number): Promise<void> {
    const { clock, random } = this.#host;
    const { gateway } = this.#options;
    // A gateway that is there and could not pay is not helped by being asked at once.
    if (await this.#host.reach(gateway, 0)) await clock.sleep(pauseMs);
    else if (await this.#host.reach(gateway, pauseMs)) {
      await clock.sleep(Math.min(pauseMs, spreadMs) * random.number());
    }
  }

  close(): void {
    this.#closed = true;
    this.#queue.close();
  }

  #backOffMs(): number {
    return (this.#options.probeMs * 2 ** this.#failures) / 32;
  }

  /**
   * Sends from one account until nothing waits or something can't be sent.
   * @returns how the payment with this key ended, if it did
   */
  async #send(payer: string, key?: string): Promise<Settlement | undefined> {
    const order = this.#order.get(payer) ?? new Mutex();
    this.#order.set(payer, order);
    let found: Settlement | undefined;
    await order.run(async () => {
      for (;;) {
        const payment = this.#closed ? undefined : this.#queue.next(payer);
        if (payment === undefined) return;
        const settlement = await this.#attempt(payment);
        if (settlement === undefined || this.#closed) return;
        await this.#queue.settle(payment.key, settlement);
        this.#attempts.delete(payment.key);
        if (payment.key === key) found = settlement;
      }
    });
    await this.#tell();
    return found;
  }

  /** @returns undefined when nothing is known of it, or nothing has happened yet */
  async #attempt(payment: QueuedPayment): Promise<Settlement | undefined> {
    const { key, payer, payee, amount, queuedAtMs } = payment;
    if (this.#host.clock.wallMs() - queuedAtMs > longestWaitMs) {
      return {
        state: "refused",
        reason: "it waited too long; the history tells whether it was made",
      };
    }
    if (this.needsLogIn) return undefined;
    const attempt = (this.#attempts.get(key) ?? 0) + 1;
    this.#attempts.set(key, attempt);
    const { metadata, timeoutMs } = this.options;
    try {
      const response = await this.#gateway.pay(
        { key, payer, payee, amount },
        { timeoutMs, metadata: { ...metadata, [attemptKey]: `${attempt}` } },
      );
      const { outcome, reason } = decodeReceipt(response.receipt);
      return { state: outcome === "PAID" ? "paid" : "refused", reason };
    } catch (error) {
      if (!(error instanceof RpcError)) throw error;
      const { code, details } = error;
      if (code === "UNAUTHENTICATED") {
        await this.#forgetSession();
        this.#options.onSessionEnd?.();
      }
      return finalCodes.has(code) ? { state: "refused", reason: details } : undefined;
    }
  }

  async #forgetSession(): Promise<void> {
    this.#token = "";
    await this.#host.disk.replace(sessionFile, new Uint8Array());
  }

  /** Marked after it was told: whoever is killed in between is told again, never not at all. */
  #tell(): Promise<void> {
    return this.#telling.run(async () => {
      if (this.#closed) return;
      for (const payment of this.#queue.untold()) {
        if (this.#closed) return;
        this.#options.onSettled(payment);
        await this.#queue.markTold(payment.key);
      }
    });
  }
}
