import { expect, test } from "bun:test";
import fc from "fast-check";
import { distinct, sum } from "./application.ts";
import { runLocally, Scratch, wordCount } from "./testing/local-job.ts";
import { eachWord } from "./words.ts";

/** The pairs of a word count by the plain definition. */
function countWords(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const [word] of text.matchAll(/\p{L}+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].map(([word, count]) => `${word} ${count}`).sort();
}

test("counts like the definition, whatever the text, the splits and the partitions", async () => {
  const text = fc.string({
    unit: fc.constantFrom("a", "b", "é", "石", "𝔘", " ", "\n", "\r\n", "1", "\t", "'", "ß"),
    maxLength: 60,
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(text, { maxLength: 4 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 5 }),
      async (texts, mapTasks, reduceTasks) => {
        using scratch = new Scratch(
          Object.fromEntries(texts.map((content, index) => [`${index}.txt`, content])),
        );
        const { parts } = await runLocally(scratch, {
          application: wordCount,
          mapTasks,
          reduceTasks,
        });
        expect(parts.flat().sort()).toEqual(countWords(texts));
      },
    ),
    { numRuns: 60 },
  );
});

test("bytes that are no UTF-8 part words as the replacement characters do", async () => {
  const bytes = Uint8Array.from([
    ...[0x61, 0xff, 0x62, 0x20, 0xc1, 0x81, 0x63, 0xe2, 0x82, 0x64, 0xed, 0xa0, 0x80, 0x65],
    ...[0x20, 0xf4, 0x90, 0x80, 0x80, 0x66, 0xc3, 0xa9, 0x67, 0xe7, 0x9f],
  ]);
  using scratch = new Scratch({ "a.txt": bytes });
  const { parts } = await runLocally(scratch, { application: wordCount, mapTasks: 1 });
  expect(parts.flat().sort()).toEqual(countWords([new TextDecoder().decode(bytes)]));
});

test("the fast way and the plain way of one application write the same", async () => {
  using scratch = new Scratch({
    "a.txt": "x y x\nlonger-than-eightbytes, émile x\n",
    "b.txt": "x",
  });
  const reduce = sum;
  const fast = eachWord((word, _name, emit) => emit(word, 2));
  const plain = (...call: Parameters<typeof fast>) => fast(...call);
  for (const combine of [sum, distinct]) {
    const results = [];
    for (const map of [fast, plain]) {
      results.push(await runLocally(scratch, { application: { map, combine, reduce } }));
    }
    expect(results[0]?.intermediate).toEqual(results[1]?.intermediate ?? []);
    expect(results[0]?.records).toBe(results[1]?.records ?? -1);
  }
});

test("every map task writes a file for every partition, also an empty one", async () => {
  using scratch = new Scratch({ "a.txt": "one" });
  const { intermediate, parts } = await runLocally(scratch, {
    application: wordCount,
    mapTasks: 4,
    reduceTasks: 7,
  });
  expect(intermediate.map((files) => files.length)).toEqual([7, 7, 7, 7]);
  expect(parts.flat()).toEqual(["one 1"]);
});

test("no inputs at all make empty outputs", async () => {
  using scratch = new Scratch();
  const { parts } = await runLocally(scratch, { application: wordCount });
  expect(parts).toEqual([[], []]);
});

test("an empty file is mapped once", async () => {
  using scratch = new Scratch({ "a.txt": "", "b.txt": "text" });
  const application = {
    map: (name: string, contents: string, emit: (key: string, value: string) => void) =>
      emit(name, contents),
    reduce: (_key: string, values: IteratorObject<string>) => JSON.stringify(values.toArray()),
  };
  const { parts } = await runLocally(scratch, { application, mapTasks: 1 });
  expect(parts.flat().sort()).toEqual(['a.txt [""]', 'b.txt ["text"]']);
});

test("a bad record costs its own line and nothing else", async () => {
  using scratch = new Scratch({ "a.txt": "good\nbad one\nfine\nworse\nlast" });
  const application = {
    map(_name: string, contents: string, emit: (key: string, value: string) => void) {
      for (const [word] of contents.matchAll(/\p{L}+/gu)) {
        emit(word, "1");
        if (word === "bad") throw new Error("bad");
      }
    },
    reduce: sum,
  };
  const block = { name: "a.txt", start: 0, end: 29, key: "" };
  const worse = { name: "a.txt", start: 18, end: 24, key: "" };
  const { parts, outcomes } = await runLocally(scratch, {
    application,
    mapTasks: 1,
    badRecords: [block, worse],
  });
  expect(parts.flat().sort()).toEqual(["fine 1", "good 1", "last 1"]);
  const skipped = outcomes.flatMap((outcome) => (outcome.kind === "done" ? outcome.skipped : []));
  expect(skipped).toEqual([{ name: "a.txt", start: 5, end: 13, key: "" }, worse]);
});
