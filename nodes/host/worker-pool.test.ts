import { expect, test } from "bun:test";
import { join } from "node:path";
import { WorkerPool } from "./worker-pool.ts";

const script = join(import.meta.dir, "testdata/worker.ts");

test("jobs are done off this thread, each answered with its own result", async () => {
  const pool = new WorkerPool(script, 2);
  const results = await Promise.all([40, 41, 42, 1, 2].map((double) => pool.run({ double })));
  expect(results).toEqual([80, 82, 84, 2, 4]);
});

test("a job that throws fails alone", async () => {
  const pool = new WorkerPool(script, 1);
  const failed = pool.run({ fail: "no reason" }).catch((error: Error) => error.message);
  const next = pool.run({ double: 4 });
  expect(await failed).toBe("no reason");
  expect(await next).toBe(8);
});

test("a thread whose module is not there fails its jobs instead of keeping them", async () => {
  const pool = new WorkerPool(join(import.meta.dir, "testdata/no-such-worker.ts"), 1);
  const message = await pool.run({}).catch((error: Error) => error.message);
  expect(message).toContain("no-such-worker");
});
