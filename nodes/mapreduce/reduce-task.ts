/** Runs one reduce task: merges its partition of all map outputs, reduces key by key. */
import { SharedFile } from "../host/job-files.ts";
import { LineWriter } from "./line-writer.ts";
import { Merge } from "./merge.ts";
import type { BadRecord, Source } from "./protocol.ts";
import { RunReader } from "./run-reader.ts";
import { mostReported, type Outcome, RecordError, type TaskContext } from "./task-context.ts";
import { reduceOutput } from "./task-files.ts";
import { Values } from "./values.ts";

const buffersBytes = 32 << 20;
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * @param pathOf where the partition of a map attempt is
 * @throws RecordError with the key at which the application failed
 */
export function runReduceTask(context: TaskContext, pathOf: (source: Source) => string): Outcome {
  const { job, task, progress } = context;
  using opened = new DisposableStack();
  const bufferBytes = Math.min(1 << 18, Math.ceil(buffersBytes / Math.max(task.sources.length, 1)));
  const readers: RunReader[] = [];
  const lost: Source[] = [];
  let total = 0;
  for (const source of task.sources) {
    const file = SharedFile.open(pathOf(source));
    if (file === undefined) lost.push(source);
    else {
      readers.push(opened.use(new RunReader(file, bufferBytes)));
      total += file.sizeBytes;
    }
  }
  if (lost.length > 0) return { kind: "lost", sources: lost };
  const writer = new LineWriter(reduceOutput(job.folder, task.number, task.attempt), 1 << 18);
  const merge = new CountedMerge(readers);
  const skipped: BadRecord[] = [];
  while (merge.head !== undefined) {
    const key = merge.head.key.slice(merge.head.keyStart, merge.head.keyEnd);
    reduceKey(context, merge, key, writer, skipped);
    progress.add("keys", 1);
    progress.set("progress", Math.min(merge.bytes / total, 1));
    context.pause();
  }
  writer.place(job.durable);
  progress.add("skipped", skipped.length);
  return { kind: "done", skipped: skipped.slice(0, mostReported) };
}

function reduceKey(
  { application, job, task, progress }: TaskContext,
  merge: CountedMerge,
  key: Uint8Array,
  writer: LineWriter,
  skipped: BadRecord[],
): void {
  const values = new Values(merge, key);
  const text = decoder.decode(key);
  const record = { name: "", start: 0, end: 0, key: text.slice(0, 256) };
  progress.beginReduce(key);
  try {
    if (task.badRecords.some((bad) => bad.key === record.key)) skipped.push(record);
    else {
      const result: unknown = application.reduce(text, values);
      if (result instanceof Promise) throw new Error("reduce is asynchronous, and must not be");
      if (result !== undefined) writer.result(key, encoder.encode(String(result)));
    }
  } catch (error) {
    if (!job.skipBadRecords) throw new RecordError(record, error);
    skipped.push(record);
  }
  values.skipRest();
}

/** Counts what it has gone past. */
class CountedMerge extends Merge {
  bytes = 0;

  override advance(): void {
    if (this.head !== undefined) this.bytes += this.head.lineEnd - this.head.lineStart;
    super.advance();
  }
}
