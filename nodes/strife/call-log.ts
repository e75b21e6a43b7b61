/**
 * The log of calls, as an interceptor: one line a call with who called what, what it was about, how
 * it ended and how long it took. Only what is noted is written, never a request or response as it
 * is, so that no password and no token can get in.
 */
import type { Call, Interceptor, Log, LogFields } from "../host/host.ts";

/** In the metadata: the number of this attempt at the same thing, from 1. */
export const attemptKey = "strife-attempt";

const noted = new WeakMap<Call, LogFields>();

/** Adds to the line that this call will leave in the log. */
export function note(call: Call, fields: LogFields): void {
  noted.set(call, { ...noted.get(call), ...fields });
}

/** What of any request may be logged. */
const publicFields = [
  "transaction",
  "key",
  "amount",
  "payer",
  "payee",
  "debit",
  "credit",
  "account",
  "user",
] as const;

/** The public fields of a message that are not empty. */
export function publicFieldsOf(message: object): LogFields {
  const known = message as Record<string, unknown>;
  return Object.fromEntries(
    publicFields
      .filter((name) => known[name] !== undefined && known[name] !== "")
      .map((name) => [name, shorten(known[name])]),
  );
}

/** What a caller sends may be of any length. */
function shorten(value: unknown): unknown {
  return typeof value === "string" && value.length > 100 ? `${value.slice(0, 100)}…` : value;
}

/** Must be the first interceptor, so that it sees what the others refuse. */
export function callLog(log: Log): Interceptor {
  return {
    request: (call, request) => note(call, publicFieldsOf(request)),
    status: (call, { code, details, durationMs }) => {
      log.info("call", {
        method: call.method.slice(call.method.lastIndexOf("/") + 1),
        client: call.identity?.name,
        peer: call.peer,
        attempt: Number(call.metadata.get(attemptKey) ?? 1),
        ...noted.get(call),
        code,
        ...(details === "" ? {} : { error: details }),
        durationMs: Math.round(durationMs * 1000) / 1000,
      });
    },
  };
}
