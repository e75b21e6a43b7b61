/**
 * Runs an application under Hadoop Streaming: lines `key<tab>value` on the standard streams, keys
 * and values escaped as in our own files; the reducer is given sorted lines and finds by itself
 * where a key ends. Counters go to the standard error as `reporter:counter:…`. Ends with the input;
 * success: exit 0. An application that fails: its words on the standard error, exit 70.
 *
 *   bun nodes/mapreduce/streaming.ts map --app word-count < text | LC_ALL=C sort |
 *     bun nodes/mapreduce/streaming.ts reduce --app word-count
 */
import { flag } from "../host/flags.ts";
import { type ClientContext, runClient } from "../host/run-client.ts";
import {
  environmentVariable,
  readInput,
  writeError,
  writeOutput,
} from "../host/standard-streams.ts";
import { type Application, loadApplication } from "./application.ts";
import { applicationPath } from "./application-path.ts";
import { OutputLines } from "./line-writer.ts";
import { Merge } from "./merge.ts";
import { RunReader } from "./run-reader.ts";
import { Values } from "./values.ts";

const streamingFlags = {
  app: flag.text("APP", "word-count, inverted-index or a TypeScript file of your own"),
};

const bufferBytes = 1 << 20;
const lineFeed = 0x0a;
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

async function run(context: ClientContext<typeof streamingFlags>): Promise<number> {
  const application = await loadApplication(applicationPath(context.options.app));
  const output = new OutputLines({ write: writeOutput }, bufferBytes);
  if (context.command === "map") mapInput(application, output);
  else reduceInput(application, output, context.command === "combine");
  output.flush();
  return 0;
}

/** Hadoop tells a mapper in the environment which file it reads. */
function inputName(): string {
  const path = environmentVariable("mapreduce_map_input_file") ?? "stdin";
  return path.slice(path.lastIndexOf("/") + 1);
}

function mapInput({ map }: Application, output: OutputLines): void {
  const name = inputName();
  let records = 0;
  const emit = (key: string, value: string) => {
    records++;
    output.text(key, value);
  };
  let buffer = new Uint8Array(bufferBytes);
  let filled = 0;
  for (;;) {
    const count = readInput(buffer.subarray(filled));
    filled += count;
    const lines = count === 0 ? filled : buffer.lastIndexOf(lineFeed, filled - 1) + 1;
    if (lines > 0) map(name, decoder.decode(buffer.subarray(0, lines)), emit);
    if (count === 0) break;
    buffer.copyWithin(0, lines, filled);
    filled -= lines;
    if (filled === buffer.length) {
      const larger = new Uint8Array(2 * buffer.length);
      larger.set(buffer);
      buffer = larger;
    }
  }
  report("records", records);
}

function reduceInput(application: Application, output: OutputLines, combining: boolean): void {
  const { reduce, combine } = application;
  if (combining && combine === undefined) throw new Error("the application has no `combine`");
  const source = { read: readInput, [Symbol.dispose]: () => {} };
  const merge = new Merge([new RunReader(source, bufferBytes)]);
  let keys = 0;
  for (let { head } = merge; head !== undefined; head = merge.head) {
    keys++;
    const key = head.key.slice(head.keyStart, head.keyEnd);
    const values = new Values(merge, key);
    const text = decoder.decode(key);
    const results = combining ? combine?.(text, values) : reduce(text, values);
    values.skipRest();
    for (const result of typeof results === "string" ? [results] : (results ?? [])) {
      output.pairBytes(key, encoder.encode(String(result)));
    }
  }
  report(combining ? "combined keys" : "keys", keys);
}

function report(counter: string, count: number): void {
  writeError(`reporter:counter:proctor,${counter},${count}`);
}

if (import.meta.main) {
  await runClient({
    script: "nodes/mapreduce/streaming.ts",
    summary: "A mapper, combiner or reducer for Hadoop Streaming.",
    flags: streamingFlags,
    commands: [
      { usage: "map", description: "text on stdin, pairs on stdout" },
      { usage: "combine", description: "sorted pairs on stdin, fewer pairs on stdout" },
      { usage: "reduce", description: "sorted pairs on stdin, results on stdout" },
    ],
    run,
  });
}
