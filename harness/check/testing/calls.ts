import { type Event, type Operation, pairOperations } from "../history.ts";

/** One operation of a hand-written history; times are milliseconds, and all different. */
export interface Call {
  readonly process: string;
  readonly f: string;
  readonly key: string;
  readonly input: unknown;
  readonly output: unknown;
  readonly from: number;
  /** Infinity when it never returned. */
  readonly to: number;
  readonly node?: string;
}

/** The calls as the events of a history, in the order of time. */
export function eventsOf(calls: readonly Call[]): Event[] {
  const events = calls.flatMap(({ process, f, key, input, output, from, to, node }): Event[] => {
    const at = node === undefined ? {} : { node };
    const invoke: Event = { time: from, process, type: "invoke", f, key, value: input, ...at };
    const ok: Event = { time: to, process, type: "ok", f, key, value: output, ...at };
    return to === Number.POSITIVE_INFINITY ? [invoke] : [invoke, ok];
  });
  return events.sort((a, b) => a.time - b.time);
}

/** The calls as operations, in the order of their invocations. */
export function operationsOf(...calls: readonly Call[]): Operation[] {
  return pairOperations(eventsOf(calls));
}

type Span = readonly [from: number, to: number];

/** A read of a register that returned the value. */
export function read(
  process: string,
  key: string,
  value: unknown,
  span: Span,
  node?: string,
): Call {
  return call(process, "read", key, null, value, span, node);
}

/** A write of the value to a register. */
export function write(process: string, key: string, value: unknown, span: Span): Call {
  return call(process, "write", key, value, null, span);
}

/** A compare-and-set of a register that swapped. */
export function swap(
  process: string,
  key: string,
  values: readonly [number, number],
  span: Span,
): Call {
  return call(process, "cas", key, values, true, span);
}

/** An operation of the file store that answered with the status, and what else is given. */
export function fileCall(
  process: string,
  f: "write" | "read" | "delete",
  uuid: string,
  status: string,
  span: Span,
  file: { name?: string; content?: string; version?: string; node?: string } = {},
): Call {
  const { name, content, version, node } = file;
  const input = f === "write" ? { name: name ?? "name", content: content ?? "content" } : null;
  const seen = f === "read" && status === "SUCCESS" ? { name: name ?? "name", content } : {};
  const output = { status, ...seen, ...(version === undefined ? {} : { version }) };
  return call(process, f, uuid, input, output, span, node);
}

function call(
  process: string,
  f: string,
  key: string,
  input: unknown,
  output: unknown,
  [from, to]: Span,
  node?: string,
): Call {
  return { process, f, key, input, output, from, to, ...(node === undefined ? {} : { node }) };
}
