import { expect, test } from "bun:test";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { findInputs } from "../host/job-files.ts";
import { readBlocks } from "./input-blocks.ts";
import { splitInputs } from "./input-splits.ts";
import { Scratch } from "./testing/local-job.ts";

const file = (name: string, sizeBytes: number) => ({ name, path: `/${name}`, sizeBytes });

test("there are as many parts as asked for, of equal size, and nothing is left out", () => {
  const inputs = [file("a", 10), file("b", 0), file("c", 1), file("d", 989)];
  for (const tasks of [1, 2, 3, 7, 1_000]) {
    const parts = splitInputs(inputs, tasks);
    expect(parts).toHaveLength(tasks);
    const sizes = parts.map((pieces) =>
      pieces.reduce((sum, { start, end }) => sum + end - start, 0),
    );
    expect(sizes.reduce((sum, size) => sum + size)).toBe(1_000);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    expect(parts.flat().filter(({ name }) => name === "b")).toHaveLength(1);
  }
});

test("pieces meet at boundaries of lines: every line is in exactly one, whole", async () => {
  const line = fc.string({ unit: fc.constantFrom("a", "é", "𝔘", " "), maxLength: 12 });
  await fc.assert(
    fc.property(
      fc.array(line, { maxLength: 12 }),
      fc.integer({ min: 1, max: 20 }),
      (lines, tasks) => {
        using scratch = new Scratch({ "a.txt": lines.join("\n") });
        const read = splitInputs(findInputs(join(scratch.inputs, "*")), tasks).map((pieces) =>
          pieces.map((piece) => Array.from(readBlocks(piece), textOf).join("")).join(""),
        );
        expect(read.join("")).toBe(lines.join("\n"));
        const ends = read.slice(0, -1).filter((text) => text !== "");
        const all = lines.join("\n");
        for (const text of ends) expect(text.endsWith("\n") || all.endsWith(text)).toBe(true);
      },
    ),
    { numRuns: 100 },
  );
});

test("a line that is longer than a block is cut at white space, never within a word", () => {
  const words = Array.from({ length: 400_000 }, (_, index) => `wörd${index}`);
  using scratch = new Scratch({ "a.txt": words.join(" ") });
  const parts = splitInputs(findInputs(join(scratch.inputs, "*")), 2);
  const blocks = parts.flatMap((pieces) =>
    pieces.flatMap((piece) => Array.from(readBlocks(piece), textOf)),
  );
  expect(blocks.length).toBeGreaterThan(2);
  expect(blocks.flatMap((block) => block.split(" ").filter((word) => word !== ""))).toEqual(words);
});

test("text without any white space is one block, however the file is divided", () => {
  const text = "石".repeat(1_000_000);
  using scratch = new Scratch({ "a.txt": text });
  const parts = splitInputs(findInputs(join(scratch.inputs, "*")), 3);
  const blocks = parts.flatMap((pieces) =>
    pieces.flatMap((piece) => Array.from(readBlocks(piece), textOf)),
  );
  expect(blocks).toEqual([text]);
});

test("an input that has become shorter is an error, not a wrong count", () => {
  using scratch = new Scratch({ "a.txt": "one two three" });
  const [pieces = []] = splitInputs(findInputs(join(scratch.inputs, "*")), 1);
  writeFileSync(join(scratch.inputs, "a.txt"), "one");
  expect(() => pieces.map((piece) => [...readBlocks(piece)])).toThrow("no longer what it was");
});

function textOf({ bytes, start, end }: { bytes: Uint8Array; start: number; end: number }): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.slice(start, end));
}
