/**
 * A history: what clients asked and what they were told, as a list of events in the order of one
 * monotonic clock. The form is Jepsen's: an operation is an `invoke` and, later, by the same
 * process, its completion.
 */
export interface Event {
  /** Milliseconds (fractional) on the one monotonic clock of the recorder. */
  readonly time: number;
  /** The sequential client that did it. After an `info` a client goes on under a new name. */
  readonly process: string;
  /**
   * `ok`: it happened, and `value` is what it answered, refusals by rule included.
   * `fail`: it certainly did not happen. `info`: it may or may not happen, now or later.
   */
  readonly type: "invoke" | "ok" | "fail" | "info";
  /** The name of the operation, such as `write`. */
  readonly f: string;
  /** What it was about: a key or a uuid; null for operations on everything. */
  readonly key: string | null;
  /** Argument on `invoke`, answer on `ok`, the reason on `fail` and `info`. */
  readonly value: unknown;
  /** The node that was asked; absent when it was several or unknown. */
  readonly node?: string;
}

/** An invocation and its completion in one. */
export interface Operation {
  readonly process: string;
  readonly f: string;
  readonly key: string | null;
  readonly input: unknown;
  /** What was answered; undefined when the outcome is unknown. */
  readonly output: unknown;
  /** Milliseconds, for people. Events can share a time; their places say which came first. */
  readonly invokedAt: number;
  /** Milliseconds; Infinity when the outcome is unknown, for it may still take effect later. */
  readonly returnedAt: number;
  /** Place of the invocation in the list of events. */
  readonly invoked: number;
  /** Place of the completion in the list of events; Infinity when the outcome is unknown. */
  readonly returned: number;
  readonly node?: string;
}

/** The events are no history; the message names the event and what is wrong with it. */
export class HistoryError extends Error {
  override readonly name = "HistoryError";
}

/**
 * Pairs events into operations, in the order of their invocations. An operation that ended with
 * `info`, or never ended, is indefinite: it returns at Infinity. One that ended with `fail` did
 * not happen and is left out.
 * @throws HistoryError when time runs backwards, a process does two things at once, or a
 *   completion does not fit what its process had invoked.
 */
export function pairOperations(events: readonly Event[]): Operation[] {
  const operations: Operation[] = [];
  const open = new Map<string, { event: Event; invoked: number }>();
  const ended = new Set<string>();
  let now = Number.NEGATIVE_INFINITY;
  for (const [place, event] of events.entries()) {
    const refuse = (what: string) => {
      throw new HistoryError(`event ${place + 1} (${event.process} ${event.f}): ${what}`);
    };
    if (!(event.time >= now)) refuse(`its time ${event.time} is before ${now}`);
    now = event.time;
    const call = open.get(event.process);
    if (event.type === "invoke") {
      if (call !== undefined) refuse("the process has not returned from its last operation");
      if (ended.has(event.process)) refuse("after an info the client must take a new name");
      open.set(event.process, { event, invoked: place });
      continue;
    }
    if (call === undefined) return refuse("nothing was invoked");
    if (call.event.f !== event.f) refuse(`${call.event.f} was invoked`);
    open.delete(event.process);
    if (event.type === "ok") operations.push(complete(call, event, place));
    if (event.type === "info") {
      ended.add(event.process);
      operations.push(complete(call));
    }
  }
  for (const call of open.values()) operations.push(complete(call));
  return operations.sort((a, b) => a.invoked - b.invoked);
}

function complete(
  call: { event: Event; invoked: number },
  answer?: Event,
  returned = Number.POSITIVE_INFINITY,
): Operation {
  const node = answer?.node ?? call.event.node;
  return {
    process: call.event.process,
    f: call.event.f,
    key: call.event.key,
    input: call.event.value,
    output: answer?.value,
    invokedAt: call.event.time,
    returnedAt: answer?.time ?? Number.POSITIVE_INFINITY,
    invoked: call.invoked,
    returned,
    ...(node === undefined ? {} : { node }),
  };
}

/** True when nobody knows whether the operation took effect, or when. */
export function isIndefinite(operation: Operation): boolean {
  return operation.returned === Number.POSITIVE_INFINITY;
}

/** True when `first` had returned before `second` was invoked. */
export function precedes(first: Operation, second: Operation): boolean {
  return first.returned < second.invoked;
}

/** One operation for people, such as `c1's write("a") of k at r2 = SUCCESS [3.1-4.5 ms]`. */
export function phrase(operation: Operation): string {
  const { process, f, key, input, output, node } = operation;
  const argument = input === null || input === undefined ? "" : show(input);
  const target = key === null ? "" : ` of ${key}`;
  const where = node === undefined ? "" : ` at ${node}`;
  const answer = isIndefinite(operation) ? "?" : show(output);
  return `${process}'s ${f}(${argument})${target}${where} = ${answer} [${times(operation)}]`;
}

/** When an operation ran, such as `3.1-4.5 ms`; `3.1-? ms` when its outcome is unknown. */
function times(operation: Operation): string {
  const end = isIndefinite(operation) ? "?" : milliseconds(operation.returnedAt);
  return `${milliseconds(operation.invokedAt)}-${end} ms`;
}

function milliseconds(time: number): string {
  return String(Math.round(time * 1000) / 1000);
}

const SHOWN_CHARACTERS = 80;

/** A value on one line, cut to a length that leaves a sentence readable. */
export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length <= SHOWN_CHARACTERS ? text : `${text.slice(0, SHOWN_CHARACTERS)}…`;
}
