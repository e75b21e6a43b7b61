import { afterAll, expect, test } from "bun:test";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { $ } from "zx";

const scratch = await mkdtemp(join(tmpdir(), "proctor-bench-"));
afterAll(() => rm(scratch, { recursive: true }));

const env = { ...process.env, PROCTOR_RUNS: join(scratch, "runs") };
const shell = $({ env, nothrow: true, quiet: true });
const script = join(import.meta.dir, "mapreduce.ts");

test("bench mapreduce: a smoke run measures all, checks counts and judges targets", async () => {
  const output = join(scratch, "results");
  const words = ["--smoke", "--seed", "7", "--output", output];
  const { exitCode, stderr, stdout } = await shell`${process.execPath} ${script} ${words}`;
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  const names = (await readdir(output)).sort();
  for (const name of ["failures", "peers", "samples", "targets", "throughput", "statistics"]) {
    expect(names).toContain(`${name}.csv`);
    expect(names).toContain(`${name}.md`);
  }
  expect(names).toContain("throughput.svg");
  expect(names.filter((name) => name.startsWith("timeline-"))).toHaveLength(4);
  const rows = (await Bun.file(join(output, "throughput.csv")).text()).split("\n");
  for (const app of ["word-count", "inverted-index"]) {
    for (const workers of [1, 2]) {
      expect(rows.some((row) => row.startsWith(`${app},2,${workers},1,`))).toBe(true);
    }
  }
  expect(stdout).toMatch(/memory of a worker, MB .* (yes|MISSED)/);
});

test("bench mapreduce: bad usage is one sentence and exit 64", async () => {
  const { exitCode, stderr } = await shell`${process.execPath} ${script} --peer flink`;
  expect(exitCode).toBe(64);
  expect(stderr).toMatch(/^[^\n]*one of shell, spark[^\n]*\n$/);
});
