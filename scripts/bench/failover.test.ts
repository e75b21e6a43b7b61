import { afterAll, expect, test } from "bun:test";
import { BenchRuns } from "./bench-runs.ts";

const bench = await BenchRuns.open("failover.ts");
afterAll(() => bench[Symbol.asyncDispose]());

const seenIn = async (name: string, ...columns: readonly string[]) =>
  (await bench.rows(name)).map((row) => columns.map((column) => row.get(column)).join(" "));

test("bench failover: a smoke run measures all parts, draws, and judges the targets", async () => {
  const { exitCode, stderr } = await bench.run(["--smoke", "--seed", "7"]);
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  const sequences = await seenIn("sequence", "clients", "requests", "operation", "keys");
  for (const operation of ["get", "put", "mixed"]) {
    for (const clients of [1, 2, 10]) {
      expect(sequences).toContain(`${clients} 20 ${operation} uniform`);
    }
    expect(sequences).toContain(`1 20 ${operation} hot`);
  }
  expect(await seenIn("concurrent", "servers", "clients", "operation")).toEqual([
    ...["3 64 put", "3 64 mixed", "3 64 get"],
  ]);
  expect(await seenIn("outages", "guarantee", "killed")).toEqual(
    ["last-standing", "majority"].flatMap((guarantee) =>
      ["nobody", "a backup", "the primary"].map((killed) => `${guarantee} ${killed}`),
    ),
  );
  const [revival] = await bench.rows("revival");
  expect(Number(revival?.get("missed"))).toBeGreaterThanOrEqual(200);
  expect(Number(revival?.get("serving_ms"))).toBeGreaterThanOrEqual(
    Number(revival?.get("ready_ms")),
  );
  const page = await bench.text("sequence.md");
  expect(page).toContain("--seed 7` on 20");
  for (const graph of ["throughput.svg", "latency.svg", "outages.svg"]) {
    expect(await bench.text(graph)).toStartWith("<svg ");
  }
  expect(await bench.text("targets.md")).toMatch(/\| 64 clients, 3 servers: puts .* (yes|MISSED) /);
});

test("bench failover: bad usage is one sentence and exit 64", async () => {
  const { exitCode, stderr } = await bench.run(["--part", "sequence,naps"]);
  expect(exitCode).toBe(64);
  expect(stderr).toMatch(/^[^\n]*"naps"[^\n]*\n$/);
});
