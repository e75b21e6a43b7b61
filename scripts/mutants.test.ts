import { expect, test } from "bun:test";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { $ } from "zx/core";
import { repositoryRoot } from "../harness/kit/repository.ts";
import { temporaryDirectory } from "../harness/kit/test-support.ts";
import { fromCsv } from "./bench/csv.ts";
import { mistakeOf, systems } from "./mutants.ts";

test("what is wrong is the first sentence of a mutant's header", () => {
  expect(mistakeOf('import a from "a";\n/**\n * It lies. So\n * what.\n */')).toBe("It lies.");
  expect(mistakeOf("/** It counts 1.5 times too\n * often: always. */")).toBe(
    "It counts 1.5 times too often.",
  );
});

test("a run writes a row for each mutant, with the check that caught it", async () => {
  using directory = temporaryDirectory();
  const flags = ["--systems", "branches", "--only", "applies-twice,never-says-no"];
  const shell = $({ cwd: repositoryRoot, nothrow: true, quiet: true });
  const { exitCode, stdout } =
    await shell`${process.execPath} scripts/mutants.ts ${flags} --output ${directory.path}`;
  expect(stdout).toContain("PASS  branches: 2 of 2 mutants caught.");
  expect(exitCode).toBe(0);
  const { rows } = fromCsv(await Bun.file(join(directory.path, "branches.csv")).text());
  expect(rows[0]).toMatchObject({
    mutant: "applies-twice",
    mistake: "A branch applies every copy of an update that it is told.",
    faults: "duplicate, lose-reply",
  });
  const page = await Bun.file(join(directory.path, "branches.md")).text();
  expect(page).toContain("| `never-says-no`");
}, 30_000);

test("the committed tables have a row for each mutant, all of them caught", async () => {
  const folders = await readdir(join(repositoryRoot, "harness/mutants"), { withFileTypes: true });
  const names = folders.filter((each) => each.isDirectory()).map(({ name }) => name);
  expect(names.sort()).toEqual([...systems].sort());
  for (const system of systems) {
    const files = await readdir(join(repositoryRoot, "harness/mutants", system));
    const mutants = files.map((file) => file.replace(/\.ts$/, "")).filter((n) => n !== "mutant");
    const table = join(repositoryRoot, "results/mutants", `${system}.csv`);
    const { rows } = fromCsv(await Bun.file(table).text());
    expect(rows.map(({ mutant }) => mutant)).toEqual(mutants.sort());
    expect(rows.filter(({ caught_by }) => caught_by === "NOT CAUGHT")).toEqual([]);
  }
});
