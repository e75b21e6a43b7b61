import { expect, test } from "bun:test";
import type { Application } from "./application.ts";
import { runLocally, Scratch } from "./testing/local-job.ts";

/** Emits each pair of a list that stands in the input as JSON. */
const listed: Application = {
  map(_name, contents, emit) {
    for (const [key, value] of JSON.parse(contents)) emit(key, value);
  },
  reduce: (_key, values) => JSON.stringify(values.toArray()),
};

const keys = [
  ...["", " ", "a b", "tab\there", "line\nfeed", "carriage\rreturn", "back\\slash", "\\t"],
  ...[
    "__proto__",
    "constructor",
    "toString",
    "石",
    "𝔘𝔫𝔦",
    "\u00e9",
    "e\u0301",
    "\u0000",
    "ﬀ",
    "\uffff",
  ],
];

test("any key and value comes through, and equal keys come together", async () => {
  const pairs = keys.flatMap((key) => keys.map((value) => [key, value]));
  using scratch = new Scratch({ "a.json": JSON.stringify(pairs), "b.json": JSON.stringify(pairs) });
  const seen = new Map<string, string[]>();
  const application: Application = {
    ...listed,
    reduce(key, values) {
      seen.set(key, values.toArray());
      return "";
    },
  };
  const { parts } = await runLocally(scratch, { application, mapTasks: 1, reduceTasks: 3 });
  expect([...seen.keys()].sort()).toEqual([...keys].sort());
  for (const key of keys) expect(seen.get(key)).toEqual([...keys, ...keys]);
  expect(parts.flat()).toHaveLength(keys.length);
});

test("keys stand in the order of their bytes, also those that are escaped", async () => {
  using scratch = new Scratch({ "a.json": JSON.stringify(keys.map((key) => [key, ""])) });
  const seen: string[] = [];
  const application: Application = {
    ...listed,
    reduce(key) {
      seen.push(key);
      return "";
    },
  };
  await runLocally(scratch, { application, mapTasks: 1, reduceTasks: 1 });
  const sorted = [...keys].sort((one, other) =>
    Buffer.compare(Buffer.from(one), Buffer.from(other)),
  );
  expect(seen).toEqual(sorted);
});

test("one huge key is reduced value by value, also when its reducer stops early", async () => {
  using scratch = new Scratch({ "a.txt": "x\n".repeat(200_000), "b.txt": "y" });
  const application: Application = {
    map(_name, contents, emit) {
      for (const [word] of contents.matchAll(/\w+/g)) emit(word, "value of some length".repeat(10));
    },
    reduce: (_key, values) => String(values.take(2).toArray().length),
  };
  const { parts, records } = await runLocally(scratch, { application, mapTasks: 2 });
  expect(parts.flat().sort()).toEqual(["x 2", "y 1"]);
  expect(records).toBeGreaterThanOrEqual(200_001);
});

test("more reducers than keys, and a key without a result", async () => {
  using scratch = new Scratch({ "a.json": '[["a","1"],["b","2"]]' });
  const application: Application = {
    ...listed,
    reduce: (key) => (key === "a" ? undefined : "there"),
  };
  const { parts } = await runLocally(scratch, { application, mapTasks: 1, reduceTasks: 20 });
  expect(parts).toHaveLength(20);
  expect(parts.flat()).toEqual(["b there"]);
});

test("a bad key is left out and reported", async () => {
  using scratch = new Scratch({ "a.json": '[["a","1"],["b","2"],["b","3"],["c","4"]]' });
  const application: Application = {
    ...listed,
    reduce(key) {
      if (key === "b") throw new Error("no");
      return "fine";
    },
  };
  const setup = { application, mapTasks: 1, reduceTasks: 1, skipBadRecords: true };
  const { parts, outcomes } = await runLocally(scratch, setup);
  expect(parts.flat()).toEqual(["a fine", "c fine"]);
  expect(outcomes.at(-1)).toEqual({
    kind: "done",
    skipped: [{ name: "", start: 0, end: 0, key: "b" }],
  });
});
