/** The calls of a run between processes (`nodes/host/call-trace.ts`) as messages. */
import type { CallEvent } from "../../nodes/host/call-trace.ts";
import type { PageMessage } from "./run-page-model.ts";

/** What is known of one call; a request that came twice was received and answered twice. */
interface KnownCall {
  sent?: CallEvent;
  returned?: CallEvent;
  readonly received: CallEvent[];
  readonly answered: CallEvent[];
  /** What the reader should know of its arrows. */
  readonly note?: string;
}

/** Nodes write these themselves, and a node may be anybody's. */
export function isCallEvent(event: Partial<Record<keyof CallEvent, unknown>>): boolean {
  const { at, node, call, method = "", to = "", from = "", client = "", status = "" } = event;
  const texts = [node, call, method, to, from, client, status];
  const isKnown = ["sent", "received", "answered", "returned"].includes(String(event.event));
  return isKnown && Number.isFinite(at) && texts.every((each) => typeof each === "string");
}

/**
 * @param addresses of nodes, by `host:port`; what is learned from the calls is added
 * @param originMs when the history's clock began, in milliseconds since 1970
 */
export function messagesOf(
  events: readonly CallEvent[],
  addresses: Map<string, string>,
  originMs: number,
): PageMessage[] {
  const calls = new Map<string, KnownCall>();
  for (const event of events) {
    const call = calls.getOrInsertComputed(event.call, () => ({ received: [], answered: [] }));
    if (event.event === "received" || event.event === "answered") call[event.event].push(event);
    else call[event.event] = event;
  }
  for (const { sent, received } of calls.values()) {
    const [first] = received;
    if (sent?.to !== undefined && first !== undefined) addresses.set(sent.to, first.node);
  }
  const messages = [...calls.values()].flatMap((known) => {
    const call = withCallee(known, addresses);
    return [...requests(call, addresses), ...replies(call)];
  });
  return messages
    .map((message) => ({
      ...message,
      sent: message.sent - originMs,
      arrived: message.arrived === null ? null : message.arrived - originMs,
    }))
    .sort((one, other) => one.sent - other.sent);
}

/** Codes that a caller may give to itself; with any other, the callee has answered. */
const withoutAnswer = new Set(["UNAVAILABLE", "DEADLINE_EXCEEDED", "CANCELLED", "UNKNOWN"]);

/**
 * A node that is not ours may write no trace. That it answered is known by its caller alone, and
 * its part is drawn in the middle of the call.
 */
function withCallee(call: KnownCall, addresses: ReadonlyMap<string, string>): KnownCall {
  const { sent, returned, received, answered } = call;
  const isUntold = received.length === 0 && answered.length === 0;
  if (!isUntold || sent === undefined || returned === undefined) return call;
  if (withoutAnswer.has(returned.status ?? "")) return call;
  const node = addresses.get(sent.to ?? "") ?? `${sent.to}`;
  const middle = { at: (sent.at + returned.at) / 2, node, call: sent.call };
  return {
    ...call,
    note: "when it was at its callee is not known",
    received: [{ ...middle, event: "received", method: sent.method ?? "", from: sent.node }],
    answered: [{ ...middle, event: "answered", status: returned.status ?? "" }],
  };
}

function requests({ sent, received, note = "" }: KnownCall, addresses: Map<string, string>) {
  const first = received[0] ?? sent;
  if (first === undefined) return [];
  const shared = {
    call: first.call,
    method: shortName(first.method ?? ""),
    isReply: false,
    status: "",
    content: note,
  };
  if (received.length > 0)
    return received.map((each): PageMessage => {
      const from = callerOf(sent) ?? each.from ?? "unknown";
      // Clocks of two processes may differ by less than a message takes.
      const sentAt = Math.min(sent?.at ?? each.at, each.at);
      return { ...shared, from, to: each.node, sent: sentAt, arrived: each.at };
    });
  if (sent === undefined) return [];
  const to = addresses.get(sent.to ?? "") ?? `${sent.to}`;
  const lost = "not known to have arrived";
  const from = callerOf(sent) ?? "unknown";
  const message: PageMessage = { ...shared, from, to, sent: sent.at, arrived: null, lost };
  return [message];
}

function replies({ sent, received, answered, returned, note = "" }: KnownCall): PageMessage[] {
  return answered.map((each, place) => {
    const request = received[place] ?? received[0] ?? sent;
    const isHeard = returned !== undefined && returned.status === each.status && place === 0;
    const why = returned === undefined ? "the caller never had it" : `came to ${returned.status}`;
    return {
      call: each.call,
      from: each.node,
      to: callerOf(sent) ?? request?.from ?? "unknown",
      method: shortName(request?.method ?? ""),
      isReply: true,
      status: each.status ?? "",
      sent: each.at,
      arrived: isHeard ? Math.max(returned.at, each.at) : null,
      ...(isHeard ? {} : { lost: why }),
      content: note,
    };
  });
}

function callerOf(sent: CallEvent | undefined): string | undefined {
  return sent?.client ?? sent?.node;
}

/** `Write` of `/proctor.filestore.v1.Replica/Write`. */
function shortName(method: string): string {
  return method.slice(method.lastIndexOf("/") + 1);
}
