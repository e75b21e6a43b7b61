import { describe, expect, test } from "bun:test";
import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { $ } from "zx";
import { arrowSamples } from "./tidy/arrow-samples.ts";
import type { Sample } from "./tidy/source.ts";
import { styleSamples } from "./tidy/style-samples.ts";
import { readTree, rules, tidy } from "./tidy.ts";

const root = join(import.meta.dir, "..");

test("tidy: the whole tree obeys", async () => {
  const tree = await readTree(root);
  expect(tree.has("scripts/tidy.ts")).toBe(true);
  expect(tidy(tree)).toEqual([]);
});

const samples = new Map<string, Sample>([...arrowSamples, ...styleSamples]);

/** The findings of one rule in one file; `beside` are further files of the tree. */
function findings(rule: string, path: string, text: string, beside: Sample["beside"] = []) {
  const tree = new Map<string, string>([...beside, [path, text]]);
  return tidy(tree).filter((line) => line.startsWith(`${path}:`) && line.includes(` ${rule}: `));
}

describe("tidy: each rule fails what is bad and passes what is good", () => {
  for (const { name } of rules) {
    test(name, () => {
      const sample = samples.get(name);
      if (sample === undefined) throw new Error(`${name} has no samples`);
      for (const [path, text] of sample.bad) {
        expect(findings(name, path, text, sample.beside), `${path}: ${text}`).not.toEqual([]);
      }
      for (const [path, text] of sample.good) {
        expect(findings(name, path, text, sample.beside), `${path}: ${text}`).toEqual([]);
      }
    });
  }
});

test("tidy: a finding names its place", () => {
  const tree = new Map([["nodes/store/a.ts", "export const a =\n  Date.now();\n"]]);
  expect(tidy(tree)).toEqual(["nodes/store/a.ts:2 seam: uses Date.now instead of the host"]);
});

test("tidy: the linter refuses a function of more than 70 lines", async () => {
  await using directory = await mkdtempDisposable(join(tmpdir(), "proctor-lint-"));
  const lint = async (lines: number) => {
    const body = "  console.log(1);\n".repeat(lines - 2);
    await Bun.write(join(directory.path, "a.ts"), `export function a(): void {\n${body}}\n`);
    return $({ cwd: directory.path, nothrow: true, quiet: true })`\
      ${root}/node_modules/.bin/biome lint --config-path=${root} --vcs-enabled=false .`;
  };
  expect((await lint(70)).exitCode).toBe(0);
  expect((await lint(71)).stderr).toContain("noExcessiveLinesPerFunction");
});
