/**
 * The log of calls, as interceptors: one line a call with who called what, what it was about, how
 * it ended and how long it took; at a client one line when a call begins and one when it ends.
 * Only what is noted is written, never a request or response as it is, so that no password and no
 * token can get in. An idempotency key is no secret: it is good for one user's one payment.
 */
import type { PayResponse__Output } from "../../proto/types/proctor/strife/v1/PayResponse.ts";
import type {
  Call,
  ClientInterceptor,
  Host,
  Interceptor,
  Log,
  LogFields,
  MadeCall,
} from "../host/host.ts";
import { decodeReceipt } from "./protocol.ts";

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

/** What of a receipt is logged by the client that got it. */
function receiptFields(response: object): LogFields {
  const { receipt, replayed } = response as Partial<PayResponse__Output>;
  if (receipt === undefined) return {};
  const { transaction, outcome } = decodeReceipt(receipt);
  return { transaction, outcome, replayed };
}

/** What a caller sends may be of any length. */
function shorten(value: unknown): unknown {
  return typeof value === "string" && value.length > 100 ? `${value.slice(0, 100)}…` : value;
}

const nameOf = ({ method }: Pick<Call, "method">) => method.slice(method.lastIndexOf("/") + 1);

function endFields(code: string, details: string, durationMs: number): LogFields {
  const error = details === "" ? {} : { error: details };
  return { code, ...error, durationMs: Math.round(durationMs * 1000) / 1000 };
}

/** Must be the first interceptor, so that it sees what the others refuse. */
export function callLog(log: Log): Interceptor {
  return {
    request: (call, request) => note(call, publicFieldsOf(request)),
    status: (call, { code, details, durationMs }) => {
      log.info("call", {
        method: nameOf(call),
        client: call.identity?.name,
        peer: call.peer,
        attempt: Number(call.metadata.get(attemptKey) ?? 1),
        ...noted.get(call),
        ...endFields(code, details, durationMs),
      });
    },
  };
}

/** The same at the other end: who is called, by which attempt, and what was answered. */
export function clientCallLog({ id, log }: Pick<Host, "id" | "log">): ClientInterceptor {
  const noted = new WeakMap<MadeCall, LogFields>();
  const fieldsOf = (call: MadeCall) => ({ method: nameOf(call), ...noted.get(call) });
  return {
    request: (call, request) => {
      const attempt = Number(call.metadata.get(attemptKey) ?? 1);
      const fields = { client: id, peer: call.peer, attempt, ...publicFieldsOf(request) };
      noted.set(call, fields);
      log.info("calling", fieldsOf(call));
    },
    response: (call, response) =>
      void noted.set(call, { ...noted.get(call), ...receiptFields(response) }),
    status: (call, { code, details, durationMs }) =>
      log.info("answered", { ...fieldsOf(call), ...endFields(code, details, durationMs) }),
  };
}
