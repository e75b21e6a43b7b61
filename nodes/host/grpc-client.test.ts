import { expect, test } from "bun:test";
import { RpcError } from "./rpc-error.ts";
import { collect, failureOf, Replica, servePair, testHost, untilAborted } from "./test-support.ts";

test("a unary call brings request and response whole, defaults and Unicode included", async () => {
  await using pair = await servePair({
    async write({ name, content, uuid }) {
      return { status: `${name}|${content}|${uuid}`, uuid };
    },
  });
  const content = "x\n".repeat(1000);
  const response = await pair.client.write({ name: "grüße\u0000✓", content });
  expect(response).toEqual({
    status: `grüße\u0000✓|${content}|`,
    uuid: "",
    version: "",
  });
});

test("a stream brings its messages in order, and none is an empty stream", async () => {
  let count = 1000;
  await using pair = await servePair({
    async *list() {
      for (let sequence = 1; sequence <= count; sequence++) yield { objects: [{ sequence }] };
    },
  });
  const messages = await collect(pair.client.list({}));
  const sequences = messages.map(({ objects }) => Number(objects[0]?.sequence));
  expect(sequences).toEqual(Array.from({ length: 1000 }, (_, index) => index + 1));
  count = 0;
  expect(await collect(pair.client.list({}))).toEqual([]);
});

test("a stream that the client leaves ends its handler", async () => {
  const ended = Promise.withResolvers<void>();
  await using pair = await servePair({
    async *list() {
      try {
        for (;;) yield { objects: [{ name: "x".repeat(10_000) }] };
      } finally {
        ended.resolve();
      }
    },
  });
  for await (const _ of pair.client.list({})) break;
  await ended.promise;
});

test("a thousand calls at once are all answered, each with its own answer", async () => {
  await using pair = await servePair({
    async read({ uuid }) {
      return { content: uuid };
    },
  });
  const numbers = Array.from({ length: 1000 }, (_, index) => String(index));
  const responses = await Promise.all(numbers.map((uuid) => pair.client.read({ uuid })));
  expect(responses.map(({ content }) => content)).toEqual(numbers);
});

test("every call has a deadline that the server knows, asked for or not", async () => {
  const remaining: number[] = [];
  await using pair = await servePair({
    async read(_request, call) {
      remaining.push(call.remainingMs());
      return {};
    },
  });
  await pair.client.read({});
  await pair.client.read({}, { timeoutMs: 60_000 });
  const [standard = 0, chosen = 0] = remaining;
  expect(standard).toBeGreaterThan(0);
  expect(standard).toBeLessThanOrEqual(5_000);
  expect(chosen).toBeGreaterThan(5_000);
  expect(chosen).toBeLessThanOrEqual(60_000);
});

test("a passed deadline is indefinite for the client and aborts the handler's signal", async () => {
  const aborted = Promise.withResolvers<boolean>();
  await using pair = await servePair({
    async read(_request, call) {
      await untilAborted(call.signal).catch(() => aborted.resolve(true));
      return {};
    },
  });
  const failure = await failureOf(pair.client.read({}, { timeoutMs: 50 }));
  expect(failure).toMatchObject({ code: "DEADLINE_EXCEEDED", definite: false });
  expect(await aborted.promise).toBe(true);
});

test("an RpcError arrives with code, details and whether it is definite", async () => {
  const thrown = [
    new RpcError("NOT_FOUND", "no such file: grüße %41 100%"),
    new RpcError("UNAVAILABLE", "the primary is gone", { definite: true }),
    new RpcError("UNAVAILABLE", "a backup went silent", { definite: false }),
    new RpcError("ABORTED", "half done", { definite: false }),
    new RpcError("DEADLINE_EXCEEDED", "not even begun", { definite: true }),
  ];
  let next = 0;
  await using pair = await servePair({
    async read() {
      throw thrown[next];
    },
    async *list() {
      yield {};
      throw thrown[next];
    },
  });
  for (const { code, details, definite } of thrown) {
    const expected = { code, details, definite };
    expect(await failureOf(pair.client.read({}))).toMatchObject(expected);
    expect(await failureOf(collect(pair.client.list({})))).toMatchObject(expected);
    next += 1;
  }
});

test("any other error of a handler is INTERNAL and indefinite, without its stack", async () => {
  await using pair = await servePair({
    async read() {
      throw new TypeError("broken invariant");
    },
    async delete() {
      throw "a string";
    },
  });
  const failure = await failureOf(pair.client.read({}));
  expect(failure).toMatchObject({ code: "INTERNAL", definite: false, details: "broken invariant" });
  expect(failure.details).not.toContain("at ");
  expect(await failureOf(pair.client.delete({}))).toMatchObject({ code: "INTERNAL" });
});

test("a method without a handler is UNIMPLEMENTED, definitely", async () => {
  await using pair = await servePair({ read: async () => ({}) });
  const expected = { code: "UNIMPLEMENTED", definite: true };
  expect(await failureOf(pair.client.write({}))).toMatchObject(expected);
  expect(await failureOf(collect(pair.client.list({})))).toMatchObject(expected);
});

test("a refused connection and an unknown name are UNAVAILABLE, definitely", async () => {
  using host = testHost();
  for (const address of ["127.0.0.1:1", "no-such-name.invalid:7000"]) {
    const client = host.connect(Replica, address);
    const expected = { code: "UNAVAILABLE", definite: true };
    expect(await failureOf(client.read({}))).toMatchObject(expected);
    expect(await failureOf(collect(client.list({})))).toMatchObject(expected);
  }
});

test("too large a request certainly had no effect; too large a response may have", async () => {
  let calls = 0;
  const large = "x".repeat(9 * 1024 * 1024);
  await using pair = await servePair({
    async write() {
      calls += 1;
      return {};
    },
    async read() {
      calls += 1;
      return { content: large };
    },
  });
  const refused = await failureOf(pair.client.write({ content: large }));
  expect(refused).toMatchObject({ code: "RESOURCE_EXHAUSTED", definite: true });
  expect(calls).toBe(0);
  const executed = await failureOf(pair.client.read({}));
  expect(executed).toMatchObject({ code: "RESOURCE_EXHAUSTED", definite: false });
  expect(calls).toBe(1);
});

test("a caller's signal ends its call before and while it runs", async () => {
  const started = Promise.withResolvers<void>();
  const aborted = Promise.withResolvers<boolean>();
  await using pair = await servePair({
    async read(_request, call) {
      started.resolve();
      await untilAborted(call.signal).catch(() => aborted.resolve(true));
      return {};
    },
    async *list(_request, call) {
      yield {};
      await untilAborted(call.signal);
    },
  });
  const controller = new AbortController();
  const running = failureOf(pair.client.read({}, { signal: controller.signal }));
  await started.promise;
  controller.abort();
  const expected = { code: "CANCELLED", definite: false };
  expect(await running).toMatchObject(expected);
  expect(await aborted.promise).toBe(true);
  const { signal } = controller;
  expect(await failureOf(pair.client.read({}, { signal }))).toMatchObject(expected);
  expect(await failureOf(collect(pair.client.list({}, { signal })))).toMatchObject(expected);
});

test("an answered call is not aborted afterwards", async () => {
  const signals: AbortSignal[] = [];
  await using pair = await servePair({
    async read(_request, call) {
      signals.push(call.signal);
      return {};
    },
    async *list(_request, call) {
      signals.push(call.signal);
      yield {};
    },
  });
  await pair.client.read({});
  await collect(pair.client.list({}));
  // What the end of a call sets off has happened once the next call is through.
  await pair.client.read({});
  expect(signals.slice(0, 2).map(({ aborted }) => aborted)).toEqual([false, false]);
});

test("metadata and the caller's address reach the handler", async () => {
  await using pair = await servePair({
    async read(_request, call) {
      const { metadata, method, peer, identity } = call;
      return { content: JSON.stringify([metadata.get("token"), method, peer, identity ?? null]) };
    },
  });
  const { content } = await pair.client.read({}, { metadata: { token: "abc" } });
  const [token, method, peer, identity] = JSON.parse(content);
  expect([token, method, identity]).toEqual(["abc", "/proctor.filestore.v1.Replica/Read", null]);
  expect(peer).toMatch(/^127\.0\.0\.1:\d+$/);
});

test("a port that is taken is UNAVAILABLE with the address in its sentence", async () => {
  await using pair = await servePair({ read: async () => ({}) });
  const failure = await failureOf(pair.host.serve(pair.server.address, []));
  expect(failure).toMatchObject({ code: "UNAVAILABLE", definite: true });
  expect(failure.details).toContain(pair.server.address);
});

test("a stop lets running calls finish and refuses new ones", async () => {
  const started = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<void>();
  await using pair = await servePair({
    async read() {
      started.resolve();
      await finish.promise;
      return { content: "finished" };
    },
  });
  const running = pair.client.read({});
  await started.promise;
  const stopped = pair.server.stop(60_000);
  using other = testHost();
  const late = await failureOf(other.connect(Replica, pair.server.address).read({}));
  expect(late).toMatchObject({ code: "UNAVAILABLE", definite: true });
  finish.resolve();
  expect((await running).content).toBe("finished");
  await stopped;
});

test("a stop ends what does not finish in its grace", async () => {
  const started = Promise.withResolvers<void>();
  await using pair = await servePair({
    async read() {
      started.resolve();
      return new Promise(() => {});
    },
  });
  const running = failureOf(pair.client.read({}));
  await started.promise;
  await pair.server.stop(0);
  expect((await running).definite).toBe(false);
});
