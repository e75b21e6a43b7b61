/** What a proxy knows of a call, and what it asks whoever decides about faults. */

/** A call that has reached a proxy with its whole request. One object a call. */
export interface ProxiedCall {
  /** Such as `Replicate`. */
  readonly method: string;
  /** The caller's id as the call says, or `unknown`. */
  readonly from: string;
  /** The id of the node that is called. */
  readonly to: string;
}

/**
 * What can befall one call:
 * - `delay`: the request arrives later;
 * - `lose-request`: it never arrives, and the caller hears nothing;
 * - `lose-reply`: the node executes it, and the caller hears nothing;
 * - `duplicate`: the node is sent it twice, the copy `delayMs` later, and the answer to the first
 *   one counts;
 * - `cut`: the caller's connection breaks when the request has been passed on.
 */
export const callFaultKinds = ["delay", "lose-request", "lose-reply", "duplicate", "cut"] as const;
export type CallFaultKind = (typeof callFaultKinds)[number];

export interface CallFault {
  readonly kind: CallFaultKind;
  /** Of `delay` and `duplicate`, in milliseconds. */
  readonly delayMs: number;
}

/** Decides what befalls calls. A proxy asks it, and tells it what is under way. */
export interface Traffic {
  /** Asked once a call, when its request is whole. */
  faultOf(call: ProxiedCall): CallFault | undefined;
  /** Whether a message of this call gets through at the moment. */
  passes(call: ProxiedCall, message: "request" | "reply"): boolean;
  /** The request has been passed on. */
  began(call: ProxiedCall): void;
  /** The node has answered, or nothing is to be expected any more. */
  ended(call: ProxiedCall): void;
}
