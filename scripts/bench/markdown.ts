/** Tables of Markdown that read well as text too. */
import type { Table } from "../../harness/kit/table.ts";

/** A list such as `10, 32, closed` is none. */
const looksNumeric = /^[-±<]?\d(?!.*, )/;

/** Columns whose cells are all numbers, or empty, are aligned to the right. */
export function markdownTable({ head, rows }: Table): string {
  const widths = head.map((title, column) =>
    Math.max(
      3,
      ...[title, ...rows.map((row) => row[column] ?? "")].map((cell) => Bun.stringWidth(cell)),
    ),
  );
  const numeric = head.map((_, column) => {
    const cells = rows.map((row) => row[column] ?? "").filter((cell) => cell !== "");
    return cells.length > 0 && cells.every((cell) => looksNumeric.test(cell));
  });
  const pad = (text: string, column: number) => {
    const space = " ".repeat((widths[column] ?? 0) - Bun.stringWidth(text));
    return numeric[column] ? space + text : text + space;
  };
  const line = (cells: readonly string[]) => `| ${cells.map(pad).join(" | ")} |`;
  const rule = widths.map((width, column) =>
    numeric[column] ? `${"-".repeat(width - 1)}:` : "-".repeat(width),
  );
  return [line(head), `| ${rule.join(" | ")} |`, ...rows.map(line)].join("\n");
}

/** A whole number with its thousands apart, such as `12,345`. */
export function count(value: number): string {
  return Math.round(value).toLocaleString("en-GB");
}

/** Milliseconds with three significant digits at the most. */
export function milliseconds(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
