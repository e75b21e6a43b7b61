/** Divides the inputs among the map tasks. */
import type { InputFile } from "../host/job-files.ts";
import type { Piece } from "./protocol.ts";

/**
 * Cuts all inputs, one after the other, into `mapTasks` parts of the same size; a part may be the
 * middle of a large file, and may be several files. Whoever reads a piece moves both of its ends to
 * the next boundary (`input-blocks.ts`), so that pieces that meet here still meet there.
 * @returns the pieces of each map task, in the order of the inputs
 */
export function splitInputs(inputs: readonly InputFile[], mapTasks: number): Piece[][] {
  const total = inputs.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const parts: Piece[][] = Array.from({ length: mapTasks }, () => []);
  let before = 0;
  for (const { name, path, sizeBytes: size } of inputs) {
    // An application may have something to say of an empty file: the first task maps it.
    if (size === 0) parts[0]?.push({ name, path, start: 0, end: 0, size });
    for (const [task, pieces] of parts.entries()) {
      const start = Math.max(Math.floor((total * task) / mapTasks) - before, 0);
      const end = Math.min(Math.floor((total * (task + 1)) / mapTasks) - before, size);
      if (start < end) pieces.push({ name, path, start, end, size });
    }
    before += size;
  }
  return parts;
}
