/**
 * The three result files of clocks mode: the events of each customer, those of each branch, and all
 * of them grouped by request. Replies tick too, but have no place in these files.
 */
import type { MessageEvent } from "../../nodes/branches/lamport.ts";
import { asText, type OutputFormat } from "./bank-output.ts";
import type { CustomerResult } from "./carry-out.ts";

export interface ClockFiles {
  readonly customers: string;
  readonly branches: string;
  readonly all: string;
}

/** One event as the files have it. */
interface Line {
  readonly type: "customer" | "branch";
  readonly id: number;
  readonly number: number;
  readonly clock: number;
  /** Without the word for a propagation. */
  readonly operation: string;
  readonly propagated: boolean;
  readonly comment: string;
  /** Unique, where numbers may not be. */
  readonly request: string;
}

/** @param branches by their numbers: what they have stamped */
export function clockOutput(
  results: readonly CustomerResult[],
  branches: ReadonlyMap<number, readonly MessageEvent[]>,
  format: OutputFormat,
): ClockFiles {
  const ofCustomers = results.map(({ id, messages }) => ({
    id,
    lines: messages.flatMap((message) => customerLine(id, message)),
  }));
  const ofBranches = [...branches].map(([id, messages]) => ({
    id,
    lines: messages.flatMap((message) => branchLine(id, message)),
  }));
  const all = [...ofCustomers, ...ofBranches].flatMap(({ lines }) => lines);
  const byRequest = Map.groupBy(all, ({ request }) => request);
  const inOrder = results.flatMap(({ done }) => done.map(({ request }) => request));
  const grouped = inOrder.flatMap((request) =>
    (byRequest.get(request) ?? []).toSorted((one, other) => one.clock - other.clock),
  );
  const perProcess = (type: string, each: { id: number; lines: Line[] }) => {
    return { id: each.id, type, events: each.lines.map((line) => entry(line, "propagate")) };
  };
  return {
    customers: asText(
      ofCustomers.map((each) => perProcess("customer", each)),
      format,
    ),
    branches: asText(
      ofBranches.map((each) => perProcess("branch", each)),
      format,
    ),
    all: asText(
      // The spelling that checkers of this file expect.
      grouped.map((line) => ({ id: line.id, type: line.type, ...entry(line, "propogate") })),
      format,
    ),
  };
}

function entry(line: Line, propagation: string) {
  const { number, clock, operation, propagated, comment } = line;
  return {
    "customer-request-id": number,
    logical_clock: clock,
    interface: propagated ? `${propagation}_${operation}` : operation,
    comment,
  };
}

function customerLine(id: number, message: MessageEvent): Line[] {
  const { kind, operation, sent, clock, number, request } = message;
  if (kind !== "request" || !sent) return [];
  const comment = `event_sent from customer ${id}`;
  return [{ type: "customer", id, number, clock, operation, propagated: false, comment, request }];
}

function branchLine(id: number, message: MessageEvent): Line[] {
  const { kind, operation, sent, clock, number, request, peer } = message;
  if (kind !== "request" && kind !== "propagate") return [];
  const comment = sent ? `event_sent to ${peer}` : `event_recv from ${peer}`;
  const propagated = kind === "propagate";
  return [{ type: "branch", id, number, clock, operation, propagated, comment, request }];
}
