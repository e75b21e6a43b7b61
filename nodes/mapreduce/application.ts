/**
 * What a user writes: one TypeScript file that exports `map` and `reduce`, and may export
 * `combine` and `partition` (Dean and Ghemawat, OSDI '04, sections 2 and 4). The same file runs on
 * Hadoop, see `streaming.ts`.
 */
import type { WordMap } from "./words.ts";

export type Emit = (key: string, value: string) => void;

/**
 * Called for each block of the inputs; emits any number of pairs.
 * @param name of the file, below the fixed part of `--inputs`
 * @param contents the whole file when that is at most 1 MiB and one map task has all of it; else
 *   a part of it that begins and ends where a line does
 */
export type MapFunction = (name: string, contents: string, emit: Emit) => void;

/**
 * Called once a key, keys in the order of their bytes.
 * @param values in the order of the inputs. They can be gone through once, and need not fit into
 *   memory; iterator helpers such as `values.reduce(…)` and `values.toArray()` are there.
 * @returns what follows the key in the output's line; undefined leaves the key out
 */
export type ReduceFunction = (key: string, values: IteratorObject<string>) => string | undefined;

/** Called in map tasks for several values of one key, any number of times; what stands for them. */
export type CombineFunction = (
  key: string,
  values: IteratorObject<string>,
) => string | Iterable<string>;

/** The reduce task of a key, from 0. The default hashes the key's bytes. */
export type PartitionFunction = (key: string, reduceTasks: number) => number;

export interface Application {
  readonly map: MapFunction & Partial<WordMap>;
  readonly reduce: ReduceFunction;
  readonly combine?: CombineFunction;
  readonly partition?: PartitionFunction;
}

/** @throws Error which says what is wrong with the file */
export async function loadApplication(path: string): Promise<Application> {
  let exported: Record<string, unknown>;
  try {
    exported = await import(path);
  } catch (error) {
    throw new Error(`the application ${path} does not load: ${describe(error)}`);
  }
  const { map, reduce, combine, partition } = exported;
  for (const [name, value] of Object.entries({ map, reduce })) {
    if (typeof value === "function") continue;
    throw new Error(`the application ${path} does not export a function \`${name}\``);
  }
  for (const [name, value] of Object.entries({ combine, partition })) {
    if (value === undefined || typeof value === "function") continue;
    throw new Error(`\`${name}\` of the application ${path} is not a function`);
  }
  return {
    map,
    reduce,
    ...(combine ? { combine } : {}),
    ...(partition ? { partition } : {}),
  } as Application;
}

/** What an application threw, in one line. */
export function describe(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.replaceAll(/\s*\n\s*/g, " ").slice(0, 1_000);
}

/** A combiner and reducer for values that are numbers. */
export function sum(_key: string, values: IteratorObject<string>): string {
  return String(values.reduce((total, value) => total + Number(value), 0));
}

/** A combiner that keeps each value once. */
export function distinct(_key: string, values: IteratorObject<string>): Iterable<string> {
  return new Set(values);
}
