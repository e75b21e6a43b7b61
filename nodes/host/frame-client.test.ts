import { expect, test } from "bun:test";
import { join } from "node:path";
import type { Requests__Output } from "../../proto/types/proctor/host/v1/Requests.ts";
import { type openFrames, readMethod, serveFrames } from "./frame-test-support.ts";
import { maxCalls, responsesCodec } from "./frames.ts";
import { RpcError, statusCodes } from "./rpc-error.ts";
import { failureOf, servePair, until } from "./test-support.ts";

type Exchange = Parameters<Parameters<typeof serveFrames>[0]>[0];
type Frame = ReturnType<typeof openFrames>["received"][number];

const encoded = (content: string) => readMethod.encodeResponse({ content });
const answers = (responses: Partial<Frame>[]) => responsesCodec.encode({ responses });

/** Answers each call by what the test makes of its frame. */
const answering = (answer: (uuid: string, id: number) => Partial<Frame>[]) => (stream: Exchange) =>
  void stream.on("data", ({ requests }: Requests__Output) => {
    for (const { id, message } of requests) {
      const { uuid } = readMethod.decodeRequest(message) as { uuid: string };
      stream.write(answers(answer(uuid, id)));
    }
  });

test("calls of one turn of the event loop are one message of one stream", async () => {
  const messages: number[] = [];
  using peer = await serveFrames((stream) => {
    stream.on("data", ({ requests }: Requests__Output) => {
      messages.push(requests.length);
      stream.write(answers(requests.map(({ id }) => ({ id, message: encoded("framed") }))));
    });
  });
  const calls = Array.from({ length: 50 }, () => peer.client.read({}));
  for (const { content } of await Promise.all(calls)) expect(content).toBe("framed");
  await peer.client.read({});
  expect(messages).toEqual([50, 1]);
  expect(peer.opened).toHaveLength(1);
});

test("a peer without frames is called plainly, and asked for frames only once", async () => {
  const refusal = Object.assign(new Error("no such method"), { code: statusCodes.UNIMPLEMENTED });
  using peer = await serveFrames((stream) => void stream.emit("error", refusal));
  const first = await Promise.all([peer.client.read({}), peer.client.read({})]);
  const last = await peer.client.read({});
  expect([...first, last].map(({ content }) => content)).toEqual(["plain", "plain", "plain"]);
  expect(peer.opened).toHaveLength(1);
  expect(peer.plainCalls()).toBe(3);
});

test("a call given up before its peer refuses frames is not made again", async () => {
  const refuse = Promise.withResolvers<void>();
  const refusal = Object.assign(new Error("no such method"), { code: statusCodes.UNIMPLEMENTED });
  using peer = await serveFrames((stream) => {
    void refuse.promise.then(() => stream.emit("error", refusal));
  });
  const late = failureOf(peer.client.read({}, { timeoutMs: 50 }));
  const waiting = peer.client.read({});
  expect(await late).toMatchObject({ code: "DEADLINE_EXCEEDED", definite: false });
  refuse.resolve();
  expect((await waiting).content).toBe("plain");
  expect(peer.plainCalls()).toBe(1);
});

test("answers that no call waits for, and answers given twice, are for nobody", async () => {
  using peer = await serveFrames(
    answering((uuid, id) => [
      { id: id + 1_000, message: encoded("unknown") },
      { id, message: encoded(uuid) },
      { id, message: encoded("again") },
    ]),
  );
  for (const uuid of ["a", "b"]) expect((await peer.client.read({ uuid })).content).toBe(uuid);
});

test("an answer that is no such message, or of an unknown code, fails its call alone", async () => {
  using peer = await serveFrames(
    answering((uuid, id) => [
      uuid === "noise" ? { id, message: Buffer.from([0x7f]) } : { id, code: 99, details: "odd" },
    ]),
  );
  const noise = await failureOf(peer.client.read({ uuid: "noise" }));
  expect(noise).toMatchObject({ code: "INTERNAL", definite: false });
  const odd = await failureOf(peer.client.read({ uuid: "odd" }));
  expect(odd).toMatchObject({ code: "UNKNOWN", details: "odd", definite: false });
  expect(peer.opened).toHaveLength(1);
});

test("a peer that answers noise loses its calls, indefinitely, and is asked again", async () => {
  using peer = await serveFrames((stream) => {
    stream.on("data", () => stream.write(Buffer.from([0x0a, 0x7f])));
  });
  for (const streams of [1, 2]) {
    const failure = await failureOf(peer.client.read({}));
    expect(failure).toMatchObject({ code: "INTERNAL", definite: false });
    expect(peer.opened).toHaveLength(streams);
  }
});

test("what a stream that ends in order has not begun is called once more, plainly", async () => {
  using peer = await serveFrames((stream) => void stream.on("data", () => stream.end()));
  expect((await peer.client.read({})).content).toBe("plain");
  expect(peer.plainCalls()).toBe(1);
});

test("a peer that says that it stops is called on another stream from then on", async () => {
  using peer = await serveFrames((stream) => {
    const content = encoded(`stream ${peer.opened.length}`);
    answering((_, id) => [{ id, message: content }])(stream);
    if (peer.opened.length === 1) stream.write(responsesCodec.encode({ stopping: true }));
  });
  expect((await peer.client.read({})).content).toBe("stream 1");
  expect((await peer.client.read({})).content).toBe("stream 2");
});

test("calls beyond the bound of a connection are refused, definitely, and not sent", async () => {
  let seen = 0;
  using peer = await serveFrames((stream) => {
    stream.on("data", ({ requests }) => {
      seen += requests.length;
    });
  });
  const controller = new AbortController();
  const { signal } = controller;
  const within = Array.from({ length: maxCalls }, () => peer.client.read({}, { signal }));
  const ended = Promise.allSettled(within);
  const beyond = await failureOf(peer.client.read({}));
  expect(beyond).toMatchObject({ code: "RESOURCE_EXHAUSTED", definite: true });
  await until(() => seen >= maxCalls);
  controller.abort();
  const codes = (await ended).map((end) => end.status === "rejected" && end.reason.code);
  expect(new Set(codes)).toEqual(new Set(["CANCELLED"]));
  expect(seen).toBe(maxCalls);
});

test("a peer that reads nothing is not sent what nobody waits for any more", async () => {
  let reading: Exchange | undefined;
  using peer = await serveFrames((stream) => {
    reading = stream.pause();
  });
  const uuid = "x".repeat(200_000);
  const calls = Array.from({ length: 100 }, () => peer.client.read({ uuid }, { timeoutMs: 300 }));
  for (const failure of await Promise.all(calls.map(failureOf))) {
    expect(failure).toMatchObject({ code: "DEADLINE_EXCEEDED", definite: false });
  }
  const seen: number[] = [];
  const last = peer.client.read({ uuid: "last" });
  reading?.on("data", ({ requests }) => {
    for (const { id, message } of requests) {
      seen.push(id);
      if (message.length < 100) reading?.write(answers([{ id, message: encoded("last") }]));
    }
  });
  reading?.resume();
  expect((await last).content).toBe("last");
  expect(seen.length).toBeLessThan(100);
});

test("metadata that gRPC does not allow fails its call before it is sent", async () => {
  await using pair = await servePair({ read: async () => ({ content: "called" }) });
  const metadata = { "not a key": "x" };
  const refused = await pair.client.read({}, { metadata }).catch((error) => error);
  expect(refused).toBeInstanceOf(Error);
  expect(refused).not.toBeInstanceOf(RpcError);
  expect((await pair.client.read({})).content).toBe("called");
});

test("a large request does not travel among the frames, with the same effect", async () => {
  using peer = await serveFrames(answering((uuid, id) => [{ id, message: encoded(uuid) }]));
  expect((await peer.client.read({ uuid: "x".repeat(1_000_000) })).content).toBe("plain");
  const metadata = { note: "x".repeat(10_000) };
  expect((await peer.client.read({ uuid: "small" }, { metadata })).content).toBe("small");
});

test("an idle stream keeps no process alive", async () => {
  await using pair = await servePair({ read: async ({ uuid }) => ({ content: uuid }) });
  const script = join(import.meta.dir, "testdata/caller.ts");
  const command = [process.execPath, script, pair.server.address];
  await using caller = Bun.spawn(command, { stdout: "pipe", stderr: "inherit" });
  expect(await caller.stdout.text()).toBe("u\n");
  expect(await caller.exited).toBe(0);
});
