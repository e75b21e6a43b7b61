import { afterAll, expect, test } from "bun:test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { $ } from "zx";

const scratch = await mkdtemp(join(tmpdir(), "proctor-bench-"));
afterAll(() => rm(scratch, { recursive: true }));

test("bench calls: a smoke run measures every kind of call in every setting", async () => {
  const env = { ...process.env, PROCTOR_RUNS: join(scratch, "runs") };
  const shell = $({ env, nothrow: true, quiet: true });
  const script = join(import.meta.dir, "calls.ts");
  const { exitCode, stderr, stdout } =
    await shell`${process.execPath} ${script} --output ${scratch} --smoke --seed 7`;
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  const text = await Bun.file(join(scratch, "calls.csv")).text();
  const rows = text.split("\n").map((line) => line.split(",").slice(0, 3).join(" "));
  for (const kind of ["plain", "framed", "traced"]) {
    for (const setting of ["1 1", "2 2", "1 64"]) expect(rows).toContain(`${kind} ${setting}`);
  }
  expect(stdout.split("\n").filter((line) => line.includes("plain / framed"))).not.toEqual([]);
});
