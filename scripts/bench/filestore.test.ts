import { afterAll, expect, test } from "bun:test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { $ } from "zx";
import { hasEtcd } from "../../harness/kit/etcd.ts";
import { hasH2load } from "./h2load.ts";

const scratch = await mkdtemp(join(tmpdir(), "proctor-bench-"));
afterAll(() => rm(scratch, { recursive: true }));

const env = { ...process.env, PROCTOR_RUNS: join(scratch, "runs") };
const shell = $({ env, nothrow: true, quiet: true });
const bench = (words: readonly string[]) =>
  shell`${process.execPath} ${join(import.meta.dir, "filestore.ts")} --output ${scratch} ${words}`;

/** The rows of a result, by column. */
async function readRows(name: string): Promise<Map<string, string>[]> {
  const text = await Bun.file(join(scratch, `${name}.csv`)).text();
  const [head = "", ...lines] = text
    .trimEnd()
    .split("\n")
    .filter((line) => !line.startsWith("#"));
  const columns = head.split(",");
  // Cells with commas are quoted; the columns that are looked at have none.
  return lines.map((line) => {
    const cells = line.replaceAll(/"[^"]*"/g, "quoted").split(",");
    return new Map(columns.map((column, index) => [column, cells[index] ?? ""]));
  });
}

test("bench filestore: a smoke run measures every protocol, operation and loop", async () => {
  const { exitCode, stderr } = await bench(["--smoke", "--seed", "7"]);
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  const rows = await readRows("throughput");
  const seen = rows.map((row) =>
    ["protocol", "operation", "clients", "loop"].map((column) => row.get(column)).join(" "),
  );
  for (const protocol of ["blocking", "nonblocking", "quorum"]) {
    for (const operation of ["read", "write", "mix"]) {
      for (const loop of ["1 closed", "64 closed", "64 open"]) {
        expect(seen).toContain(`${protocol} ${operation} ${loop}`);
      }
    }
  }
  for (const row of rows) expect(Number(row.get("operations"))).toBeGreaterThan(0);
  const starts = (await readRows("start-up")).map((row) => row.get("what"));
  expect(starts).toEqual(["all replicas", "flow", "one replica"]);
  const page = await Bun.file(join(scratch, "throughput.md")).text();
  expect(page).toContain("--seed 7` on 20");
});

test.if(hasEtcd && hasH2load)("bench filestore: etcd and ours do all the same work", async () => {
  const { exitCode, stderr } = await bench(["--smoke", "--peer", "etcd"]);
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  const rows = await readRows("etcd");
  const systems = Map.groupBy(rows, (row) => row.get("system"));
  expect([...systems.keys()]).toEqual(["etcd", "ours"]);
  const works = [...systems.values()].map((own) => own.map((row) => row.get("work")));
  expect(works[0]).toHaveLength(6);
  expect(works[1]).toEqual(works[0]);
});

test("bench filestore: bad usage is one sentence and exit 64", async () => {
  const { exitCode, stderr } = await bench(["--replicas", "3,none"]);
  expect(exitCode).toBe(64);
  expect(stderr).toMatch(/^[^\n]*whole number[^\n]*\n$/);
});
