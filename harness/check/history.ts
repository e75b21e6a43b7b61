/**
 * A history: what clients asked and what they were told, as a list of events in the order of one
 * monotonic clock. The form is Jepsen's: an operation is an `invoke` and, later, by the same
 * process, its completion.
 */
export interface Event {
  /** Milliseconds (fractional) on the one monotonic clock of the recorder. */
  readonly time: number;
  /** The sequential client that did it. After an `info` a client goes on under a new name. */
  readonly process: string;
  /**
   * `ok`: it happened, and `value` is what it answered, refusals by rule included.
   * `fail`: it certainly did not happen. `info`: it may or may not happen, now or later.
   */
  readonly type: "invoke" | "ok" | "fail" | "info";
  /** The name of the operation, such as `write`. */
  readonly f: string;
  /** What it was about: a key or a uuid; null for operations on everything. */
  readonly key: string | null;
  /** Argument on `invoke`, answer on `ok`, the reason on `fail` and `info`. */
  readonly value: unknown;
  /** The node that was asked; absent when it was several or unknown. */
  readonly node?: string;
}
