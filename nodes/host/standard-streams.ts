/** The standard streams and the environment of a program in a pipeline, synchronously. */
import { readSync } from "node:fs";
import { writeAll } from "./files.ts";

const [input, output, errors] = [0, 1, 2];

/** Reads on from the standard input. @returns how many bytes there were, 0 at its end */
export function readInput(target: Uint8Array): number {
  return readSync(input, target);
}

export function writeOutput(bytes: Uint8Array): void {
  writeAll(output, bytes);
}

/** One line on the standard error. */
export function writeError(line: string): void {
  writeAll(errors, new TextEncoder().encode(`${line}\n`));
}

export function environmentVariable(name: string): string | undefined {
  return process.env[name];
}
