/**
 * What a gateway must not forget of payments: that a key was claimed and by which parameters, what
 * was decided, and what was answered. `sqlite-payments.ts` keeps it for one gateway.
 */

/** What a payment is to do; the same for every attempt under one key. */
export interface Order {
  readonly user: string;
  readonly key: string;
  readonly payer: string;
  readonly payee: string;
  readonly amount: number;
}

/**
 * - `claimed`: an attempt is under way, or its gateway died
 * - `committed`, `refused`: final, with the receipt that is given again
 * - `aborted`: this attempt did nothing, and the key may be tried again
 */
export type PaymentState = "claimed" | "committed" | "refused" | "aborted";

export interface PaymentRow extends Order {
  readonly fingerprint: string;
  /** Of the last attempt. */
  readonly transaction: string;
  readonly state: PaymentState;
  readonly receipt: Uint8Array | null;
  readonly attempts: number;
  readonly createdAtMs: number;
}

export interface KnownKey extends Pick<PaymentRow, "user" | "key" | "transaction"> {
  /** `committing`: committed, and not acknowledged by all voters. */
  readonly state: PaymentState | "committing";
}

/** An attempt that must be brought to its end after a restart. */
export type OpenPayment = Pick<PaymentRow, "transaction" | "payer" | "payee" | "state">;

export interface PaymentStore {
  /**
   * Claims the key for a transaction, durably, unless it has been claimed or is final. The claim of
   * an aborted attempt is given to the new one.
   * @returns undefined when it is claimed now, else what is known of it
   */
  claim(claim: Claim): Promise<PaymentRow | undefined>;
  /** The attempt came to nothing, durably. */
  abandon(transaction: string): Promise<void>;
  /** The decision together with what is answered, durably. */
  finish(transaction: string, state: "committed" | "refused", receipt: Uint8Array): Promise<void>;
  /** All voters have committed. */
  acknowledge(transaction: string): Promise<void>;
  /** Whether the commit of this transaction is durable. */
  isCommitted(transaction: string): boolean;
  /** Claimed, or committed and not acknowledged. */
  open(): OpenPayment[];
  /** Of one user, the newest first. */
  list(user: string, limit: number): PaymentRow[];
  /** Of all users. */
  keys(): KnownKey[];
  /** Lets keys of finished payments that are older be used anew; the payments stay. */
  expire(beforeMs: number): Promise<void>;
}

export interface Claim extends Order {
  readonly fingerprint: string;
  readonly transaction: string;
  readonly nowMs: number;
}
