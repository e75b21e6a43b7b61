import { expect, test } from "bun:test";
import { join } from "node:path";
import { $ } from "zx/core";
import { runLocally, Scratch, wordCount } from "./testing/local-job.ts";

const streaming = join(import.meta.dir, "streaming.ts");
const shell = $({ quiet: true, nothrow: true, env: { ...process.env, LC_ALL: "C" } });

async function pipeline(app: string, text: string) {
  const bun = process.execPath;
  const map = shell({ input: text })`${bun} ${streaming} map --app ${app}`;
  const combine = map.pipe`sort`.pipe`${bun} ${streaming} combine --app ${app}`;
  const result = await combine.pipe`sort`.pipe`${bun} ${streaming} reduce --app ${app}`;
  return { ...(await result), stdout: result.stdout, stderr: result.stderr, map: await map };
}

test("map, sort, combine and reduce as processes count like our own job", async () => {
  const text = "one two\r\none Größe 石\n\ntwo one __proto__ last";
  const { stdout, stderr, map } = await pipeline(wordCount, text);
  using scratch = new Scratch({ "a.txt": text });
  const { parts } = await runLocally(scratch, { application: wordCount });
  const own = parts.flat().map((line) => line.replace(" ", "\t"));
  expect(stdout.trimEnd().split("\n").sort()).toEqual(own.sort());
  expect(stderr).toContain("reporter:counter:proctor,keys,6\n");
  expect(map.stderr).toContain("reporter:counter:proctor,records,9\n");
});

test("keys and values with tabs, newlines and backslashes come through a sort", async () => {
  using scratch = new Scratch();
  const app = scratch.application(
    `export const map = (name, contents, emit) => {
       for (const [key, value] of JSON.parse(contents)) emit(key, value);
     };
     export const combine = (key, values) => values.toArray();
     export const reduce = (key, values) => JSON.stringify([key, values.toArray()]);`,
  );
  const pairs = ["a\tb", "a\\tb", "line\nfeed", "", "\r"].map((key) => [key, `${key}=`]);
  const { stdout } = await pipeline(app, JSON.stringify(pairs));
  const results = stdout
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t")[1] ?? "");
  const plainOf = (text: string) => JSON.parse(text.replaceAll("\\\\", "\\"));
  expect(results.map(plainOf).sort()).toEqual(pairs.map(([key, value]) => [key, [value]]).sort());
});

test("an application that fails or does not load ends with its words and not with 0", async () => {
  using scratch = new Scratch();
  const app = scratch.application(
    "export const map = () => { throw new Error('no luck'); }; export const reduce = map;",
  );
  const bun = process.execPath;
  const failed = await shell({ input: "text" })`${bun} ${streaming} map --app ${app}`;
  expect(failed).toMatchObject({ exitCode: 70 });
  expect(failed.stderr).toContain("no luck");
  const missing = await shell`${bun} ${streaming} map --app /no/such.ts`;
  expect(missing).toMatchObject({ exitCode: 70 });
  expect(missing.stderr).toContain("does not load");
  const uncombined = await shell({ input: "" })`${bun} ${streaming} combine --app ${app}`;
  expect(uncombined).toMatchObject({ exitCode: 70 });
});
