/**
 * Messages as rows of numbers: they are most of what a page holds, and a quarter as long this way.
 * The page's program unpacks them.
 */
import type { PageMessage } from "./run-page-model.ts";

export interface PackedMessages {
  /** Every text once; the rows name them by their places. */
  readonly texts: readonly string[];
  /**
   * Of each message: call, from, to, method, status, content, lost (-1 for none), 1 for a reply,
   * when it was sent, and how long it took (-1 when it is not known to have arrived).
   */
  readonly rows: readonly (readonly number[])[];
}

/** Times keep microseconds. */
export function packMessages(messages: readonly PageMessage[]): PackedMessages {
  const places = new Map<string, number>();
  const place = (text: string) => places.getOrInsertComputed(text, () => places.size);
  const rows = messages.map((each) => [
    ...[each.call, each.from, each.to, each.method, each.status, each.content].map(place),
    each.lost === undefined ? -1 : place(each.lost),
    each.isReply ? 1 : 0,
    toMicroseconds(each.sent),
    each.arrived === null ? -1 : toMicroseconds(each.arrived - each.sent),
  ]);
  return { texts: [...places.keys()], rows };
}

export function unpackMessages({ texts, rows }: PackedMessages): PageMessage[] {
  const text = (place: number | undefined) => texts[place ?? -1] ?? "";
  return rows.map((row) => {
    const [call, from, to, method, status, content, lost = -1, isReply, sent = 0, took = -1] = row;
    return {
      call: text(call),
      from: text(from),
      to: text(to),
      method: text(method),
      status: text(status),
      content: text(content),
      isReply: isReply === 1,
      sent,
      arrived: took < 0 ? null : toMicroseconds(sent + took),
      ...(lost < 0 ? {} : { lost: text(lost) }),
    };
  });
}

function toMicroseconds(time: number): number {
  return Math.round(time * 1_000) / 1_000;
}
