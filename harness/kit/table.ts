import CliTable from "cli-table3";
import type { Verdict } from "../check/verdict.ts";

/** Rows of text under a head of as many columns. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What the text is written to: a terminal has a width and may show colours. */
export interface Screen {
  /** In characters. */
  readonly width: number;
  readonly colours: boolean;
}

/** Standard output: its own width and colours if it is a terminal, else 100 columns and none. */
export function stdoutScreen(): Screen {
  const { isTTY, columns } = process.stdout;
  const noColour = (process.env["NO_COLOR"] ?? "") !== "";
  return { width: columns ?? 100, colours: isTTY === true && !noColour };
}

const colours = { PASS: "\x1b[32m", FAIL: "\x1b[31m", UNDECIDED: "\x1b[33m" } as const;

/** A verdict as text, coloured where the screen has colours. */
export function showVerdict(verdict: Verdict, screen: Screen): string {
  return screen.colours ? `${colours[verdict]}${verdict}\x1b[0m` : verdict;
}

/** Two spaces of padding and one border. */
const columnOverhead = 3;
const narrowest = 8;

/** The table as text without a final newline. Wide cells are wrapped, never cut. */
export function renderTable(table: Table, screen: Screen): string {
  const widths = fit(naturalWidths(table), screen.width - table.head.length * columnOverhead - 1);
  const wrap = (row: readonly string[]) =>
    row.map((cell, column) => breakWords(cell, widths[column] ?? narrowest));
  const cliTable = new CliTable({
    head: wrap(table.head),
    colWidths: widths.map((width) => width + columnOverhead - 1),
    wordWrap: true,
    style: { compact: true, head: screen.colours ? ["bold"] : [], border: [] },
  });
  cliTable.push(...table.rows.map(wrap));
  return cliTable.toString();
}

function naturalWidths({ head, rows }: Table): number[] {
  return head.map((title, column) => {
    const cells = [title, ...rows.map((row) => row[column] ?? "")];
    return Math.max(
      1,
      ...cells.flatMap((cell) => cell.split("\n").map((line) => Bun.stringWidth(line))),
    );
  });
}

/** Takes from the widest column until all fit, or until all are as narrow as is readable. */
function fit(natural: readonly number[], available: number): number[] {
  const widths = [...natural];
  let excess = widths.reduce((sum, width) => sum + width, 0) - available;
  while (excess > 0) {
    const widest = Math.max(...widths);
    if (widest <= narrowest) return widths;
    widths[widths.indexOf(widest)] = widest - 1;
    excess -= 1;
  }
  return widths;
}

/** cli-table3 cuts a word that is wider than its column; a long file name has to stay whole. */
function breakWords(text: string, width: number): string {
  return text.replaceAll(/\S+/g, (word) => {
    if (Bun.stringWidth(word) <= width) return word;
    return word.match(new RegExp(`.{1,${width}}`, "gu"))?.join(" ") ?? word;
  });
}
