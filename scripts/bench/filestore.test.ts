import { afterAll, expect, test } from "bun:test";
import { hasEtcd } from "../../harness/kit/etcd.ts";
import { BenchRuns } from "./bench-runs.ts";
import { hasH2load } from "./h2load.ts";

const bench = await BenchRuns.open("filestore.ts");
afterAll(() => bench[Symbol.asyncDispose]());

test("bench filestore: a smoke run measures every protocol, operation and loop", async () => {
  const { exitCode, stderr } = await bench.run(["--smoke", "--seed", "7"]);
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  const rows = await bench.rows("throughput");
  const seen = rows.map((row) =>
    ["protocol", "operation", "clients", "loop"].map((column) => row.get(column)).join(" "),
  );
  for (const protocol of ["blocking", "nonblocking", "quorum"]) {
    for (const operation of ["read", "write", "mix"]) {
      for (const loop of ["1 closed", "8 closed", "64 closed", "64 open"]) {
        expect(seen).toContain(`${protocol} ${operation} ${loop}`);
      }
    }
  }
  for (const row of rows) expect(Number(row.get("operations"))).toBeGreaterThan(0);
  const starts = (await bench.rows("start-up")).map((row) => row.get("what"));
  expect(starts).toEqual(["all replicas", "flow", "one replica"]);
  const page = await bench.text("throughput.md");
  expect(page).toContain("--seed 7` on 20");
});

test.if(hasEtcd && hasH2load)("bench filestore: etcd and ours do all the same work", async () => {
  const { exitCode, stderr } = await bench.run(["--smoke", "--peer", "etcd"]);
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  const rows = await bench.rows("etcd");
  const systems = Map.groupBy(rows, (row) => row.get("system"));
  expect([...systems.keys()]).toEqual(["etcd", "ours"]);
  const works = [...systems.values()].map((own) => own.map((row) => row.get("work")));
  expect(works[0]).toHaveLength(6);
  expect(works[1]).toEqual(works[0]);
});

test("bench filestore: bad usage is one sentence and exit 64", async () => {
  const { exitCode, stderr } = await bench.run(["--replicas", "3,none"]);
  expect(exitCode).toBe(64);
  expect(stderr).toMatch(/^[^\n]*whole number[^\n]*\n$/);
});
