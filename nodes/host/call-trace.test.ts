import { afterEach, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type CallEvent, CallTrace, onBehalf } from "./call-trace.ts";
import type { Call } from "./host.ts";
import { RpcError } from "./rpc-error.ts";
import { failureOf, temporaryDirectory } from "./test-support.ts";

const method = "/proctor.filestore.v1.Replica/Write";

afterEach(() => {
  delete process.env["PROCTOR_CALLS"];
});

function openTrace(directory: string, node: string): CallTrace {
  process.env["PROCTOR_CALLS"] = directory;
  const trace = CallTrace.open(node);
  if (trace === undefined) throw new Error("it was asked for");
  return trace;
}

/** What was written, once the turn of the event loop is over that wrote it. */
async function written(directory: string, node: string): Promise<CallEvent[]> {
  await new Promise((resolve) => setImmediate(resolve));
  const text = readFileSync(join(directory, `${node}.jsonl`), "utf8");
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as CallEvent);
}

test("nothing is traced unless the harness asks for it", () => {
  expect(CallTrace.open("r1")).toBeUndefined();
});

test("a call is written at both ends under one name, which its metadata carries", async () => {
  using directory = temporaryDirectory();
  const caller = openTrace(directory.path, "r1");
  const callee = openTrace(directory.path, "r2").interceptor();
  const answer = await caller.unary(method, "h:1", { metadata: { own: "x" } }, async (options) => {
    const metadata = new Map(Object.entries({ ...options.metadata, "proctor-node": "r1" }));
    expect(metadata.get("own")).toBe("x");
    const call = { method, metadata } as unknown as Call;
    await callee.start?.(call);
    callee.status?.(call, { code: "OK", details: "", durationMs: 1 });
    return "done";
  });
  expect(answer).toBe("done");
  const [sent, returned] = await written(directory.path, "r1");
  const [received, answered] = await written(directory.path, "r2");
  expect(sent).toMatchObject({ event: "sent", node: "r1", method, to: "h:1" });
  expect(received).toMatchObject({ event: "received", node: "r2", method, from: "r1" });
  expect(answered).toMatchObject({ event: "answered", status: "OK" });
  expect(returned).toMatchObject({ event: "returned", status: "OK" });
  expect(new Set([sent, received, answered, returned].map((each) => each?.call)).size).toBe(1);
  const times = [sent, received, answered, returned].map((each) => each?.at ?? 0);
  expect(times).toEqual(times.toSorted((one, other) => one - other));
});

test("a call that fails is written with its code, and fails as without a trace", async () => {
  using directory = temporaryDirectory();
  const trace = openTrace(directory.path, "r1");
  const refused = new RpcError("UNAVAILABLE", "nobody is there");
  const failing = trace.unary(method, "h:1", {}, () => Promise.reject(refused));
  expect(await failureOf(failing)).toBe(refused);
  const events = await written(directory.path, "r1");
  expect(events.map(({ event, status }) => [event, status])).toEqual([
    ["sent", undefined],
    ["returned", "UNAVAILABLE"],
  ]);
});

test("a stream comes back when its reader is done with it, read to its end or not", async () => {
  using directory = temporaryDirectory();
  const trace = openTrace(directory.path, "r1");
  const stream = trace.streaming(method, "h:1", {}, async function* () {
    yield 1;
    yield 2;
  });
  for await (const each of stream) if (each === 1) break;
  const events = await written(directory.path, "r1");
  expect(events.map(({ event }) => event)).toEqual(["sent", "returned"]);
});

test("a call that is made for a client says so", async () => {
  using directory = temporaryDirectory();
  const trace = openTrace(directory.path, "harness");
  await onBehalf.run("c1", () => trace.unary(method, "h:1", {}, async () => "done"));
  const [sent] = await written(directory.path, "harness");
  expect(sent?.client).toBe("c1");
});

test("the lines of long runs are put aside, so that a file stays small", async () => {
  using directory = temporaryDirectory();
  const trace = openTrace(directory.path, "r1");
  const long = `/${"x".repeat(2_000_000)}`;
  for (let calls = 0; calls < 4; calls += 1) {
    await trace.unary(long, "h:1", {}, async () => "done");
    await written(directory.path, "r1");
  }
  expect(await Bun.file(join(directory.path, "r1.jsonl.1")).exists()).toBe(true);
  expect(Bun.file(join(directory.path, "r1.jsonl")).size).toBeLessThan(6_000_000);
});
