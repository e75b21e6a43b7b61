import { expect, test } from "bun:test";
import type { Call, CallStatus, Interceptor } from "./host.ts";
import { RpcError } from "./rpc-error.ts";
import { collect, failureOf, servePair, untilAborted } from "./test-support.ts";

/** Writes down under a name when its hooks are called. */
function recorder(name: string, events: string[]): Interceptor {
  return {
    start: () => void events.push(`${name} start`),
    request: () => void events.push(`${name} request`),
    status: (_call, { code }) => void events.push(`${name} ${code}`),
  };
}

test("hooks run in the list's order, and the status on the way back", async () => {
  const events: string[] = [];
  await using pair = await servePair(
    {
      async read() {
        events.push("handler");
        return {};
      },
    },
    { interceptors: [recorder("first", events), recorder("second", events)] },
  );
  await pair.client.read({});
  expect(events).toEqual([
    "first start",
    "second start",
    "first request",
    "second request",
    "handler",
    "second OK",
    "first OK",
  ]);
});

test("all hooks and the handler are given one and the same call, and the request", async () => {
  const seen: Call[] = [];
  const requests: object[] = [];
  const spy: Interceptor = {
    start: (call) => void seen.push(call),
    request: (call, request) => {
      seen.push(call);
      requests.push(request);
    },
    status: (call) => void seen.push(call),
  };
  await using pair = await servePair(
    {
      async read(_request, call) {
        seen.push(call);
        return {};
      },
    },
    { interceptors: [spy, spy] },
  );
  await pair.client.read({ uuid: "u1" }, { metadata: { user: "ann" } });
  expect(seen).toHaveLength(7);
  expect(new Set(seen).size).toBe(1);
  expect(requests).toEqual([{ uuid: "u1" }, { uuid: "u1" }]);
  expect(seen[0]?.metadata.get("user")).toBe("ann");
  expect(seen[0]?.method).toBe("/proctor.filestore.v1.Replica/Read");
});

for (const hook of ["start", "request"] as const) {
  for (const when of ["at once", "later"]) {
    test(`a refusal in ${hook}, ${when}, answers the caller and spares the handler`, async () => {
      let calls = 0;
      const events: string[] = [];
      const refusal = new RpcError("PERMISSION_DENIED", "not you", { definite: true });
      const refuse = () => {
        if (when === "later") return Promise.reject(refusal);
        throw refusal;
      };
      const interceptors = [
        recorder("outer", events),
        { [hook]: refuse },
        recorder("inner", events),
      ];
      const handler = async () => {
        calls += 1;
        return {};
      };
      await using pair = await servePair(
        {
          read: handler,
          write: handler,
          async *list() {
            calls += 1;
            yield {};
          },
        },
        { interceptors },
      );
      const expected = { code: "PERMISSION_DENIED", details: "not you", definite: true };
      expect(await failureOf(pair.client.read({}))).toMatchObject(expected);
      expect(await failureOf(collect(pair.client.list({})))).toMatchObject(expected);
      const large = { content: "x".repeat(5 * 1024 * 1024) };
      expect(await failureOf(pair.client.write(large))).toMatchObject(expected);
      expect(calls).toBe(0);
      expect(events.filter((event) => event === "outer PERMISSION_DENIED")).toHaveLength(3);
      expect(events).not.toContain("inner request");
    });
  }
}

test("the status hook sees how each call ended: code, details, duration", async () => {
  const seen: CallStatus[] = [];
  await using pair = await servePair(
    {
      read: async () => ({}),
      async write() {
        throw new RpcError("NOT_FOUND", "no such file");
      },
      async delete() {
        throw new TypeError("broken");
      },
      async *list() {
        yield {};
      },
    },
    { interceptors: [{ status: (_call, status) => void seen.push(status) }] },
  );
  await pair.client.read({});
  await failureOf(pair.client.write({}));
  await failureOf(pair.client.delete({}));
  await collect(pair.client.list({}));
  expect(seen.map(({ code, details }) => `${code} ${details}`.trim())).toEqual([
    "OK",
    "NOT_FOUND no such file",
    "INTERNAL broken",
    "OK",
  ]);
  for (const { durationMs } of seen) expect(durationMs).toBeGreaterThanOrEqual(0);
});

test("hooks that take their time keep the order, and the handler waits for them", async () => {
  const events: string[] = [];
  const gate = Promise.withResolvers<void>();
  const started = Promise.withResolvers<void>();
  const slow: Interceptor = {
    async start() {
      started.resolve();
      await gate.promise;
      events.push("start");
    },
    async request() {
      await Promise.resolve();
      events.push("request");
    },
  };
  await using pair = await servePair(
    {
      async read() {
        events.push("handler");
        return {};
      },
    },
    { interceptors: [slow] },
  );
  const running = pair.client.read({});
  await started.promise;
  expect(events).toEqual([]);
  gate.resolve();
  await running;
  expect(events).toEqual(["start", "request", "handler"]);
});

test("a client that leaves while a hook runs spares the handler and aborts the call", async () => {
  const started = Promise.withResolvers<void>();
  const aborted = Promise.withResolvers<void>();
  let calls = 0;
  const slow: Interceptor = {
    async start(call) {
      if (call.metadata.get("slow") === undefined) return;
      started.resolve();
      await untilAborted(call.signal).catch(() => aborted.resolve());
    },
  };
  await using pair = await servePair(
    {
      async read() {
        calls += 1;
        return {};
      },
    },
    { interceptors: [slow] },
  );
  const controller = new AbortController();
  const options = { signal: controller.signal, metadata: { slow: "yes" } };
  const left = failureOf(pair.client.read({}, options));
  await started.promise;
  controller.abort();
  expect((await left).code).toBe("CANCELLED");
  await aborted.promise;
  await pair.client.read({});
  expect(calls).toBe(1);
});

test("with hooks, a stream flows and a leaving client aborts the handler's signal", async () => {
  const started = Promise.withResolvers<void>();
  const aborted = Promise.withResolvers<void>();
  await using pair = await servePair(
    {
      async read(_request, call) {
        started.resolve();
        await untilAborted(call.signal).catch(() => aborted.resolve());
        return {};
      },
      async *list() {
        for (let sequence = 0; sequence < 500; sequence++) yield { objects: [{ sequence }] };
      },
    },
    { interceptors: [{ start: () => {}, request: async () => {} }] },
  );
  expect(await collect(pair.client.list({}))).toHaveLength(500);
  const controller = new AbortController();
  const left = failureOf(pair.client.read({}, { signal: controller.signal }));
  await started.promise;
  controller.abort();
  await left;
  await aborted.promise;
});
