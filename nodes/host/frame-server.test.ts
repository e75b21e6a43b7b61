import { expect, test } from "bun:test";
import { Client as GrpcClient } from "@grpc/grpc-js";
import { openFrames, readFrame, readMethod } from "./frame-test-support.ts";
import { maxCalls } from "./frames.ts";
import { callPlainly } from "./grpc-unary.ts";
import { RpcError, statusCodes } from "./rpc-error.ts";
import { failureOf, servePair, until, untilAborted } from "./test-support.ts";
import { plaintext } from "./tls.ts";

const echo = { read: async ({ uuid }: { uuid: string }) => ({ content: uuid }) };

/** What a node answered to a call of `read`. */
const contentOf = (message: Buffer) => readMethod.decodeResponse(message) as { content: string };

test("calls of any gRPC client are served beside the frames", async () => {
  await using pair = await servePair(echo);
  const client = new GrpcClient(pair.server.address, plaintext.client);
  const { method: path, message: request } = readFrame(1, "plain");
  const deadlineMs = Date.now() + 5_000;
  const answer = await callPlainly(client, "c1", { path, request, deadlineMs, options: {} });
  expect(contentOf(answer).content).toBe("plain");
  expect((await pair.client.read({ uuid: "framed" })).content).toBe("framed");
  client.close();
});

test("calls of one message are each answered under their own id", async () => {
  await using pair = await servePair(echo);
  using frames = openFrames(pair.server.address);
  frames.send({ requests: [7, 4_294_967_295, 0].map((id) => readFrame(id, `call ${id}`)) });
  await until(() => frames.received.length === 3);
  const answers = frames.received.map(({ id, message }) => [id, contentOf(message).content]);
  expect(new Map(answers as [number, string][])).toEqual(
    new Map([
      [7, "call 7"],
      [4_294_967_295, "call 4294967295"],
      [0, "call 0"],
    ]),
  );
});

test("frames that ask for nonsense are refused one by one, and the others answered", async () => {
  await using pair = await servePair(echo);
  using frames = openFrames(pair.server.address);
  const nonsense = Buffer.from([0x7f]);
  frames.send({
    requests: [
      { ...readFrame(1), method: "/nowhere" },
      { ...readFrame(2), method: "/proctor.filestore.v1.Replica/List" },
      { ...readFrame(3), method: "__proto__" },
      { ...readFrame(4), message: nonsense },
      { ...readFrame(5, "sense"), timeoutMs: 2 ** 32 - 1 },
    ],
    cancelled: [1, 99, 4_294_967_295],
  });
  await until(() => frames.received.length === 4);
  const codes = new Map(frames.received.map(({ id, code, definite }) => [id, [code, definite]]));
  const { UNIMPLEMENTED, INTERNAL } = statusCodes;
  expect(codes.get(2)).toEqual([UNIMPLEMENTED, true]);
  expect(codes.get(3)).toEqual([UNIMPLEMENTED, true]);
  expect(codes.get(4)).toEqual([INTERNAL, false]);
  expect(frames.received.find(({ id }) => id === 5)?.code).toBe(statusCodes.OK);
  // It was cancelled before it was answered.
  expect(codes.has(1)).toBe(false);
});

test("metadata of stream and frame reach the handler, also under names of objects", async () => {
  await using pair = await servePair({
    read: async (_request, { metadata }) => ({ content: JSON.stringify([...metadata]) }),
  });
  using frames = openFrames(pair.server.address);
  const metadata = [
    { key: "__proto__", value: "polluted" },
    { key: "user-agent", value: "of the frame" },
  ];
  frames.send({ requests: [{ ...readFrame(1), metadata }] });
  await until(() => frames.received.length === 1);
  const seen = new Map<string, string>(
    JSON.parse(contentOf((frames.received[0] as { message: Buffer }).message).content),
  );
  expect(seen.get("user-agent")).toBe("of the frame");
  expect(seen.get("__proto__")).toBe("polluted");
  expect(({} as { polluted?: string }).polluted).toBeUndefined();
});

const broken: readonly (readonly [
  string,
  (send: ReturnType<typeof openFrames>) => void,
  string,
])[] = [
  ["bytes that are no frames", ({ stream }) => stream.write(Buffer.from([0x0a, 0x7f])), "INTERNAL"],
  [
    "one id twice",
    ({ send }) => send({ requests: [readFrame(1), readFrame(1)] }),
    "INVALID_ARGUMENT",
  ],
  [
    "more calls than can be under way",
    ({ send }) => send({ requests: Array.from({ length: maxCalls + 1 }, () => ({})) }),
    "RESOURCE_EXHAUSTED",
  ],
];

for (const [what, send, code] of broken) {
  test(`${what}: the stream ends, its calls are cancelled, others go on`, async () => {
    const aborted = Promise.withResolvers<void>();
    await using pair = await servePair({
      async read({ uuid }, { signal }) {
        if (uuid === "hangs") await untilAborted(signal).catch(() => aborted.resolve());
        return { content: uuid };
      },
    });
    using frames = openFrames(pair.server.address);
    frames.send({ requests: [readFrame(50, "hangs")] });
    send(frames);
    expect((await frames.ended)?.code).toBe(statusCodes[code as keyof typeof statusCodes]);
    await aborted.promise;
    expect((await pair.client.read({ uuid: "alive" })).content).toBe("alive");
  });
}

test("calls beyond the bound of a stream are refused while those within it run", async () => {
  const gate = Promise.withResolvers<void>();
  let running = 0;
  await using pair = await servePair({
    async read() {
      running += 1;
      await gate.promise;
      return {};
    },
  });
  using frames = openFrames(pair.server.address);
  const ids = Array.from({ length: maxCalls }, (_, index) => index);
  frames.send({ requests: ids.map((id) => readFrame(id)) });
  frames.send({ requests: [readFrame(maxCalls)] });
  await until(() => frames.received.length === 1);
  const { RESOURCE_EXHAUSTED } = statusCodes;
  expect(frames.received[0]).toMatchObject({ id: maxCalls, code: RESOURCE_EXHAUSTED });
  expect(frames.received[0]?.definite).toBe(true);
  expect(running).toBe(maxCalls);
  gate.resolve();
  await until(() => frames.received.length === maxCalls + 1);
});

test("a call whose time is over is aborted without a word of its caller", async () => {
  const aborted = Promise.withResolvers<void>();
  await using pair = await servePair({
    async read(_request, { signal }) {
      await untilAborted(signal).catch(() => aborted.resolve());
      return {};
    },
  });
  using frames = openFrames(pair.server.address);
  frames.send({ requests: [{ ...readFrame(1), timeoutMs: 20 }] });
  await aborted.promise;
});

test("a caller that takes no answers is not asked for more calls", async () => {
  let served = 0;
  const content = "x".repeat(100_000);
  await using pair = await servePair({
    async read() {
      served += 1;
      return { content };
    },
    write: async () => ({}),
  });
  using frames = openFrames(pair.server.address);
  frames.stream.pause();
  const sent = 1_000;
  for (let id = 0; id < sent; id += 10) {
    const requests = Array.from({ length: 10 }, (_, index) => readFrame(id + index));
    frames.send({ requests });
    // Calls of another stream show that the node has had its time with what was sent.
    for (let call = 0; call < 5; call++) await pair.client.write({});
  }
  expect(served).toBeLessThan(sent);
  frames.stream.resume();
  await until(() => frames.received.length === sent);
});

test("a stop is not held up by idle streams, and refuses calls on those with work", async () => {
  const started = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<void>();
  await using pair = await servePair({
    async read({ uuid }) {
      if (uuid !== "waits") return {};
      started.resolve();
      await finish.promise;
      return { content: "finished" };
    },
  });
  using idle = openFrames(pair.server.address);
  idle.send({ requests: [readFrame(1)] });
  await until(() => idle.received.length === 1);
  using busy = openFrames(pair.server.address);
  busy.send({ requests: [readFrame(1, "waits")] });
  await started.promise;
  const stopped = pair.server.stop(60_000);
  expect(await idle.ended).toBeUndefined();
  busy.send({ requests: [readFrame(2)] });
  await until(() => busy.received.length === 1);
  const { UNAVAILABLE } = statusCodes;
  expect(busy.received[0]).toMatchObject({ id: 2, code: UNAVAILABLE, definite: true });
  finish.resolve();
  expect(await busy.ended).toBeUndefined();
  expect(contentOf((busy.received[1] as { message: Buffer }).message).content).toBe("finished");
  await stopped;
});

test("a response that is too large harms no other call of its stream", async () => {
  await using pair = await servePair({
    async read({ uuid }) {
      return { content: uuid === "large" ? "x".repeat(9 * 1024 * 1024) : "small" };
    },
  });
  const calls = ["small", "large", "small"].map((uuid) => pair.client.read({ uuid }));
  const [first, large, last] = await Promise.allSettled(calls);
  expect(large).toMatchObject({ reason: { code: "RESOURCE_EXHAUSTED", definite: false } });
  expect([first, last]).toMatchObject([{ status: "fulfilled" }, { status: "fulfilled" }]);
});

test("the largest response that a plain call may have fits into a frame", async () => {
  // Of the response's own bytes, 5 tell that it is a text and how long.
  const content = "x".repeat(8 * 1024 * 1024 - 5);
  await using pair = await servePair({ read: async () => ({ content }) });
  expect((await pair.client.read({})).content === content).toBe(true);
});

test("a handler that throws at once is an error of its call alone", async () => {
  await using pair = await servePair({
    read: () => {
      throw new RpcError("ABORTED", "at once");
    },
    write: async () => ({ status: "written" }),
  });
  const failure = failureOf(pair.client.read({}));
  expect((await pair.client.write({})).status).toBe("written");
  expect(await failure).toMatchObject({ code: "ABORTED", definite: true });
});
