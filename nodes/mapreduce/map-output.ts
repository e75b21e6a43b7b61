/** The R intermediate files of one map attempt, each sorted by key. */
import { removeJobFiles, SharedFile } from "../host/job-files.ts";
import type { PartitionFunction } from "./application.ts";
import { hashBytes } from "./bytes.ts";
import { LineWriter } from "./line-writer.ts";
import { Merge } from "./merge.ts";
import type { PairSink } from "./pair-sink.ts";
import { RunReader } from "./run-reader.ts";

/** All open files together have buffers of about this size. */
const buffersBytes = 16 << 20;
const bufferOf = (files: number) => Math.max(1 << 12, Math.min(1 << 18, buffersBytes / files));

/** Pairs in memory, to be handed over in the order of their keys. */
export interface Pairs {
  readonly isEmpty: boolean;
  drain(sink: PairSink): void;
}

export interface MapOutputOptions {
  /** The name of partition `p` is this and `p`. */
  readonly prefix: string;
  readonly reduceTasks: number;
  readonly partition: PartitionFunction | undefined;
  readonly durable: boolean;
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

export class MapOutput {
  readonly #options: MapOutputOptions;
  #runs = 0;

  constructor(options: MapOutputOptions) {
    this.#options = options;
  }

  /** What was full goes to files of its own for now. */
  spill(pairs: Pairs): void {
    this.#write(pairs, `${this.#options.prefix}run-${this.#runs}-`, false);
    this.#runs++;
  }

  /** Puts the files in place: the pairs and all that was spilled before, merged. */
  finish(pairs: Pairs): void {
    const { prefix, reduceTasks, durable } = this.#options;
    if (this.#runs === 0) {
      this.#write(pairs, prefix, durable);
      return;
    }
    if (!pairs.isEmpty) this.spill(pairs);
    for (let partition = 0; partition < reduceTasks; partition++) {
      const paths = Array.from(
        { length: this.#runs },
        (_, run) => `${prefix}run-${run}-${partition}`,
      );
      mergeRuns(paths, `${prefix}${partition}`, durable);
    }
  }

  #write(pairs: Pairs, prefix: string, durable: boolean): void {
    const { reduceTasks, partition } = this.#options;
    const writers = Array.from(
      { length: reduceTasks },
      (_, index) => new LineWriter(`${prefix}${index}`, bufferOf(reduceTasks)),
    );
    const partitionOf = (key: Uint8Array, start: number, end: number): number =>
      partition === undefined
        ? hashBytes(key, start, end) % reduceTasks
        : partition(decoder.decode(key.subarray(start, end)), reduceTasks);
    pairs.drain({
      pair: (key, keyStart, keyEnd, value, valueStart, valueEnd) => {
        const number = partitionOf(key, keyStart, keyEnd);
        const writer = writers[number];
        if (writer === undefined) {
          throw new Error(`partition answers ${number}, not a whole number below ${reduceTasks}`);
        }
        writer.pair(key, keyStart, keyEnd, value, valueStart, valueEnd);
      },
    });
    for (const writer of writers) writer.place(durable);
  }
}

/** @param paths of sorted files, which are removed */
function mergeRuns(paths: readonly string[], target: string, durable: boolean): void {
  using opened = new DisposableStack();
  const readers = paths.map((path) => opened.use(openRun(path, bufferOf(paths.length))));
  const merge = new Merge(readers);
  const writer = new LineWriter(target, 1 << 18);
  for (let head = merge.head; head !== undefined; head = merge.head) {
    writer.raw(head.buffer, head.lineStart, head.lineEnd);
    merge.advance();
  }
  writer.place(durable);
  for (const path of paths) removeJobFiles(path);
}

function openRun(path: string, bufferBytes: number): RunReader {
  const file = SharedFile.open(path);
  if (file === undefined) throw new Error(`${path} was there and is gone`);
  return new RunReader(file, bufferBytes);
}
