import { afterAll, expect, test } from "bun:test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { $ } from "zx";

const scratch = await mkdtemp(join(tmpdir(), "proctor-bench-"));
afterAll(() => rm(scratch, { recursive: true }));

const env = { ...process.env, PROCTOR_RUNS: join(scratch, "runs") };
const shell = $({ env, nothrow: true, quiet: true });
const bench = (words: readonly string[]) =>
  shell`${process.execPath} ${join(import.meta.dir, "branches.ts")} --output ${scratch} ${words}`;

const read = (name: string) => Bun.file(join(scratch, name)).text();

test("bench branches: a smoke run counts deposits and says which targets it measured", async () => {
  const { exitCode, stderr } = await bench(["--smoke", "--seed", "7"]);
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  const rows = (await read("throughput.csv")).split("\n").filter((line) => /^\d/.test(line));
  const seen = rows.map((row) => row.split(",").slice(1, 4).join(" "));
  expect(seen).toEqual(["3 1 closed", "3 32 closed", "3 32 open"]);
  for (const row of rows) expect(Number(row.split(",")[4])).toBeGreaterThan(0);
  expect(await read("start-to-output.csv")).toMatch(/^3,3,[\d.]+,\d+,\d+$/m);
  expect((await read("targets.md")).match(/not measured/g)).toHaveLength(3);
  for (const graph of ["throughput.svg", "latency.svg"]) {
    expect(await read(graph)).toStartWith("<svg");
  }
});

test("bench branches: bad usage is one sentence and exit 64", async () => {
  const { exitCode, stderr } = await bench(["--branches", "3,none"]);
  expect(exitCode).toBe(64);
  expect(stderr).toMatch(/^[^\n]*whole number[^\n]*\n$/);
});
