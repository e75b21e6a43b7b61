/** What a simulated schedule read in the end, whatever its system, as tables. */
import type { Output } from "./run-context.ts";

const rowsAtMost = 200;

/** A table for each part of the state; texts where it is of another shape. */
export function stateTables(state: unknown): Output[] {
  if (state === undefined) return ["The final state was never read."];
  if (!isRecord(state)) return [{ title: "final state", head: ["value"], rows: [[text(state)]] }];
  return [tableOf("final state", state)];
}

/** A row a name; what is a list of objects has a row for each of them. */
function tableOf(title: string, state: ReadonlyMap<unknown, unknown> | object): Output {
  const entries = state instanceof Map ? [...state] : Object.entries(state);
  const rows = entries.flatMap(([name, value]) => rowsOf(String(name), value));
  const shown = rows.slice(0, rowsAtMost);
  const rest = rows.length - shown.length;
  if (rest > 0) shown.push(["…", `and ${rest} more rows`]);
  return { title, head: ["what", "holds"], rows: shown };
}

function rowsOf(name: string, value: unknown): string[][] {
  if (value instanceof Map)
    return [...value].flatMap(([key, each]) => rowsOf(`${name} ${key}`, each));
  if (!Array.isArray(value)) return [[name, text(value)]];
  if (value.length === 0) return [[name, "nothing"]];
  return value.map((each) => [name, text(each)]);
}

function isRecord(value: unknown): value is ReadonlyMap<unknown, unknown> | object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function text(value: unknown): string {
  if (typeof value === "string") return value;
  const plain = (_key: string, each: unknown) => {
    if (typeof each === "bigint") return each.toString();
    return each instanceof Map ? Object.fromEntries(each) : each;
  };
  return JSON.stringify(value, plain) ?? "nothing";
}
