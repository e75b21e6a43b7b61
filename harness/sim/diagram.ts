/**
 * A run as a message diagram in text: a column a node, time downwards. An arrow stands where the
 * message arrived; one that was lost stands where it was sent and ends in a ✗.
 */
import type { MessageEntry, TraceEntry } from "./trace.ts";

export interface DiagramOptions {
  /** The nodes with a column, from left to right; entries of others are left out. */
  readonly nodes: readonly string[];
  /** Remote methods that are not shown, such as `Heartbeat`. */
  readonly hidden?: ReadonlySet<string>;
  /** Columns of text. Default 100. */
  readonly width?: number;
  /** More rows than this are cut off at the end. Default 200. */
  readonly rowsAtMost?: number;
}

type NodeState = "up" | "down" | "paused";

const timeWidth = 11;
const lifelines: Readonly<Record<NodeState, string>> = { up: "│", down: " ", paused: "┊" };

export function drawDiagram(trace: readonly TraceEntry[], options: DiagramOptions): string {
  const { nodes, width = 100, rowsAtMost = 200, hidden = new Set() } = options;
  const diagram = new Diagram(nodes, width);
  const shown = trace.filter((entry) => {
    if (entry.kind === "world") return true;
    if (entry.kind === "node") return nodes.includes(entry.node);
    const [method = ""] = entry.label.split(" ");
    return nodes.includes(entry.from) && nodes.includes(entry.to) && !hidden.has(method);
  });
  const rows = shown.slice(0, rowsAtMost).map((entry) => diagram.row(entry));
  const left = shown.length - rows.length;
  const rest = left > 0 ? [`${" ".repeat(timeWidth)}… and ${left} more`] : [];
  return [diagram.header(), ...rows, ...rest].map((row) => `${row.trimEnd()}\n`).join("");
}

class Diagram {
  private readonly nodes: readonly string[];
  private readonly width: number;
  private readonly states = new Map<string, NodeState>();

  constructor(nodes: readonly string[], width: number) {
    this.nodes = nodes;
    this.width = width;
  }

  header(): string {
    const cells = this.blank(false);
    for (const node of this.nodes) put(cells, this.column(node), node);
    return cells.join("");
  }

  row(entry: TraceEntry): string {
    const cells = this.blank(true);
    put(cells, 0, entry.at.toFixed(3).padStart(timeWidth - 2));
    if (entry.kind === "message") this.drawMessage(cells, entry);
    else if (entry.kind === "world") put(cells, timeWidth, `── ${entry.text} `);
    else {
      if (entry.becomes !== undefined) this.states.set(entry.node, entry.becomes);
      const mark =
        entry.becomes === undefined ? "●" : { up: "▲", down: "✗", paused: "‖" }[entry.becomes];
      this.drawText(cells, this.column(entry.node), `${mark} ${entry.text}`);
    }
    return cells.join("");
  }

  private column(node: string): number {
    const index = this.nodes.indexOf(node);
    return timeWidth + Math.floor((index * (this.width - timeWidth)) / this.nodes.length);
  }

  private blank(lines: boolean): string[] {
    const cells: string[] = new Array(this.width).fill(" ");
    if (!lines) return cells;
    for (const node of this.nodes)
      cells[this.column(node)] = lifelines[this.states.get(node) ?? "up"];
    return cells;
  }

  /** Text at a node, which may run over the lifelines to its right. */
  private drawText(cells: string[], column: number, text: string): void {
    const room = this.width - column;
    put(cells, column, text.length > room ? `${text.slice(0, room - 1)}…` : text);
  }

  private drawMessage(cells: string[], entry: MessageEntry): void {
    const from = this.column(entry.from);
    const to = this.column(entry.to);
    const reason = entry.lost === undefined ? "" : ` (${entry.lost})`;
    if (from === to) {
      this.drawText(cells, from, `↺ ${entry.label}${reason}`);
      return;
    }
    const [left, right] = from < to ? [from, to] : [to, from];
    for (let column = left + 1; column < right; column += 1) cells[column] = "─";
    cells[from] = from < to ? "├" : "┤";
    const lost = entry.lost !== undefined;
    cells[from < to ? to - 1 : to + 1] = lost ? "✗" : from < to ? "▶" : "◀";
    const room = right - left - 3;
    // Where there is no room for the method, the call's number has to do.
    const texts = [entry.label, entry.label.replace(/^\w+ (?=#)/, "")].map((text) => text + reason);
    const label = texts.find((text) => text.length <= room) ?? `${texts[1]}`.slice(0, room);
    put(cells, left + (from > to && label.length < room ? 3 : 2), label);
  }
}

function put(cells: string[], column: number, text: string): void {
  for (const [offset, character] of [...text].entries()) {
    if (column + offset < cells.length) cells[column + offset] = character;
  }
}
