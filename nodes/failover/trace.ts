/**
 * Trace files: one operation a line, `init,<basePort>,<count>`, `get,<key>`, `put,<key>,<value>`
 * or `shutdown`. The output has a line for each: `rc`, `rc,key,value` or `rc,key,new,old`.
 */
import type { Kv739 } from "./kv739.ts";

export type Operation =
  | { readonly f: "init"; readonly basePort: number; readonly count: number }
  | { readonly f: "get"; readonly key: string }
  | { readonly f: "put"; readonly key: string; readonly value: string }
  | { readonly f: "shutdown" };

/** A line of a trace is none; the message has its number. */
export class TraceError extends Error {
  override readonly name = "TraceError";
}

/** @throws TraceError on a line that is no operation */
export function parseTrace(text: string): Operation[] {
  const lines = text.replace(/\r?\n$/, "").split(/\r?\n/);
  return lines.map((line, index) => {
    const operation = parseLine(line);
    if (operation !== undefined) return operation;
    throw new TraceError(`line ${index + 1} is no operation of a trace: ${JSON.stringify(line)}`);
  });
}

const highestPort = 65_535;

function parseLine(line: string): Operation | undefined {
  const [f, first = "", second = "", ...rest] = line.split(",");
  const count = line.split(",").length;
  if (rest.length > 0) return undefined;
  if (f === "shutdown" && count === 1) return { f };
  if (f === "get" && count === 2) return { f, key: first };
  if (f === "put" && count === 3) return { f, key: first, value: second };
  if (f !== "init" || count !== 3 || !/^\d+$/.test(first) || !/^\d+$/.test(second))
    return undefined;
  const [basePort, servers] = [Number(first), Number(second)];
  const fits = basePort > 0 && servers > 0 && basePort + servers - 1 <= highestPort;
  return fits ? { f, basePort, count: servers } : undefined;
}

export function showOperation(operation: Operation): string {
  switch (operation.f) {
    case "init":
      return `init,${operation.basePort},${operation.count}`;
    case "get":
      return `get,${operation.key}`;
    case "put":
      return `put,${operation.key},${operation.value}`;
    case "shutdown":
      return "shutdown";
  }
}

/**
 * Runs one operation.
 * @param servers take the place of those that an `init` names: 127.0.0.1 from `basePort` on
 * @returns the line of the output
 */
export async function runOperation(
  kv739: Kv739,
  operation: Operation,
  servers?: readonly string[],
): Promise<string> {
  switch (operation.f) {
    case "init":
      return `${await kv739.init(servers ?? serversOf(operation.basePort, operation.count))}`;
    case "get": {
      const { code, value } = await kv739.get(operation.key);
      return `${code},${operation.key},${value}`;
    }
    case "put": {
      const { code, value } = await kv739.put(operation.key, operation.value);
      return `${code},${operation.key},${operation.value},${value}`;
    }
    case "shutdown":
      return `${kv739.shutdown()}`;
  }
}

function serversOf(basePort: number, count: number): string[] {
  return Array.from({ length: count }, (_, place) => `127.0.0.1:${basePort + place}`);
}
