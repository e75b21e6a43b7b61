/**
 * What a gateway must not forget of payments: that a key was claimed and by which parameters, what
 * was decided, and what was answered. `sqlite-payments.ts` keeps it for one gateway,
 * `postgres-payments.ts` for several.
 *
 * A claimed row is the register of its transaction's decision: it leaves `claimed` once, by the
 * first who decides, whichever gateway that is. So gateways need no lock on one another.
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

/** A decision that may not have reached all its banks. */
export interface OpenPayment extends Pick<PaymentRow, "transaction" | "payer" | "payee"> {
  readonly state: "committed" | "aborted";
}

export type Decision = "UNDECIDED" | "COMMIT" | "ABORT";

/** Every promise resolves when what it tells is durable. */
export interface PaymentStore {
  /**
   * Claims the key for a transaction unless it has been claimed or is final. The claim of an
   * aborted attempt is given to the new one.
   * @returns undefined when it is claimed now, else what is known of it
   */
  claim(claim: Claim): Promise<PaymentRow | undefined>;
  /** The attempt came to nothing, unless it was decided before. */
  abandon(transaction: string): Promise<void>;
  /**
   * The decision together with what is answered.
   * @returns false when another gateway has aborted the attempt before
   */
  finish(
    transaction: string,
    state: "committed" | "refused",
    receipt: Uint8Array,
  ): Promise<boolean>;
  /** All voters have committed. */
  acknowledge(transaction: string): Promise<void>;
  /** What has been decided of each, in their order: what nobody knows of was aborted. */
  decisions(transactions: readonly string[]): Promise<Decision[]>;
  /**
   * Takes over what an earlier process of this gateway left open; claims are aborted by that.
   * @returns what is to be brought to the banks
   */
  recover(): Promise<OpenPayment[]>;
  /** As `recover`, of gateways that have not come back in time. */
  takeOver(): Promise<OpenPayment[]>;
  /**
   * Tells where this gateway answers banks in doubt.
   * @returns the addresses of all gateways of this store, this one first
   */
  announce(address: string): Promise<readonly string[]>;
  /** Whether this store is, or was, that gateway's. */
  isOf(gateway: string): Promise<boolean>;
  /** Of one user, the newest first. */
  list(user: string, limit: number): Promise<PaymentRow[]>;
  /** Of all users. */
  keys(): Promise<KnownKey[]>;
  /** Lets keys of finished payments that are older be used anew; the payments stay. */
  expire(beforeMs: number): Promise<void>;
}

export interface Claim extends Order {
  readonly fingerprint: string;
  readonly transaction: string;
  readonly nowMs: number;
}
