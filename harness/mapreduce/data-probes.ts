/** The path of the data on awkward inputs, beside the plain definition of each application. */
import { sum } from "../../nodes/mapreduce/application.ts";
import { type LocalJob, Scratch } from "../../nodes/mapreduce/testing/local-job.ts";
import { type Check, fail, pass } from "../check/verdict.ts";
import type { JobPrograms } from "./job-programs.ts";

const files = {
  "a.txt": "one two  two\r\nthree undertaking undertakers undertaken\n\nlast-word",
  "b.txt": "Größe größe 石 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 é __proto__ constructor two\ttwo\n\\n ünder-way\n",
  "c.txt": `${"a line of some words and more of them ".repeat(60)}\n`.repeat(40),
  "empty.txt": "",
};

/** Keys and values that an unambiguous format must tell apart. */
const awkward = ["", " ", "\t", "a\tb", "a\\tb", "\n", "\r", "\\", "__proto__", "𝔘", "!", "a", "Z"];

export async function probeData(programs: JobPrograms): Promise<Check[]> {
  return [
    await counts(programs),
    await indexes(programs),
    await keepsPairs(programs),
    await keepsOrder(programs),
    await combines(programs),
  ];
}

async function counts(programs: JobPrograms): Promise<Check> {
  const words = new Map<string, number>();
  for (const text of Object.values(files)) {
    for (const [word] of text.matchAll(/\p{L}+/gu)) words.set(word, (words.get(word) ?? 0) + 1);
  }
  const due = [...words].map(([word, count]) => `${word} ${count}`);
  return compare("word count", programs, programs.wordCount, due);
}

async function indexes(programs: JobPrograms): Promise<Check> {
  const names = new Map<string, Set<string>>();
  for (const [name, text] of Object.entries(files)) {
    for (const [word] of text.matchAll(/\p{L}+/gu)) {
      names.set(word, (names.get(word) ?? new Set()).add(name));
    }
  }
  const due = [...names].map(([word, own]) => `${word} [${[...own].sort().join(", ")}]`);
  return compare("inverted index", programs, programs.invertedIndex, due);
}

/** Every key once and in one file, in the order of its bytes, whatever the number of tasks. */
async function compare(
  what: string,
  programs: JobPrograms,
  application: LocalJob["application"],
  due: readonly string[],
): Promise<Check> {
  const name = `${what} is as defined`;
  for (const [mapTasks, reduceTasks] of [
    [1, 1],
    [7, 3],
    [23, 4],
  ] as const) {
    using scratch = new Scratch(files);
    const answer = await tried(programs, scratch, { application, mapTasks, reduceTasks });
    if (typeof answer === "string") return fail(name, answer);
    const lines = answer.flat();
    const wrong =
      lines.find((line) => !due.includes(line)) ?? due.find((line) => !lines.includes(line));
    if (wrong !== undefined) return fail(name, `${mapTasks} map tasks, such as ${wrong}`);
    if (lines.length !== due.length) return fail(name, `${lines.length} lines, not ${due.length}`);
    const unsorted = answer.find((part) => part.some((line, at) => isAfter(part[at - 1], line)));
    if (unsorted !== undefined) return fail(name, `unsorted: ${unsorted.slice(0, 5)}`);
  }
  return pass(name, `${due.length} lines`);
}

function isAfter(line: string | undefined, other: string): boolean {
  const keyOf = (text: string) => Buffer.from(text.slice(0, text.indexOf(" ")));
  return line !== undefined && Buffer.compare(keyOf(line), keyOf(other)) >= 0;
}

async function keepsPairs(programs: JobPrograms): Promise<Check> {
  const name = "any key and any value comes through";
  const pairs = awkward.flatMap((key) => awkward.map((value) => [key, value]));
  using scratch = new Scratch({ "a.json": JSON.stringify(pairs) });
  const seen = new Map<string, string[]>();
  const application: LocalJob["application"] = {
    map(_name, contents, emit) {
      for (const [key, value] of JSON.parse(contents)) emit(key, value);
    },
    reduce(key, values) {
      seen.set(key, values.toArray());
      return "";
    },
  };
  const answer = await tried(programs, scratch, { application, mapTasks: 1, reduceTasks: 1 });
  if (typeof answer === "string") return fail(name, answer);
  const wrong = awkward.find((key) => !Bun.deepEquals(seen.get(key), awkward));
  if (wrong !== undefined) return fail(name, `key ${JSON.stringify(wrong)}: ${seen.get(wrong)}`);
  const sorted = awkward.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  if (!Bun.deepEquals([...seen.keys()], sorted))
    return fail(name, `in the order ${[...seen.keys()]}`);
  return pass(name, `${awkward.length} keys with ${awkward.length} values`);
}

/** Values come in the order of the inputs; a reducer that stops early spoils no other key. */
async function keepsOrder(programs: JobPrograms): Promise<Check> {
  const name = "values come in the order of the inputs";
  using scratch = new Scratch({
    "a.txt": "k 1\nk 2\nl 1\n",
    "b.txt": "k 3\nm 4\n",
    "c.txt": "k 5\n",
  });
  const application: LocalJob["application"] = {
    map(_name, contents, emit) {
      for (const [, key = "", value = ""] of contents.matchAll(/(\w) (\d)/g)) emit(key, value);
    },
    reduce: (_key, values) => values.take(3).toArray().join(""),
  };
  const answer = await tried(programs, scratch, { application, mapTasks: 3, reduceTasks: 1 });
  const due = [["k 123", "l 1", "m 4"]];
  return Bun.deepEquals(answer, due) ? pass(name, "as it should be") : fail(name, `${answer}`);
}

async function combines(programs: JobPrograms): Promise<Check> {
  const name = "a combiner loses nothing";
  using scratch = new Scratch({ "a.txt": "k 1\nk 2\nk 3\n", "b.txt": "k 4\n" });
  const application: LocalJob["application"] = {
    map(_name, contents, emit) {
      for (const [, key = "", value = ""] of contents.matchAll(/(\w) (\d)/g)) emit(key, value);
    },
    combine: sum,
    reduce: sum,
  };
  const answer = await tried(programs, scratch, { application, mapTasks: 1, reduceTasks: 1 });
  return Bun.deepEquals(answer, [["k 10"]]) ? pass(name, "k 10") : fail(name, `${answer}`);
}

/** The outputs, or why there are none. */
async function tried(
  { runLocally }: JobPrograms,
  scratch: Scratch,
  setup: LocalJob,
): Promise<readonly (readonly string[])[] | string> {
  try {
    return (await runLocally(scratch, setup)).parts;
  } catch (error) {
    return String(error);
  }
}
