/** Rows as comma-separated values (RFC 4180) below a commented header. */

export type Cell = string | number;
export type Row = Readonly<Record<string, Cell>>;

/**
 * @param comments lines about where the rows come from; each is written behind a `#`
 * @param rows at least one; all with the columns of the first, in its order
 */
export function toCsv(comments: readonly string[], rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) throw new Error("a table needs a row and a column");
  const lines = rows.map((row) => {
    const cells = columns.map((column) => row[column]);
    if (Object.keys(row).length !== columns.length || cells.includes(undefined)) {
      throw new Error(`columns ${Object.keys(row)} among rows of ${columns}`);
    }
    return cells.map((cell) => quoted(cell as Cell)).join(",");
  });
  const header = comments.map((comment) => `# ${comment}`);
  return `${[...header, columns.join(","), ...lines].join("\n")}\n`;
}

function quoted(cell: Cell): string {
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as it was read back: what looks like a number is one. */
export interface CsvTable {
  readonly comments: readonly string[];
  readonly rows: readonly Row[];
}

/** The inverse of `toCsv`. @throws Error on a row of another width than the header */
export function fromCsv(text: string): CsvTable {
  const lines = text.split("\n");
  const first = lines.findIndex((line) => !line.startsWith("#"));
  const comments = lines.slice(0, first).map((line) => line.replace(/^# ?/, ""));
  const [columns = [], ...records] = recordsOf(lines.slice(first).join("\n"));
  const rows = records.map((cells) => {
    if (cells.length !== columns.length) throw new Error(`${cells.length} cells: ${cells}`);
    return Object.fromEntries(columns.map((column, index) => [column, cellOf(cells[index])]));
  });
  return { comments, rows };
}

const numeric = /^-?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/;

function cellOf(cell = ""): Cell {
  return numeric.test(cell) ? Number(cell) : cell;
}

/** Cells by line; a quoted one may hold commas, quotes and line ends. */
function recordsOf(text: string): string[][] {
  const records: string[][] = [];
  let cells: string[] = [];
  for (const [, quotedText, plain = "", end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g,
  )) {
    if (end === "" && quotedText === undefined && plain === "" && cells.length === 0) break;
    cells.push(quotedText?.replaceAll('""', '"') ?? plain);
    if (end === ",") continue;
    records.push(cells);
    cells = [];
    if (end === "") break;
  }
  return records;
}
