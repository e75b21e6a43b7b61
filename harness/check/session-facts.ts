import type { Operation } from "./history.ts";
import { type KeyView, sourceOf, type Write } from "./register-view.ts";

/** That an operation of a session read, or wrote, what that write left in its key. */
export interface Fact {
  readonly operation: Operation;
  readonly write: Write;
}

/** What each session (a process) did to each key, in its own order. */
export class SessionFacts {
  readonly all: readonly Fact[];
  readonly #byProcess: ReadonlyMap<string, ReadonlyMap<string, readonly Fact[]>>;

  constructor(facts: readonly Fact[]) {
    this.all = facts.toSorted((a, b) => a.operation.invoked - b.operation.invoked);
    const byProcess = Map.groupBy(this.all, (fact) => fact.operation.process);
    this.#byProcess = new Map(
      [...byProcess].map(([process, own]) => [process, Map.groupBy(own, (each) => each.write.key)]),
    );
  }

  /** The session's last fact about the key before the operation. */
  last(operation: Operation, key: string): Fact | undefined {
    return lastBefore(this.#byProcess.get(operation.process)?.get(key) ?? [], operation);
  }

  /** The session's last facts about each key before the operation. */
  lastOfEachKey(operation: Operation): Fact[] {
    const byKey = this.#byProcess.get(operation.process) ?? new Map<string, readonly Fact[]>();
    return [...byKey.values()].flatMap((facts) => lastBefore(facts, operation) ?? []);
  }
}

/** The reads whose write is known, each with that write. */
export function readFacts(views: readonly KeyView[]): SessionFacts {
  const reads = views.flatMap((view) => view.reads);
  return new SessionFacts(
    reads.flatMap((read) => {
      const write = sourceOf(read);
      return write === undefined ? [] : [{ operation: read.operation, write }];
    }),
  );
}

/** The writes that happened, each by the session that did it. */
export function writeFacts(views: readonly KeyView[]): SessionFacts {
  const writes = views.flatMap((view) => view.writes);
  return new SessionFacts(
    writes.flatMap((write) => {
      const { operation } = write;
      return operation === null ? [] : [{ operation, write }];
    }),
  );
}

/** Binary search: the facts are in the order of their invocations. */
function lastBefore(facts: readonly Fact[], operation: Operation): Fact | undefined {
  let low = 0;
  let high = facts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((facts[middle] as Fact).operation.invoked < operation.invoked) low = middle + 1;
    else high = middle;
  }
  return facts[low - 1];
}
