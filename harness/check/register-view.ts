import { Deadline } from "./deadline.ts";
import { isIndefinite, type Operation, phrase, precedes } from "./history.ts";
import type { Access, Model } from "./model.ts";
import { type Sentence, say } from "./sentence.ts";

/** A write of one value to one key; `operation` is null for the value before all writes. */
export interface Write {
  readonly key: string;
  readonly value: string;
  readonly operation: Operation | null;
  /** From the write's own answer or from those who read it; absent when unknown. */
  readonly version?: string;
}

/** An answer that tells the value of a key. */
export interface Read {
  readonly key: string;
  readonly operation: Operation;
  /** The writes that it can have its value from; several when they wrote the same value. */
  readonly sources: readonly Write[];
}

/** All that was said about one key, as a register. */
export interface KeyView {
  readonly key: string;
  /** Without writes of unknown outcome that nobody read: they need not have happened. */
  readonly writes: readonly Write[];
  readonly reads: readonly Read[];
  /** True when `second` certainly replaced `first`: see `registerView`. */
  older(first: Write, second: Write): boolean;
}

/**
 * Sees a history as one register a key, and finds for each read the writes it can have its value
 * from, within the deadline. Undefined when an operation has no such form (an append, for
 * instance).
 *
 * Writes of a key are ordered by version where every one has its own; else the order is only
 * partly known: a write that returned before another was invoked is the older one.
 */
export function registerView<State>(
  model: Model<State>,
  operations: readonly Operation[],
  deadline = new Deadline(Number.POSITIVE_INFINITY),
): KeyView[] | undefined {
  const keys = new Map<string, { wrote: Written[]; read: Written[] }>();
  for (const operation of operations) {
    const accesses = model.accesses(operation);
    if (accesses === undefined) return undefined;
    const key = operation.key ?? "";
    const view = keys.getOrInsertComputed(key, () => ({ wrote: [], read: [] }));
    if (accesses.wrote !== undefined) view.wrote.push({ operation, access: accesses.wrote });
    if (accesses.read !== undefined) view.read.push({ operation, access: accesses.read });
  }
  return [...keys].map(([key, view]) => keyView(key, model.unwritten, view, deadline));
}

interface Written {
  readonly operation: Operation;
  readonly access: Access;
}

function keyView(
  key: string,
  unwritten: string,
  { wrote, read }: { readonly wrote: Written[]; readonly read: Written[] },
  deadline: Deadline,
): KeyView {
  const readsOf = Map.groupBy(read, (each) => each.access.value);
  const writesOf = Map.groupBy(wrote, (each) => each.access.value);
  const write = ({ operation, access }: Written): Write => {
    const distinct = writesOf.get(access.value)?.length === 1;
    const reported = distinct ? (readsOf.get(access.value) ?? []) : [];
    const known = new Set([access.version, ...reported.map((each) => each.access.version)]);
    known.delete(undefined);
    const version = known.size === 1 ? [...known][0] : undefined;
    return { key, value: access.value, operation, ...(version === undefined ? {} : { version }) };
  };
  const initial: Write = { key, value: unwritten, operation: null };
  const writes = wrote.map(write);
  const byValue = Map.groupBy([initial, ...writes], (each) => each.value);
  const reads = read.map(({ operation, access }) => {
    const sources = (byValue.get(access.value) ?? []).filter((source) => {
      deadline.keep();
      return couldBeSeen(source, operation);
    });
    const exact = sources.filter(
      ({ version }) => version !== undefined && version === access.version,
    );
    return { key, operation, sources: exact.length > 0 ? exact : sources };
  });
  const wereRead = new Set(reads.flatMap((each) => each.sources));
  const happened = writes.filter(
    (each) => wereRead.has(each) || (each.operation !== null && !isIndefinite(each.operation)),
  );
  return { key, writes: happened, reads, older: orderOf(happened) };
}

/** A read can not have its value from a write that began after it returned, nor from itself. */
function couldBeSeen(source: Write, reader: Operation): boolean {
  if (source.operation === null) return true;
  return source.operation !== reader && !precedes(reader, source.operation);
}

function orderOf(writes: readonly Write[]): KeyView["older"] {
  const versions = new Set(writes.map((each) => each.version));
  const versioned = versions.size === writes.length && !versions.has(undefined);
  return (first, second) => {
    if (first.operation === null || second.operation === null) {
      return first.operation === null && second.operation !== null;
    }
    if (versioned) return compareBytes(first.version ?? "", second.version ?? "") < 0;
    return precedes(first.operation, second.operation);
  };
}

/** The same, but asking for the order of writes ends the check when its time is up. */
export function watched(views: readonly KeyView[], deadline: Deadline): KeyView[] {
  return views.map((view) => ({
    ...view,
    older(first, second) {
      deadline.keep();
      return view.older(first, second);
    },
  }));
}

/** Compares as bytes of UTF-8, which is how versions sort. */
export function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** The one write that a read has its value from; undefined when it is none or one of several. */
export function sourceOf(read: Read): Write | undefined {
  return read.sources.length === 1 ? read.sources[0] : undefined;
}

/** A read whose value nobody can have written before it returned; no rung allows it. */
export function outOfThinAir(views: readonly KeyView[]): Sentence | undefined {
  const read = views.flatMap((view) => view.reads).find((each) => each.sources.length === 0);
  return read && say`nobody had written what was answered in ${read}`;
}

/** A read that can have its value from several writes, which leaves questions open. */
export function ambiguity(views: readonly KeyView[]): string | undefined {
  const read = views.flatMap((view) => view.reads).find((each) => each.sources.length > 1);
  if (read === undefined) return undefined;
  return `${read.sources.length} writes could have caused the answer in ${phrase(read.operation)}`;
}

/** A write that is known to have happened by the answer to its own writer. */
export type AcknowledgedWrite = Write & { readonly operation: Operation };

/** Those of a key, in the order of their invocations. */
export function acknowledgedWrites(view: KeyView): AcknowledgedWrite[] {
  return view.writes.flatMap((write) => {
    const { operation } = write;
    return operation === null || isIndefinite(operation) ? [] : [{ ...write, operation }];
  });
}
