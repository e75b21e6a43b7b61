import type { Event } from "./history.ts";

/** A text is not a history in the expected form; the message names the line. */
export class ImportError extends Error {
  override readonly name = "ImportError";
}

/**
 * Reads a stored history: Jepsen's log of a register, Jepsen's EDN maps, or our own JSONL. The
 * first line tells which it is.
 * @throws ImportError naming the line; also when no line is an event.
 */
export function importHistory(text: string): Event[] {
  const first = text.trimStart();
  const importer = first.startsWith("{:")
    ? importEdn
    : first.startsWith("{")
      ? importJsonLines
      : importJepsenLog;
  const events = importer(text);
  if (events.length === 0) throw new ImportError("no line is an event of a history");
  return events;
}

/** Our own form: one JSON object a line, with the fields of `Event`. */
function importJsonLines(text: string): Event[] {
  return eachLine(text, (line, number) => {
    let parsed: unknown;
    try {
      parsed = JSON.parse(line);
    } catch {
      throw new ImportError(`line ${number} is not JSON: ${line}`);
    }
    const problem = problemOf(parsed);
    if (problem !== undefined) throw new ImportError(`line ${number}: ${problem}`);
    return [parsed as Event];
  });
}

const TYPES = new Set<unknown>(["invoke", "ok", "fail", "info"]);

function problemOf(parsed: unknown): string | undefined {
  if (typeof parsed !== "object" || parsed === null) return "an event must be an object";
  const { time, process, type, f, key, value, node } = parsed as Partial<Event>;
  if (typeof time !== "number") return "time must be a number of milliseconds";
  if (typeof process !== "string") return "process must be a string";
  if (!TYPES.has(type)) return "type must be invoke, ok, fail or info";
  if (typeof f !== "string") return "f must be a string";
  if (key !== null && typeof key !== "string") return "key must be a string or null";
  if (value === undefined) return "value is missing; write null for none";
  if (node !== undefined && typeof node !== "string") return "node must be a string";
  return undefined;
}

const LOG_LINE =
  /^INFO\s+jepsen\.util - (\d+)\s+:(invoke|ok|fail|info)\s+:(read|write|cas)\s+(.+)$/;

/**
 * Jepsen's log of one register, such as `INFO  jepsen.util - 3  :invoke  :cas  [1 4]`. Lines that
 * are not of `jepsen.util` are skipped. A `:fail :cas` says that the value did not match, which is
 * an answer; `:fail :read :timed-out` says nothing; `:info … :timed-out` never returned. The log
 * has no clock, so the number of the line stands for the milliseconds.
 */
function importJepsenLog(text: string): Event[] {
  return eachLine(text, (line, number) => {
    if (!line.includes("jepsen.util")) return [];
    const match = LOG_LINE.exec(line);
    if (match === null) throw new ImportError(`line ${number} is no operation: ${line}`);
    const [, process = "", type = "", f = "", argument = ""] = match;
    const refusedSwap = f === "cas" && type === "fail";
    const value =
      f === "cas" && type !== "invoke"
        ? type === "ok"
        : type === "fail" || type === "info"
          ? argument.slice(1)
          : parseValue(argument, number);
    const answered = refusedSwap ? "ok" : (type as Event["type"]);
    return [{ time: number, process, type: answered, f, key: "register", value }];
  });
}

function parseValue(text: string, number: number): unknown {
  if (text === "nil") return null;
  if (/^-?\d+$/.test(text)) return Number(text);
  const pair = /^\[(-?\d+) (-?\d+)\]$/.exec(text);
  if (pair !== null) return [Number(pair[1]), Number(pair[2])];
  throw new ImportError(`line ${number} has an unknown value: ${text}`);
}

const QUOTED = String.raw`"(?:[^"\\]|\\.)*"`;
const EDN_LINE = new RegExp(
  String.raw`^\{:process (\d+), :type :(invoke|ok|fail|info), :f :(get|put|append), ` +
    String.raw`:key (${QUOTED}), :value (nil|${QUOTED})\}$`,
);

/**
 * Jepsen's EDN maps of a key-value store, such as
 * `{:process 0, :type :invoke, :f :put, :key "0", :value "x"}`. They have no clock, so the number
 * of the line stands for the milliseconds.
 */
function importEdn(text: string): Event[] {
  return eachLine(text, (line, number) => {
    const match = EDN_LINE.exec(line);
    if (match === null) throw new ImportError(`line ${number} is no operation: ${line}`);
    const [, process = "", type = "", f = "", key = "", value = ""] = match;
    return [
      {
        time: number,
        process,
        type: type as Event["type"],
        f,
        key: unquote(key, number),
        value: value === "nil" ? null : unquote(value, number),
      },
    ];
  });
}

/** EDN's string escapes are those of JSON, as far as Jepsen writes them. */
function unquote(text: string, number: number): string {
  try {
    return JSON.parse(text) as string;
  } catch {
    throw new ImportError(`line ${number} has an unknown escape: ${text}`);
  }
}

function eachLine(text: string, read: (line: string, number: number) => Event[]): Event[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const trimmed = line.trim();
    return trimmed === "" ? [] : read(trimmed, index + 1);
  });
}
