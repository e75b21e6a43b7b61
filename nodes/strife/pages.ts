/** Rows of one message: well within what a message may hold. */
const pageRows = 1_000;

/** The rows of each message of a stream. */
export function* pagesOf<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let from = 0; from < rows.length; from += pageRows) {
    yield rows.slice(from, from + pageRows);
  }
}
