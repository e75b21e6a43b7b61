/** Judges what a job has written. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Check, fail, pass } from "../check/verdict.ts";
import type { Output } from "./sequential.ts";

/** The lines of each `part-N`, by N. */
export async function readParts(output: string): Promise<string[][]> {
  const parts: string[][] = [];
  for (const name of await readdir(output)) {
    const number = /^part-(\d+)$/.exec(name)?.[1];
    if (number === undefined) continue;
    const text = await readFile(join(output, name), "utf8");
    parts[Number(number)] = text.split("\n").slice(0, -1);
    if (!/(?:^|\n)$/.test(text)) parts[Number(number)]?.push("(a line without its end)");
  }
  return parts;
}

const byBytes = (one: string, other: string) =>
  Buffer.compare(Buffer.from(one), Buffer.from(other));

/** @param expected of a sequential run */
export function judgeOutput(
  parts: readonly (readonly string[])[],
  reduceTasks: number,
  expected: Output,
): Check[] {
  const lines = parts.flat();
  const wanted = [...expected.values()];
  const places = new Map<string, number>();
  const twice: string[] = [];
  for (const [number, part] of parts.entries()) {
    for (const line of part) {
      if (places.has(line)) twice.push(line);
      places.set(line, number);
    }
  }
  const missing = wanted.filter((line) => !places.has(line));
  const all = new Set(wanted);
  const strange = lines.filter((line) => !all.has(line));
  const differences = [
    ...missing.map((line) => `not there: ${line}`),
    ...strange.map((line) => `not due: ${line}`),
  ];
  return [
    check("the output equals that of a sequential run", differences, `${lines.length} lines`),
    check("every key stands once, in one output file", twice, `${lines.length} keys`),
    check("keys stand in the order of their bytes", unordered(parts, expected), "in all files"),
    parts.length === reduceTasks && parts.every((part) => part !== undefined)
      ? pass("every reduce task writes its own file", `${reduceTasks} files`)
      : fail("every reduce task writes its own file", `${parts.length} of ${reduceTasks}`),
  ];
}

function unordered(parts: readonly (readonly string[])[], expected: Output): string[] {
  const keys = new Map([...expected].map(([key, line]) => [line, key]));
  return parts.flatMap((part) =>
    part.filter((line, index) => {
      const [key, before] = [keys.get(line), keys.get(part[index - 1] ?? "")];
      return key !== undefined && before !== undefined && byBytes(before, key) >= 0;
    }),
  );
}

function check(name: string, wrong: readonly string[], evidence: string): Check {
  if (wrong.length === 0) return pass(name, evidence);
  return fail(name, `${wrong.length} lines, such as ${wrong.slice(0, 3).join("; ")}`);
}
