/** The trace of a simulated run as messages, log lines and bands. */
import type { MessageEntry, TraceEntry } from "../sim/trace.ts";
import type { Band, LogLine, PageMessage } from "./run-page-model.ts";

/** What a client asks and is told; the history has it too. */
const isOfHistory = /^\w+[?=✗…] /;

interface ReadTrace {
  readonly messages: readonly PageMessage[];
  readonly lines: readonly LogLine[];
  readonly bands: readonly Band[];
}

export function readTrace(entries: readonly TraceEntry[]): ReadTrace {
  const messages: PageMessage[] = [];
  const lines: LogLine[] = [];
  const bands: Band[] = [];
  const end = entries.at(-1)?.at ?? 0;
  const open = new Map<string, { kind: Band["kind"]; text: string; from: number }>();
  const close = (lane: string, to: number) => {
    const band = open.get(lane);
    if (band !== undefined) bands.push({ lane, to, ...band });
    open.delete(lane);
  };
  for (const entry of entries) {
    const { at } = entry;
    if (entry.kind === "message") messages.push(messageOf(entry));
    else if (entry.kind === "world") bands.push(...worldBands(entry.text, entry.at));
    else {
      const { node: lane, text, becomes } = entry;
      if (!isOfHistory.test(text)) lines.push({ lane, at, level: "", text });
      if (becomes === undefined) continue;
      close(lane, at);
      if (becomes !== "up") open.set(lane, { kind: becomes, text, from: at });
    }
  }
  for (const lane of [...open.keys()]) close(lane, end);
  messages.sort((one, other) => one.sent - other.sent);
  return { messages, lines, bands };
}

/** A fault says itself how long it lasts: `… for 300 ms`; that it heals is then known. */
function worldBands(text: string, from: number): Band[] {
  if (text.endsWith(" heals")) return [];
  const lasts = /for ([\d.]+) ms$/.exec(text)?.[1];
  if (lasts === undefined) return [{ lane: null, kind: "phase", text, from, to: from }];
  return [{ lane: null, kind: "fault", text, from, to: from + Number(lasts) }];
}

/** A label is such as `Replicate #7`, with a status `Replicate #7 OK` of a reply, or in words. */
function messageOf({ label, from, to, sentAt, at, lost, content }: MessageEntry): PageMessage {
  const [, name = label, number = "", note = ""] = /^(\w+) (#\d+) ?(.*)$/.exec(label) ?? [];
  const isReply = /^[A-Z]/.test(note);
  return {
    call: number,
    from,
    to,
    method: name,
    isReply,
    status: note,
    sent: sentAt,
    arrived: lost === undefined ? at : null,
    ...(lost === undefined ? {} : { lost }),
    content,
  };
}
