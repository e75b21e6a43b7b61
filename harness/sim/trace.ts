/** What happened in a run, as entries in the order of virtual time, and as lines of text. */

export interface MessageEntry {
  readonly kind: "message";
  /** When it arrived or, when it was lost, was sent; milliseconds of virtual time. */
  readonly at: number;
  readonly sentAt: number;
  readonly from: string;
  readonly to: string;
  /** Such as `Replicate #7` or `Replicate #7 OK`. */
  readonly label: string;
  /** Why it never arrived; undefined when it did. */
  readonly lost: string | undefined;
  /** The message, as far as a line holds it. */
  readonly content: string;
}

/** Something at one node: a start, a crash, a line of its log, an operation of a client. */
export interface NodeEntry {
  readonly kind: "node";
  readonly at: number;
  readonly node: string;
  readonly text: string;
  /** What it changes about the node. */
  readonly becomes?: "up" | "down" | "paused";
}

/** Something between all nodes, such as a partition. */
export interface WorldEntry {
  readonly kind: "world";
  readonly at: number;
  readonly text: string;
}

export type TraceEntry = MessageEntry | NodeEntry | WorldEntry;

const contentLength = 120;

/** A message as text for a trace; longer ones are cut. */
export function summarize(message: unknown): string {
  const text = JSON.stringify(message) ?? "";
  return text.length > contentLength ? `${text.slice(0, contentLength)}…` : text;
}

/** One line, such as `12.345 r1 → r2 Replicate #7 {…} (sent 11.002)`. */
function formatEntry(entry: TraceEntry): string {
  const time = entry.at.toFixed(3);
  if (entry.kind === "world") return `${time} * ${entry.text}`;
  if (entry.kind === "node") return `${time} ${entry.node} ${entry.text}`;
  const content = entry.content === "" ? "" : ` ${entry.content}`;
  if (entry.lost !== undefined)
    return `${time} ${entry.from} ↛ ${entry.to} ${entry.label}${content} (${entry.lost})`;
  const sent = entry.sentAt.toFixed(3);
  return `${time} ${entry.from} → ${entry.to} ${entry.label}${content} (sent ${sent})`;
}

/** The whole trace, one line an entry. */
export function formatTrace(entries: readonly TraceEntry[]): string {
  return entries.map((entry) => `${formatEntry(entry)}\n`).join("");
}
