import { expect, test } from "bun:test";
import { ResultFolder } from "../bench/result-folder.ts";
import { readChapter } from "./chapter.ts";

const read = (chapter: string, files: readonly (readonly [string, string])[] = []) =>
  readChapter({
    system: "branches",
    chapter,
    folder: new ResultFolder(new Map(), new Map()),
    files: new Map(files),
    derived: new Map(),
    graphs: [],
  });

test("a chapter goes down a level, but not what stands in its code", () => {
  const { title, body } = read("# Bank\n\n## Goal\n\n```sh\n## run\n```\n\n### More\n");
  expect(title).toBe("Bank");
  expect(body).toBe("### Goal\n\n```sh\n## run\n```\n\n#### More");
});

test("its included results are as they are now, its help is folded", () => {
  const chapter = [
    "# Bank",
    "<!-- include: results/branches/targets.md -->\nold\n<!-- /include -->",
    "<!-- include: harness/trace.txt -->\nkept\n<!-- /include -->",
    "<!-- help: bun bank.ts -->\nUsage\n<!-- /help -->",
  ];
  const { body, shown } = read(`${chapter.join("\n")}\n`, [["targets.md", "| new |\n"]]);
  expect(body).toStartWith("| new |\nkept\n<details>\n<summary><code>bun bank.ts --help</code>");
  expect(body).not.toContain("old");
  expect([...shown]).toEqual(["targets.md"]);
});

test("its pictures are found from the folder of results", () => {
  const { body, shown } = read("# Bank\n\n![rate](../../results/branches/throughput.svg)\n");
  expect(body).toBe("![rate](branches/throughput.svg)");
  expect([...shown]).toEqual(["throughput.svg"]);
});

test("a chapter without title, or with a result that is not there, is refused", () => {
  expect(() => read("Bank\n")).toThrow("no title");
  const including = "# Bank\n<!-- include: results/branches/none.md -->\n\n<!-- /include -->\n";
  expect(() => read(including)).toThrow("not there");
});
