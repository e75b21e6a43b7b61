/** Word count by others: the shell pipeline, mawk, and PySpark. Each gives the same lines. */
import { join } from "node:path";
import { $ } from "zx/core";

export interface PeerResult {
  readonly seconds: number;
  /** `word count`, in the order of their bytes. */
  readonly lines: string[];
}

const shell = $({ quiet: true, env: { ...process.env, LC_ALL: "C" } });

/** Bytes above ASCII count as letters, as they all are in the generated text. */
const notLetters = "[^A-Za-z\\200-\\377]";

async function timed(run: () => Promise<unknown>, output: string): Promise<PeerResult> {
  const startMs = performance.now();
  await run();
  const seconds = (performance.now() - startMs) / 1_000;
  const lines = (await Bun.file(output).text()).split("\n").slice(0, -1);
  lines.sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
  return { seconds, lines };
}

/** `tr | sort | uniq -c`; sort takes the processors that it finds. */
export function countByPipeline(input: string, scratch: string): Promise<PeerResult> {
  const output = join(scratch, "pipeline");
  const program = `tr -cs 'A-Za-z\\200-\\377' '\\n' < "$1" | sort -T "$3" | uniq -c |
    awk '$2 != "" { print $2 " " $1 }' > "$2"`;
  return timed(() => shell`bash -c ${program} bash ${input} ${output} ${scratch}`, output);
}

/** One thread, a table of all words in memory. */
export function countByMawk(input: string, scratch: string): Promise<PeerResult> {
  const output = join(scratch, "mawk");
  const program = `{ gsub(/${notLetters}+/, " "); for (i = 1; i <= NF; i++) count[$i]++ }
    END { for (word in count) print word, count[word] }`;
  return timed(
    () => shell`bash -c ${'mawk "$1" "$2" > "$3"'} bash ${program} ${input} ${output}`,
    output,
  );
}

export const hasMawk = Bun.which("mawk") !== null;

const spark = `
import re, sys, time
from operator import add
from pyspark.sql import SparkSession
source, target = sys.argv[1:]
session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
context = session.sparkContext
context.setLogLevel("ERROR")
context.parallelize([1], 2).count()
start = time.time()
from pyspark.sql.functions import split, explode, col
lines = session.read.text(source)
words = lines.select(explode(split(col("value"), r"[^\\\\p{L}]+")).alias("word"))
counts = words.where("word != ''").groupBy("word").count().collect()
seconds = time.time() - start
with open(target, "w") as output:
    for word, count in counts: output.write(f"{word} {count}\\n")
print(seconds)
`;

/** Whether PySpark can be imported by `python3`, and Java is there. */
export async function hasSpark(): Promise<boolean> {
  if (Bun.which("java") === null || Bun.which("python3") === null) return false;
  return (await $({ quiet: true, nothrow: true })`python3 -c ${"import pyspark"}`).exitCode === 0;
}

/** PySpark's DataFrames on two cores, without its start-up: the time of the job alone. */
export async function countBySpark(input: string, scratch: string): Promise<PeerResult> {
  const program = join(scratch, "spark.py");
  await Bun.write(program, spark);
  const output = join(scratch, "spark");
  let seconds = 0;
  const { lines } = await timed(async () => {
    const { stdout } = await shell`python3 ${program} ${input} ${output}`;
    seconds = Number(stdout.trim().split("\n").at(-1));
  }, output);
  return { seconds, lines };
}
