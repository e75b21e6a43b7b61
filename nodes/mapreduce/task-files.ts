/** How the files of a job are named: by task and attempt, so that no two attempts share one. */
import { join } from "node:path";

/** Partition `p` of a map attempt's output is this and `p`. */
export function mapOutputPrefix(folder: string, task: number, attempt: number): string {
  return join(folder, `map-${task}-${attempt}-`);
}

/** A reduce attempt's output, before its commit. */
export function reduceOutput(folder: string, task: number, attempt: number): string {
  return join(folder, `reduce-${task}-${attempt}`);
}

/** Where a reducer that shares nothing puts the partition of a map task, fetched by an attempt. */
export function fetchedPartition(folder: string, task: number, attempt: number, map: number) {
  return join(folder, `fetched-${task}-${attempt}-${map}`);
}

/** The output of reduce task `task`, for the user. */
export function outputFile(output: string, task: number): string {
  return join(output, `part-${task}`);
}

export const outputFilePattern = /^part-\d+$/;
