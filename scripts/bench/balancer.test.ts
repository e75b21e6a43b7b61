import { afterAll, expect, test } from "bun:test";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { $ } from "zx";
import { hasH2load } from "./h2load.ts";
import { hasNginx } from "./nginx.ts";

const scratch = await mkdtemp(join(tmpdir(), "proctor-bench-"));
afterAll(() => rm(scratch, { recursive: true }));

const env = { ...process.env, PROCTOR_RUNS: join(scratch, "runs") };
const shell = $({ env, nothrow: true, quiet: true });
const script = join(import.meta.dir, "balancer.ts");
const small = ["--smoke", "--seed", "7", "--backends", "6", "--agents", "2", "--clients", "8"];
const bench = (words: readonly string[]) =>
  shell`${process.execPath} ${script} ${small} --output ${scratch} ${words}`;

/** The first cells of a result's rows. */
async function readRows(name: string, cells: number): Promise<string[]> {
  const text = await Bun.file(join(scratch, `${name}.csv`)).text();
  const lines = text.trimEnd().split("\n");
  const rows = lines.filter((line) => !line.startsWith("#")).slice(1);
  return rows.map((row) => row.split(",").slice(0, cells).join(" "));
}

const page = (name: string) => Bun.file(join(scratch, `${name}.md`)).text();

test.if(hasH2load)("bench balancer: a smoke run measures policies, queries and reuse", async () => {
  const some = ["--scenarios", "cpu_heavy,churn", "--policies", "round_robin,least_load"];
  const { exitCode, stderr } = await bench([...some, "--shares", "50"]);
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  expect(await readRows("policies", 4)).toEqual([
    "1 cpu_heavy round_robin 50",
    "1 cpu_heavy least_load 50",
    "1 churn round_robin 50",
    "1 churn least_load 50",
  ]);
  expect(await readRows("picks", 1)).toEqual(["round_robin", "least_load"]);
  const reuse = await Bun.file(join(scratch, "reuse.csv")).text();
  expect(reuse).toMatch(/,direct,\d+,/);
  expect(reuse).toMatch(/,ours,\d+,/);
  const graphs = (await readdir(scratch)).filter((name) => name.endsWith(".svg"));
  expect(graphs).toContain("churn-throughput.svg");
  expect(graphs).toContain("p99-at-50.svg");
  const targets = await page("targets");
  expect(targets).toMatch(/\| unequal at 80 %.* \| not measured/);
  expect(targets).toMatch(/\| queries a second.* \| (yes|MISSED) /);
});

test.if(hasNginx)("bench balancer: nginx and ours do all the same work", async () => {
  const { exitCode, stderr } = await bench(["--peer", "nginx"]);
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  const text = await Bun.file(join(scratch, "nginx.csv")).text();
  expect(text).toMatch(/,nginx,\d+,/);
  expect(text).toMatch(/,ours,\d+,/);
  expect(await page("targets")).toMatch(/\| throughput, times that through nginx.* (yes|MISSED) /);
});

test("bench balancer: bad usage is one sentence and exit 64", async () => {
  const { exitCode, stderr } = await bench(["--policies", "best"]);
  expect(exitCode).toBe(64);
  expect(stderr).toMatch(/^[^\n]*one of pick_first[^\n]*\n$/);
});
