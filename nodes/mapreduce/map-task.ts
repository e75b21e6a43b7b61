/** Runs one map task: reads its pieces, maps them, writes R intermediate files. */
import { distinct, sum } from "./application.ts";
import { type Block, linesOf, readBlocks } from "./input-blocks.ts";
import { MapOutput, type Pairs } from "./map-output.ts";
import { PairBuffer } from "./pair-buffer.ts";
import type { BadRecord, Piece } from "./protocol.ts";
import { sameRecord } from "./shared-progress.ts";
import { mostReported, type Outcome, RecordError, type TaskContext } from "./task-context.ts";
import { mapOutputPrefix } from "./task-files.ts";
import { WordTable } from "./word-table.ts";
import { WordToken } from "./word-token.ts";
import { type EmitWord, scanWords } from "./words.ts";

/** Maps one block and keeps what it emits. */
interface Mapper {
  readonly pairs: Pairs;
  readonly emitted: number;
  map(block: Block, name: string): void;
}

/** @throws RecordError with the record at which the application failed */
export function runMapTask(context: TaskContext): Outcome {
  const { job, task, application, progress, folder } = context;
  const output = new MapOutput({
    prefix: mapOutputPrefix(folder, task.number, task.attempt),
    reduceTasks: job.reduceTasks,
    partition: application.partition,
    durable: job.durable,
  });
  const mapper = mapperFor(context, () => output.spill(mapper.pairs));
  const total = task.pieces.reduce((bytes, { start, end }) => bytes + end - start, 0);
  const skipped: BadRecord[] = [];
  for (const [number, piece] of task.pieces.entries()) {
    for (const block of readBlocks(piece)) {
      const { position, start, end } = block;
      const bad = task.badRecords.filter(
        (record) =>
          record.name === piece.name &&
          record.start < position + end - start &&
          record.end > position,
      );
      if (bad.length === 0) mapRecord(context, mapper, number, piece, block);
      else skipped.push(...mapLines(context, mapper, number, piece, block, bad));
      progress.add("bytes", end - start);
      progress.set("records", mapper.emitted);
      progress.set("progress", Math.min(progress.counters.bytes / total, 1));
      context.pause();
    }
  }
  progress.beginWriting();
  output.finish(mapper.pairs);
  progress.add("skipped", skipped.length);
  return { kind: "done", skipped: skipped.slice(0, mostReported) };
}

function mapRecord(
  { progress }: TaskContext,
  mapper: Pick<Mapper, "map">,
  number: number,
  piece: Piece,
  block: Block,
): void {
  const end = block.position + block.end - block.start;
  progress.beginMap(number, block.position, end);
  try {
    mapper.map(block, piece.name);
  } catch (error) {
    throw new RecordError({ name: piece.name, start: block.position, end, key: "" }, error);
  }
}

/**
 * Maps a block in which a record was bad line by line, and leaves out what fails: what a line emits
 * counts only once it has been mapped to its end.
 */
function mapLines(
  context: TaskContext,
  mapper: Mapper,
  number: number,
  piece: Piece,
  block: Block,
  bad: readonly BadRecord[],
): BadRecord[] {
  const skipped: BadRecord[] = [];
  for (const line of linesOf(block)) {
    const end = line.position + line.end - line.start;
    const record = { name: piece.name, start: line.position, end, key: "" };
    if (bad.some((each) => sameRecord(each, record))) {
      skipped.push(record);
      continue;
    }
    try {
      mapRecord(context, dryRun(context), number, piece, line);
    } catch {
      skipped.push(record);
      continue;
    }
    mapRecord(context, mapper, number, piece, line);
  }
  return skipped;
}

/** Maps and keeps nothing: shows whether a record can be mapped. */
function dryRun({ application }: TaskContext): Pick<Mapper, "map"> {
  return { map: (block, name) => application.map(name, textOf(block), () => {}) };
}

function mapperFor(context: TaskContext, flush: () => void): Mapper {
  const { map, combine } = context.application;
  const kind = combine === sum ? "sum" : combine === distinct ? "distinct" : undefined;
  if (map.eachWord === undefined || kind === undefined) return textMapper(context, flush);
  const body = map.eachWord;
  const pairs = new WordTable(kind, flush);
  const token = new WordToken();
  const emit: EmitWord = (word, value) => pairs.add(word as WordToken, value);
  return {
    pairs,
    get emitted() {
      return pairs.emitted;
    },
    map: ({ bytes, start, end }, name) =>
      scanWords(bytes, start, end, token, (word) => body(word, name, emit)),
  };
}

function textMapper({ application }: TaskContext, flush: () => void): Mapper {
  const pairs = new PairBuffer(application.combine, flush);
  let emitted = 0;
  const emit = (key: string, value: string) => {
    emitted++;
    pairs.add(String(key), String(value));
  };
  return {
    pairs,
    get emitted() {
      return emitted;
    },
    map(block, name) {
      const result: unknown = application.map(name, textOf(block), emit);
      if (result instanceof Promise) throw new Error("map is asynchronous, and must not be");
    },
  };
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

function textOf({ bytes, start, end }: Block): string {
  return decoder.decode(bytes.subarray(start, end));
}
