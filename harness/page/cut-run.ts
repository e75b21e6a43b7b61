/** Makes what a run's page shows small enough, and says what that left out. */
import { packMessages } from "./pack-messages.ts";
import type { PageData, PageOperation, RunPage, Span } from "./run-page-model.ts";

/** What the page may take as JSON, in bytes; its program and its style take 60 KB besides. */
export const maxPageDataBytes = 1_700_000;

/** For the tables that the run showed, among these. */
const maxOutputBytes = 300_000;

/**
 * Keeps a time around the witness of a violation; where there is none, around the first fault, or
 * from the start. What is longer than that time is kept whole if it reaches into it.
 */
export function cutRun(page: RunPage, maxBytes = maxPageDataBytes): RunPage {
  const { output, left } = cutOutput(page);
  const whole = { ...page, output, leftOut: left };
  if (bytesOf(toPageData(whole)) <= maxBytes) return whole;
  const items = timedItems(page);
  const witness = witnessOf(page);
  const middle = middleOf(page, witness);
  let room = items.reduce((sum, { bytes }) => sum + bytes, 0);
  for (;;) {
    // How much smaller texts are that come often is known only once they are packed.
    room *= 0.85;
    const shown = widest(items, page.whole, middle, room);
    const kept = keepWithin(page, shown, new Set(witness));
    const cut = { ...whole, ...kept, shown, leftOut: [...left, sentence(page, kept, shown)] };
    if (bytesOf(toPageData(cut)) <= maxBytes || room < 1) return cut;
  }
}

/** What is written into the page. */
export function toPageData(page: RunPage): PageData {
  return { ...page, messages: packMessages(page.messages) };
}

type Timed = Pick<RunPage, "operations" | "messages" | "lines" | "bands">;

/** About what a packed message takes besides its content. */
const packedBytes = 55;

interface Item extends Span {
  readonly bytes: number;
}

function timedItems({ operations, messages, lines, bands }: Timed): Item[] {
  return [
    ...[...operations, ...bands].map((each) => ({
      from: each.from,
      to: each.to,
      bytes: bytesOf(each),
    })),
    ...messages.map((each) => ({
      from: each.sent,
      to: each.arrived ?? each.sent,
      bytes: packedBytes + each.content.length,
    })),
    ...lines.map((each) => ({ from: each.at, to: each.at, bytes: bytesOf(each) })),
  ];
}

function sizeWithin(items: readonly Item[], span: Span): number {
  return items.reduce((sum, each) => sum + (meets(each, span) ? each.bytes : 0), 0);
}

function meets(one: Span, other: Span): boolean {
  return one.from <= other.to && other.from <= one.to;
}

/** The widest time around the middle that has room, found by halving. */
function widest(items: readonly Item[], whole: Span, middle: number, room: number): Span {
  const around = (halfMs: number): Span => ({
    from: Math.max(whole.from, middle - halfMs),
    to: Math.min(whole.to, middle + halfMs),
  });
  let fits = 0;
  let tooMuch = whole.to - whole.from;
  for (let step = 0; step < 40; step += 1) {
    const halfMs = (fits + tooMuch) / 2;
    if (sizeWithin(items, around(halfMs)) <= room) fits = halfMs;
    else tooMuch = halfMs;
  }
  return around(fits);
}

function keepWithin(page: RunPage, span: Span, witness: ReadonlySet<PageOperation>): Timed {
  return {
    operations: page.operations.filter((each) => meets(each, span) || witness.has(each)),
    messages: page.messages.filter(({ sent, arrived }) =>
      meets({ from: sent, to: arrived ?? sent }, span),
    ),
    lines: page.lines.filter(({ at }) => span.from <= at && at <= span.to),
    bands: page.bands.filter((each) => meets(each, span)),
  };
}

function witnessOf({ checks, operations }: RunPage): PageOperation[] {
  const ids = new Set(
    checks.flatMap(({ verdict, witness }) => (verdict === "FAIL" ? witness : [])),
  );
  return operations.filter(({ id }) => ids.has(id));
}

function middleOf({ bands, whole }: RunPage, witness: readonly PageOperation[]): number {
  // The last of them is where it shows.
  const last = witness.at(-1);
  if (last !== undefined) return last.from;
  return bands.find(({ kind }) => kind !== "phase")?.from ?? whole.from;
}

function sentence(page: RunPage, kept: Timed, shown: Span): string {
  const counts = (["operations", "messages", "lines"] as const).map((name) => {
    const word = name === "lines" ? "log lines" : name;
    return `${kept[name].length} of ${page[name].length} ${word}`;
  });
  const seconds = (time: number) => `${((time - page.whole.from) / 1_000).toFixed(3)} s`;
  const where = witnessOf(page).length > 0 ? ", around the witness" : "";
  return (
    `The run is too long for one page, which holds ${counts.join(", ")}: those from ` +
    `${seconds(shown.from)} to ${seconds(shown.to)} of its time${where}. Its folder holds the rest.`
  );
}

function cutOutput({ output }: RunPage): { output: RunPage["output"]; left: string[] } {
  const kept: RunPage["output"][number][] = [];
  let bytes = 0;
  for (const each of output) {
    bytes += bytesOf(each);
    if (bytes > maxOutputBytes) break;
    kept.push(each);
  }
  const missing = output.length - kept.length;
  const left =
    missing > 0 ? [`${missing} of ${output.length} results of the run are left out.`] : [];
  return { output: kept, left };
}

/** In the page, where `<` takes six bytes. */
function bytesOf(value: object | string): number {
  return Buffer.byteLength(toPageJson(value)) + 1;
}

/** JSON that ends no element of HTML, with times to the microsecond. */
export function toPageJson(value: object | string): string {
  const rounded = (_key: string, each: unknown) =>
    typeof each === "number" ? Math.round(each * 1_000) / 1_000 : each;
  return JSON.stringify(value, rounded).replaceAll("<", "\\u003c");
}
