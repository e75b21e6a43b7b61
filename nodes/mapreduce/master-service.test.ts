import { expect, test } from "bun:test";
import { failureOf, testHost } from "../host/test-support.ts";
import { serveMaster } from "./master-service.ts";
import { Master } from "./protocol.ts";
import { noCounters } from "./task-state.ts";

const limits = {
  ...{ leaseMs: 10_000, attempts: 3, skipBadRecords: false, journal: false, awaitWorkers: 1 },
  ...{ backups: true, backupAfterMs: 1_000 },
};
const description = {
  ...{ id: "job", application: "", mapTasks: 1, reduceTasks: 1, folder: "", durable: false },
  ...{ sharedNothing: false, skipBadRecords: false, recordTimeoutMs: 1_000 },
};

/** A master of one map and one reduce task in this process. */
async function serve(change: Partial<typeof limits> = {}) {
  const host = testHost();
  const placed: number[] = [];
  const server = await serveMaster(
    host,
    "127.0.0.1:0",
    { ...limits, ...change },
    {
      begin: () => ({ description, pieces: [[]], startedAtMs: host.clock.wallMs() }),
      place: (_job, task) => placed.push(task),
      end: () => {},
    },
  );
  const client = host.connect(Master, server.address);
  const stop = async () => {
    await server.stop(0);
    host[Symbol.dispose]();
  };
  return { client, placed, finished: server.finished, [Symbol.asyncDispose]: stop };
}

const worker = { id: "w1", incarnation: "1" };

test("nonsense is refused, and the job goes on to its end", async () => {
  await using master = await serve();
  const { client } = master;
  expect(await failureOf(client.register({ address: "" }))).toMatchObject({
    code: "INVALID_ARGUMENT",
  });
  for (const call of [client.nextTask({ worker }), client.heartbeat({}), client.complete({})]) {
    expect(await failureOf(call)).toMatchObject({ code: "NOT_FOUND" });
  }
  await client.register({ worker, address: "127.0.0.1:1" });
  const nowhere = { kind: "MAP" as const, number: 99, attempt: 1 };
  expect(await failureOf(client.complete({ worker, attempt: nowhere }))).toMatchObject({
    code: "INVALID_ARGUMENT",
  });
  expect(await failureOf(client.fail({ worker, message: "?" }))).toMatchObject({
    code: "INVALID_ARGUMENT",
  });
  expect(await client.heartbeat({ worker, attempt: nowhere, progress: Number.NaN })).toMatchObject({
    cancel: true,
  });
  for (const kind of ["MAP", "REDUCE"]) {
    const { task } = await client.nextTask({ worker });
    expect(task).toMatchObject({ kind, number: 0, attempt: 1 });
    const lost = [{ task: 1_000, attempt: 1, address: "" }];
    if (kind === "REDUCE") await client.fail({ worker, attempt: { ...task, attempt: 9 }, lost });
    const done = { worker, attempt: task, counters: noCounters };
    expect(await client.complete(done)).toEqual({ committed: true });
    expect(await client.complete(done)).toEqual({ committed: true });
  }
  expect(master.placed).toEqual([0]);
  expect(await client.status({})).toMatchObject({ state: "succeeded", retries: 0 });
  expect((await client.nextTask({ worker })).done).toBe(true);
  expect(await master.finished).toBe(0);
});

test("another incarnation of a worker takes its place; the old one must register", async () => {
  await using master = await serve();
  const { client } = master;
  await client.register({ worker, address: "127.0.0.1:1" });
  const { task } = await client.nextTask({ worker });
  const again = { ...worker, incarnation: "2" };
  await client.register({ worker: again, address: "127.0.0.1:2" });
  expect(await failureOf(client.complete({ worker, attempt: task }))).toMatchObject({
    code: "NOT_FOUND",
  });
  expect((await client.nextTask({ worker: again })).task).toMatchObject({ number: 0, attempt: 2 });
});

test("no task is given out before all awaited workers are there", async () => {
  await using master = await serve({ awaitWorkers: 2, leaseMs: 400 });
  const { client } = master;
  await client.register({ worker, address: "127.0.0.1:1" });
  expect((await client.nextTask({ worker })).task).toBeNull();
  await client.register({ worker: { id: "w2", incarnation: "1" }, address: "127.0.0.1:2" });
  expect((await client.nextTask({ worker })).task).not.toBeNull();
});
