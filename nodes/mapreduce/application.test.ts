import { expect, test } from "bun:test";
import { loadApplication } from "./application.ts";
import { failureMessage } from "./testing/failure-message.ts";
import { runLocally, Scratch } from "./testing/local-job.ts";

test("an application that does not load is a sentence with its path", async () => {
  using scratch = new Scratch();
  for (const [text, reason] of [
    ["export const map = ;", /does not load/],
    ["throw new Error('at the top')", /does not load: Error: at the top/],
    ["export const map = () => {};", /does not export a function `reduce`/],
    ["export const map = 1; export const reduce = () => '';", /a function `map`/],
    [
      "export const map = () => {}; export const reduce = map; export const combine = 2;",
      /combine/,
    ],
  ] as const) {
    const path = scratch.application(text);
    const message = await failureMessage(loadApplication(path));
    expect(message).toMatch(reason);
    expect(message).toContain(path);
  }
  expect(await failureMessage(loadApplication("/no/such.ts"))).toMatch(/does not load/);
});

test("an application that throws is reported with the record and its own words", async () => {
  using scratch = new Scratch({ "a.txt": "one\ntwo\n" });
  const map = (_name: string, contents: string, emit: (key: string, value: string) => void) =>
    emit(contents, "");
  const fails = () => {
    throw new Error("no luck");
  };
  const mapping = await failureMessage(
    runLocally(scratch, { application: { map: fails, reduce: () => "" }, mapTasks: 1 }),
  );
  expect(mapping).toBe("RecordError: Error: no luck; a.txt, bytes 0 to 8");
  const reducing = await failureMessage(
    runLocally(scratch, { application: { map, reduce: fails }, mapTasks: 1 }),
  );
  expect(reducing).toBe('RecordError: Error: no luck; key "one\\ntwo\\n"');
});

test("a partition outside of the reduce tasks is refused", async () => {
  using scratch = new Scratch({ "a.txt": "word" });
  for (const answer of [-1, 2, 0.5, Number.NaN]) {
    const application = {
      map: (_: string, contents: string, emit: (key: string, value: string) => void) =>
        emit(contents, ""),
      reduce: () => "",
      partition: () => answer,
    };
    const message = await failureMessage(runLocally(scratch, { application, reduceTasks: 2 }));
    expect(message).toContain(`partition answers ${answer}`);
  }
});

test("asynchronous functions are refused, whose pairs would come too late", async () => {
  using scratch = new Scratch({ "a.txt": "word" });
  const application = { map: async () => {}, reduce: () => "" };
  expect(await failureMessage(runLocally(scratch, { application }))).toContain("asynchronous");
});

test("own partition and combine functions are used", async () => {
  using scratch = new Scratch({ "a.txt": "b a b a b", "b.txt": "b" });
  const result = await runLocally(scratch, {
    application: {
      map(_name, contents, emit) {
        for (const word of contents.split(" ")) emit(word, "1");
      },
      combine: (_word, values) => [`${values.toArray().length} at once`],
      reduce: (_word, values) => values.toArray().join(" and "),
      partition: (key) => (key === "a" ? 1 : 0),
    },
    mapTasks: 1,
  });
  expect(result.parts).toEqual([["b 4 at once"], ["a 2 at once"]]);
});
