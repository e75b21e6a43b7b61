import { afterAll, expect, test } from "bun:test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fillBlocks, fillPages } from "./help-blocks.ts";

const root = await mkdtemp(join(tmpdir(), "proctor-help-"));
afterAll(() => rm(root, { recursive: true }));
await Bun.write(
  join(root, "greet.ts"),
  'console.log("Usage: greet", process.argv.slice(2).join(), process.env["COLUMNS"]);\n',
);
await Bun.write(join(root, "broken.ts"), 'console.error("no");\nprocess.exit(3);\n');
await Bun.write(join(root, "table.md"), "| a |\n| - |\n");

const emptyPage = [
  "# Page",
  "<!-- help: bun greet.ts aloud -->",
  "<!-- /help -->",
  "between",
  "<!-- include: table.md -->",
  "old",
  "<!-- /include -->",
  "after",
  "",
].join("\n");

const filledPage = [
  "# Page",
  "<!-- help: bun greet.ts aloud -->",
  "```text",
  "Usage: greet aloud,--help 100",
  "```",
  "<!-- /help -->",
  "between",
  "<!-- include: table.md -->",
  "| a |",
  "| - |",
  "<!-- /include -->",
  "after",
  "",
].join("\n");

test("help blocks: help and files are filled in, the rest of the page is kept", async () => {
  expect(await fillBlocks(emptyPage, root)).toBe(filledPage);
});

test("help blocks: a page without blocks, and one that is filled, stay as they are", async () => {
  expect(await fillBlocks("# Page\n\n    <!-- help: bun x.ts -->\n", root)).toBe(
    "# Page\n\n    <!-- help: bun x.ts -->\n",
  );
  expect(await fillBlocks(filledPage, root)).toBe(filledPage);
});

test.each([
  ["a block without end", "<!-- help: bun greet.ts -->\n", "not closed"],
  ["an end without block", "<!-- /help -->\n", "not closed"],
  ["another end", "<!-- help: bun greet.ts -->\n<!-- /include -->\n", "not closed"],
  ["a command that fails", "<!-- help: bun broken.ts -->\n<!-- /help -->\n", "ended with 3: no"],
  ["another program", "<!-- help: rm greet.ts -->\n<!-- /help -->\n", "does not start with `bun`"],
  ["a missing file", "<!-- include: none.md -->\n<!-- /include -->\n", "there is no none.md"],
])("help blocks: %s is an error", async (_, page, message) => {
  await expect(fillBlocks(page, root)).rejects.toThrow(message);
});

test("help blocks: a stale page is reported, and written only when asked", async () => {
  const page = Bun.file(join(root, "page.md"));
  await page.write(emptyPage);
  expect(await fillPages(root, false)).toEqual(["page.md"]);
  expect(await page.text()).toBe(emptyPage);
  expect(await fillPages(root, true)).toEqual(["page.md"]);
  expect(await page.text()).toBe(filledPage);
  expect(await fillPages(root, false)).toEqual([]);
});
