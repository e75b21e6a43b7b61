/** The run in the page, with what is asked of it again and again. */
import { unpackMessages } from "../pack-messages.ts";
import type { PageData, PageMessage, PageOperation, RunPage, Span } from "../run-page-model.ts";

export interface Run extends RunPage {
  readonly operationById: ReadonlyMap<number, PageOperation>;
  /** The operations of all violations, in the order of their calls. */
  readonly witness: readonly PageOperation[];
  readonly messagesByCall: ReadonlyMap<string, readonly PageMessage[]>;
  /** What each lane called, in the order of time. */
  readonly requestsByLane: ReadonlyMap<string, readonly PageMessage[]>;
}

/** Reads the data that the page carries. */
export function readPage(): Run {
  const data = JSON.parse(document.getElementById("run")?.textContent ?? "") as PageData;
  const page = { ...data, messages: unpackMessages(data.messages) };
  const operationById = new Map(page.operations.map((each) => [each.id, each]));
  const ids = new Set(
    page.checks.flatMap(({ verdict, witness }) => (verdict === "FAIL" ? witness : [])),
  );
  return {
    ...page,
    operationById,
    witness: page.operations.filter(({ id }) => ids.has(id)),
    messagesByCall: Map.groupBy(page.messages, ({ call }) => call),
    requestsByLane: Map.groupBy(
      page.messages.filter(({ isReply }) => !isReply),
      ({ from }) => from,
    ),
  };
}

/** The time of the witness with some air around it; all of it where there is none. */
export function firstView({ witness, shown }: Run): Span {
  if (witness.length === 0) return shown;
  const from = Math.min(...witness.map((each) => each.from));
  const to = Math.max(...witness.map((each) => each.to));
  const air = Math.max((to - from) * 0.12, 1);
  return { from: from - air, to: to + air };
}

/** Where the violation shows, or the first fault, or the end. */
export function firstMoment({ witness, bands, shown }: Run): number {
  const fault = bands.find(({ kind, from }) => kind !== "phase" && from >= shown.from);
  return witness.at(-1)?.to ?? fault?.from ?? shown.to;
}

/** How deep calls that follow from one another are looked for. */
const depthAtMost = 4;

/** The messages by which an operation was carried out, as far as times tell. */
export function messagesBehind(run: Run, operation: PageOperation): Set<PageMessage> {
  const found = new Set<PageMessage>();
  follow(run, operation.lane, operation, found, 0);
  return found;
}

/** Calls that a lane made in a time, and what their callees called until they answered. */
function follow(run: Run, lane: string, span: Span, found: Set<PageMessage>, depth: number): void {
  if (depth > depthAtMost) return;
  for (const request of run.requestsByLane.get(lane) ?? []) {
    if (request.sent > span.to) return;
    if (request.sent < span.from || found.has(request)) continue;
    const both = run.messagesByCall.get(request.call) ?? [];
    for (const message of both) found.add(message);
    const reply = both.find(({ isReply }) => isReply);
    if (request.arrived === null) continue;
    follow(
      run,
      request.to,
      { from: request.arrived, to: reply?.sent ?? span.to },
      found,
      depth + 1,
    );
  }
}
