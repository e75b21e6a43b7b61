import { expect, test } from "bun:test";
import { connect as connectHttp2 } from "node:http2";
import { connect } from "node:net";
import { startReady } from "./test-process.ts";
import { collect, Replica, servePair, temporaryDirectory, testHost } from "./test-support.ts";

/** Sends bytes on a connection of their own; resolves once the server ended it or answered. */
async function sendRaw(address: string, bytes: Uint8Array | string): Promise<void> {
  const [hostname = "", port] = address.split(":");
  const { promise, resolve } = Promise.withResolvers<void>();
  const socket = connect(Number(port), hostname, () => socket.end(bytes));
  socket.on("data", () => resolve());
  socket.on("error", () => resolve());
  socket.on("close", () => resolve());
  await promise;
  socket.destroy();
}

const preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

const hostile: readonly (readonly [string, Uint8Array | string])[] = [
  ["nothing", ""],
  ["noise", Uint8Array.from({ length: 4096 }, (_, index) => (index * 73 + 11) % 256)],
  ["an HTTP/1 request", "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"],
  ["half a preface", preface.slice(0, 10)],
  ["a preface and noise", `${preface}${"\u0000\u00ff".repeat(500)}`],
  ["a frame longer than allowed", Buffer.concat([Buffer.from(preface), Buffer.alloc(9, 0xff)])],
];

test("bytes that are no gRPC don't end a node, which goes on answering", async () => {
  using directory = temporaryDirectory();
  using host = testHost();
  const { node, address } = await startReady(directory.path);
  await using _ = node;
  for (const [, bytes] of hostile) await sendRaw(address, bytes);
  const { content } = await host.connect(Replica, address).read({});
  expect(content).toBe(String(node.process.pid));
});

/** One request by hand: what of the answer's headers and trailers is left of gRPC's status. */
async function post(address: string, path: string, body: Uint8Array, headers = {}) {
  const session = connectHttp2(`http://${address}`);
  const { promise, resolve } = Promise.withResolvers<number | undefined>();
  let status: number | undefined;
  const read = (fields: Record<string, unknown>) => {
    if (fields["grpc-status"] !== undefined) status = Number(fields["grpc-status"]);
  };
  const stream = session.request({
    ":method": "POST",
    ":path": path,
    "content-type": "application/grpc",
    te: "trailers",
    ...headers,
  });
  stream
    .on("response", read)
    .on("trailers", read)
    .on("error", () => {})
    .resume();
  stream.on("close", () => resolve(status));
  session.on("error", () => resolve(status));
  stream.end(body);
  const answer = await promise;
  session.destroy();
  return answer;
}

/** A message as gRPC frames it: not compressed, its length, its bytes. */
function framed(bytes: number[], length = bytes.length): Uint8Array {
  return Uint8Array.from([0, 0, 0, length >> 8, length & 0xff, ...bytes]);
}

test("requests that are not what they should be never reach a handler", async () => {
  let calls = 0;
  await using pair = await servePair({
    async read() {
      calls += 1;
      return {};
    },
  });
  const { address } = pair.server;
  const read = "/proctor.filestore.v1.Replica/Read";
  const internal = 13;
  const unimplemented = 12;
  const notProtobuf = framed([0x7f]);
  expect(await post(address, read, notProtobuf)).toBe(internal);
  expect(await post(address, "/nowhere", framed([]))).toBe(unimplemented);
  expect(await post(address, "/proctor.filestore.v1.Replica/NoMethod", framed([]))).toBe(
    unimplemented,
  );
  expect(await post(address, read, framed([]), { "grpc-timeout": "soon" })).toBe(internal);
  expect(calls).toBe(0);
  await pair.client.read({});
  expect(calls).toBe(1);
});

test("a request that ends within its message or is empty is answered by an error", async () => {
  await using pair = await servePair({ read: async () => ({}) });
  const { address } = pair.server;
  const read = "/proctor.filestore.v1.Replica/Read";
  for (const body of [framed([], 100), new Uint8Array(0), Uint8Array.from([0, 0])]) {
    expect(await post(address, read, body)).not.toBe(0);
  }
  await pair.client.read({});
});

test("a client that resets in the middle of a stream doesn't end the server", async () => {
  const streaming = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  await using pair = await servePair({
    async *list() {
      try {
        for (let sent = 0; ; sent++) {
          if (sent === 10) streaming.resolve();
          yield { objects: [{ content: "x".repeat(100_000) }] };
        }
      } finally {
        ended.resolve();
      }
    },
    read: async () => ({ content: "alive" }),
  });
  const [hostname = "", port] = pair.server.address.split(":");
  const socket = connect(Number(port), hostname);
  const session = connectHttp2(`http://${pair.server.address}`, { createConnection: () => socket });
  session.on("error", () => {});
  const stream = session.request({
    ":method": "POST",
    ":path": "/proctor.filestore.v1.Replica/List",
    "content-type": "application/grpc",
    te: "trailers",
  });
  stream.on("error", () => {}).resume();
  stream.end(framed([]));
  await streaming.promise;
  socket.resetAndDestroy();
  await ended.promise;
  expect((await pair.client.read({})).content).toBe("alive");
});

test("a slow reader is not sent more than it takes: the handler waits for it", async () => {
  let yielded = 0;
  await using pair = await servePair({
    async *list() {
      for (; yielded < 300; yielded++) yield { objects: [{ content: "x".repeat(100_000) }] };
    },
    read: async () => ({}),
  });
  const stream = pair.client.list({})[Symbol.asyncIterator]();
  await stream.next();
  // The handler is stuck when many other calls come and go without a step of its own.
  let before = -1;
  while (before !== yielded) {
    before = yielded;
    for (let call = 0; call < 20; call++) await pair.client.read({});
  }
  expect(yielded).toBeLessThan(300);
  const rest = await collect({ [Symbol.asyncIterator]: () => stream });
  expect(rest).toHaveLength(299);
});
