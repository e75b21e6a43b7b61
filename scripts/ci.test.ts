import { afterAll, expect, test } from "bun:test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { $ as zx } from "zx";

const $ = zx({ quiet: true, nothrow: true });
const summary = join(import.meta.dir, "../.ci/summary");
const directory = await mkdtemp(join(tmpdir(), "proctor-ci-"));
afterAll(() => rm(directory, { recursive: true }));

/** What `.ci/summary` makes of the stderr of `bun test` on one file. */
async function summarize(tests: string) {
  await Bun.write(join(directory, "a.test.ts"), `import { test } from "bun:test";\n${tests}\n`);
  const env = { ...process.env, NO_COLOR: "1" };
  const tested = await $({ cwd: directory, env })`${process.execPath} test`;
  return $({ input: tested.stderr })`awk -f ${summary}`;
}

const passing = 'test("passes", () => {});';
const failing = 'test("fails", () => { throw new Error("no"); });';

test.each([
  ["all passed", passing, 0, "1 passed, 0 failed\n"],
  ["one failed", passing + passing + failing, 1, "2 passed, 1 failed\n"],
  [
    "one skipped",
    `${passing}test.skipIf(true)("s", () => {});`,
    0,
    "1 passed, 0 failed, 1 skipped\n",
  ],
  ["numbers in a test's output", `${passing}console.log(" 7 fail");`, 0, "1 passed, 0 failed\n"],
])("ci: the last line counts truly when %s", async (_, tests, exitCode, line) => {
  const result = await summarize(tests);
  expect(result.stdout).toBe(line);
  expect(result.exitCode).toBe(exitCode);
});

test("ci: an error outside of any test is a failure", async () => {
  const result = await summarize(`${passing}\nthrow new Error("while loading");`);
  expect(result.stdout).toMatch(/^\d passed, 1 failed\n$/);
  expect(result.exitCode).toBe(1);
});

test("ci: a run that broke off is a failure", async () => {
  const result = await $({ input: " 3 pass\n 0 fail\n" })`awk -f ${summary}`;
  expect(result.stdout).toBe("bun test broke off without a summary\n3 passed, 1 failed\n");
  expect(result.exitCode).toBe(1);
});
