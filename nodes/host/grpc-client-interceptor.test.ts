import { expect, test } from "bun:test";
import { serveFrames } from "./frame-test-support.ts";
import { maxMessageBytes } from "./frames.ts";
import type { ClientInterceptor } from "./host.ts";
import { RpcError } from "./rpc-error.ts";
import { collect, failureOf, Replica, servePair, testHost } from "./test-support.ts";

/** Writes down all that an interceptor is told. */
function recording() {
  const told: unknown[] = [];
  const interceptor: ClientInterceptor = {
    request: ({ method, peer, metadata }, request) =>
      told.push(["request", method, peer, metadata.get("attempt"), { ...request }]),
    response: (_, response) => told.push(["response", { ...response }]),
    status: (_, { code, details, durationMs }) =>
      told.push(["status", code, details, durationMs >= 0]),
  };
  return { told, interceptors: [interceptor] };
}

const path = "/proctor.filestore.v1.Replica";
const attempt = { metadata: { attempt: "2" } };

test("an interceptor of a client sees request, response and status of a framed call", async () => {
  await using pair = await servePair({ read: async ({ uuid }) => ({ content: `<${uuid}>` }) });
  const { told, interceptors } = recording();
  const client = pair.host.connect(Replica, pair.server.address, interceptors);
  await client.read({ uuid: "u" }, attempt);
  expect(told).toEqual([
    ["request", `${path}/Read`, pair.server.address, "2", { uuid: "u" }],
    ["response", expect.objectContaining({ content: "<u>" })],
    ["status", "OK", "", true],
  ]);
});

test("a plain call is seen in the same way, and once, also by a peer without frames", async () => {
  using frames = await serveFrames((stream) => {
    stream.emit("error", { code: 12, details: "what are frames?" });
  });
  using host = testHost();
  const { told, interceptors } = recording();
  const client = host.connect(Replica, frames.address, interceptors);
  for (let call = 0; call < 2; call++) await client.read({ uuid: "u" }, attempt);
  expect(frames.plainCalls()).toBe(2);
  const once = [
    ["request", `${path}/Read`, frames.address, "2", { uuid: "u" }],
    ["response", expect.objectContaining({ content: "plain" })],
    ["status", "OK", "", true],
  ];
  expect(told).toEqual([...once, ...once]);
});

test("a large request is seen on its connection of its own", async () => {
  await using pair = await servePair({ write: async () => ({ status: "SUCCESS" }) });
  const { told, interceptors } = recording();
  const client = pair.host.connect(Replica, pair.server.address, interceptors);
  await client.write({ name: "n", content: "x".repeat(maxMessageBytes / 2) });
  expect(told.map((each) => (each as unknown[])[0])).toEqual(["request", "response", "status"]);
});

test("each message of a stream is seen, and its end", async () => {
  await using pair = await servePair({
    async *list() {
      yield { objects: [{ name: "a" }] };
      yield { objects: [] };
      throw new RpcError("ABORTED", "enough");
    },
  });
  const { told, interceptors } = recording();
  const client = pair.host.connect(Replica, pair.server.address, interceptors);
  expect((await failureOf(collect(client.list({})))).code).toBe("ABORTED");
  const kinds = told.map((each) => (each as unknown[])[0]);
  expect(kinds).toEqual(["request", "response", "response", "status"]);
  expect(told.at(-1)).toEqual(["status", "ABORTED", "enough", true]);
});

test("a refusal and a peer that is not there are seen with their status", async () => {
  await using pair = await servePair({
    read: async () => {
      throw new RpcError("NOT_FOUND", "nowhere");
    },
  });
  const { told, interceptors } = recording();
  await failureOf(pair.host.connect(Replica, pair.server.address, interceptors).read({}));
  expect(told.at(-1)).toEqual(["status", "NOT_FOUND", "nowhere", true]);
  await failureOf(pair.host.connect(Replica, "127.0.0.1:1", interceptors).read({}));
  expect(told.at(-1)).toEqual(["status", "UNAVAILABLE", expect.any(String), true]);
  expect(told).toHaveLength(4);
});
