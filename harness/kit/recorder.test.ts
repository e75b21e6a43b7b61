import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { RpcError } from "../../nodes/host/rpc-error.ts";
import type { Event } from "../check/history.ts";
import { Recorder } from "./recorder.ts";
import { temporaryDirectory } from "./test-support.ts";

const write = { process: "c1", f: "write", key: "k", value: "v1", node: "r1" };

/** Runs `body` with a recorder, and reads what it wrote. */
async function record(body: (recorder: Recorder) => Promise<void>): Promise<Event[]> {
  using directory = temporaryDirectory();
  const file = join(directory.path, "history.jsonl");
  const recorder = new Recorder(file);
  await body(recorder);
  await recorder.close();
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  const events = lines.map((line): Event => JSON.parse(line));
  expect(events.map(({ time }) => time)).toEqual(recorder.events.map(({ time }) => time));
  return events;
}

test("an answer is ok: invoke and completion, with times around the call", async () => {
  let during = 0;
  const events = await record(async (recorder) => {
    const answer = await recorder.operation(write, async () => {
      during = performance.now();
      return { status: "SUCCESS" };
    });
    expect(answer).toEqual({ status: "SUCCESS" });
  });
  expect(events).toMatchObject([
    { ...write, type: "invoke" },
    { ...write, type: "ok", value: { status: "SUCCESS" } },
  ]);
  expect(events[0]?.time).toBeLessThanOrEqual(during);
  expect(events[1]?.time).toBeGreaterThanOrEqual(during);
});

test("what is recorded of an answer can be chosen", async () => {
  const events = await record(async (recorder) => {
    const answer = async () => ({ status: "SUCCESS", version: "7" });
    await recorder.operation(write, answer, ({ version }) => version);
  });
  expect(events[1]?.value).toBe("7");
});

test.each([
  ["definite error", new RpcError("FAILED_PRECONDITION", "no primary"), "fail", "c1"],
  ["lost reply", new RpcError("UNAVAILABLE", "dropped", { definite: false }), "info", "c1/2"],
  ["deadline", new RpcError("DEADLINE_EXCEEDED", "late"), "info", "c1/2"],
  ["error of another kind", new Error("what?"), "info", "c1/2"],
])("after a %s the client goes on under the right name", async (_, error, type, nextName) => {
  const events = await record(async (recorder) => {
    const failing = recorder.operation(write, () => Promise.reject(error));
    expect(await failing.catch((reason: unknown) => reason)).toBe(error);
    await recorder.operation(write, async () => "SUCCESS");
  });
  expect(events).toMatchObject([
    { process: "c1", type: "invoke" },
    { process: "c1", type, value: error.message },
    { process: nextName, type: "invoke" },
    { process: nextName, type: "ok" },
  ]);
});

test("what still runs at the end may yet happen, and says nothing afterwards", async () => {
  const reply = Promise.withResolvers<string>();
  let pending: Promise<string> | undefined;
  const events = await record(async (recorder) => {
    pending = recorder.operation(write, () => reply.promise);
  });
  reply.resolve("too late");
  expect(await pending).toBe("too late");
  expect(events.map(({ type }) => type)).toEqual(["invoke", "info"]);
});

test("a client that does two operations at once is a mistake of the flow", async () => {
  await record(async (recorder) => {
    const reply = Promise.withResolvers<string>();
    const first = recorder.operation(write, () => reply.promise);
    const second = recorder.operation(write, async () => "SUCCESS");
    expect(await second.catch(String)).toContain("client c1 does two operations at once");
    reply.resolve("SUCCESS");
    await first;
  });
});

test("several clients interleave, in the order of their times", async () => {
  const events = await record(async (recorder) => {
    const clients = ["c1", "c2", "c3"];
    const operation = (process: string) =>
      recorder.operation({ ...write, process }, () => Promise.resolve("SUCCESS"));
    await Promise.all(clients.map(operation));
  });
  const times = events.map(({ time }) => time);
  expect(times).toEqual(times.toSorted((one, other) => one - other));
  expect(events.slice(0, 3).map(({ type }) => type)).toEqual(["invoke", "invoke", "invoke"]);
});

test("an amount of money keeps all its digits", async () => {
  const events = await record(async (recorder) => {
    await recorder.operation(write, async () => 2n ** 60n);
  });
  expect(events[1]?.value).toBe("1152921504606846976");
});
