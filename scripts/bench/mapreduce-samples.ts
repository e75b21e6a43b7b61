/** What the two applications make of the sample inputs: some lines of their outputs, to look at. */
import { join } from "node:path";
import { repositoryRoot } from "../../harness/kit/repository.ts";
import { runSequentially } from "../../harness/mapreduce/sequential.ts";
import type { Row } from "./csv.ts";
import { measureJob } from "./mapreduce-job.ts";
import type { Place } from "./mapreduce-throughput.ts";
import { markdownTable } from "./markdown.ts";

export interface SampleRow extends Row {
  readonly app: string;
  /** Of all its outputs. */
  readonly lines: number;
  readonly line: string;
}

const inputs = "inputs/mapreduce/*.txt";
const shownLines = 6;

/** Word count: the words that are there most often. Inverted index: those of the most files. */
const weightOf: ReadonlyMap<string, (result: string) => number> = new Map([
  ["word-count", Number],
  ["inverted-index", (files: string) => files.split(",").length],
]);

/** @throws Error when a job makes something else than its application does without any of us */
export async function makeSamples({ directory, scratch }: Place): Promise<SampleRow[]> {
  const rows: SampleRow[] = [];
  const all = join(repositoryRoot, inputs);
  for (const [app, weight] of weightOf) {
    const setup = { app, inputs: all, scratch, mapTasks: 4, reduceTasks: 3, workers: 2 };
    const job = await measureJob(directory, setup);
    const lines = await job.outputLines();
    const application = join(repositoryRoot, `nodes/mapreduce/applications/${app}.ts`);
    const due = [...(await runSequentially(application, all)).values()];
    if (!Bun.deepEquals(new Set(lines), new Set(due))) throw new Error(`${app}: wrong output`);
    const heavy = lines.toSorted((one, other) => weight(resultOf(other)) - weight(resultOf(one)));
    for (const line of heavy.slice(0, shownLines)) rows.push({ app, lines: lines.length, line });
  }
  return rows;
}

function resultOf(line: string): string {
  return line.slice(line.indexOf(" ") + 1);
}

export function samplesTable(rows: readonly SampleRow[]): string {
  const lines = rows.map(({ app, line }) => [app, `\`${line}\``]);
  return markdownTable({ head: ["application", "a line of its output"], rows: lines });
}

export function samplesNote(rows: readonly SampleRow[]): string {
  const counts = [...Map.groupBy(rows, ({ app }) => app)].map(([app, own]) => {
    return `${app} has ${own[0]?.lines} lines`;
  });
  return `Of \`${inputs}\`; shown are the keys with the largest results (${counts.join(", ")}).`;
}
