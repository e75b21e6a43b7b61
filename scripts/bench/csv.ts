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
