import { expect, test } from "bun:test";
import { Replica } from "../../nodes/filestore/protocol.ts";
import type { Call } from "../../nodes/host/host.ts";
import { RpcError } from "../../nodes/host/rpc-error.ts";
import { implement } from "../../nodes/host/service.ts";
import { makeWorld, run } from "./testing/world.ts";

const kill = (at: number) => ({ kind: "kill" as const, at, forMs: 100, node: "s1" });

test("a call is answered after a way there and a way back", () => {
  const { simulation, ask, host } = makeWorld();
  const before = host.clock.monotonicMs();
  expect(run(simulation, () => ask("a"))).toBe("a");
  expect(host.clock.monotonicMs() - before).toBe(2);
});

test("a server learns who calls under mutual TLS, and nothing without", () => {
  for (const mutualTls of [true, false]) {
    const write = (_: string, call: Call) => call.identity?.name ?? "nobody";
    const { simulation, ask } = makeWorld({ mutualTls, write });
    expect(run(simulation, () => ask("who am I"))).toBe(mutualTls ? "c1" : "nobody");
  }
});

test("where nobody listens a call was certainly not executed", () => {
  const { simulation, host } = makeWorld();
  for (const address of ["s1:2", "nobody:1"]) {
    const { write } = host.connect(Replica, address);
    const request = { name: "", content: "", uuid: "", version: "" };
    const error = run(simulation, () => write(request).catch((reason: unknown) => reason));
    expect(error).toMatchObject({ code: "UNAVAILABLE", definite: true });
  }
});

test("a call to a node that is down, without a connection, was certainly not executed", () => {
  const { simulation, ask, host, executed } = makeWorld({ faults: [kill(10)] });
  run(simulation, () => host.clock.sleep(20));
  expect(run(simulation, () => ask("a"))).toBe("UNAVAILABLE definite");
  expect(executed).toEqual([]);
});

test("a crash while a call is executed leaves it open whether it happened", () => {
  const write = async (
    content: string,
    _: unknown,
    host: { clock: { sleep(ms: number): unknown } },
  ) => {
    await host.clock.sleep(50);
    return content;
  };
  const { simulation, ask, executed } = makeWorld({ write, faults: [kill(10)] });
  expect(run(simulation, () => ask("a"))).toBe("UNAVAILABLE indefinite");
  expect(executed).toEqual(["a"]);
});

test("a call sent over a connection that broke unnoticed may have been executed", () => {
  const cut = { kind: "one-way" as const, at: 5, forMs: 50, blocked: [["s1", "c1"] as const] };
  const { simulation, ask, host, executed } = makeWorld({ faults: [cut, kill(10)] });
  expect(run(simulation, () => ask("a"))).toBe("a");
  run(simulation, () => host.clock.sleep(200));
  expect(run(simulation, () => ask("b"))).toBe("UNAVAILABLE indefinite");
  expect(run(simulation, () => ask("c"))).toBe("c");
  expect(executed).toEqual(["a", "c"]);
});

test("a call without an answer ends at its deadline, and may still be executed", () => {
  const write = () => new Promise<string>(() => {});
  const { simulation, ask, host, executed } = makeWorld({ write });
  expect(run(simulation, () => ask("a", { timeoutMs: 70 }))).toBe("DEADLINE_EXCEEDED indefinite");
  expect(host.clock.monotonicMs()).toBeGreaterThanOrEqual(70);
  expect(run(simulation, () => ask("b"))).toBe("DEADLINE_EXCEEDED indefinite");
  expect(host.clock.monotonicMs()).toBeGreaterThanOrEqual(5_070);
  expect(executed).toEqual(["a", "b"]);
});

test("a caller cancels before or after the request was sent", () => {
  const { simulation, ask, host } = makeWorld({ write: () => new Promise(() => {}) });
  const controller = new AbortController();
  const answer = run(simulation, async () => {
    const asked = ask("a", { signal: controller.signal });
    await host.clock.sleep(5);
    controller.abort();
    return asked;
  });
  expect(answer).toBe("CANCELLED indefinite");
  const { signal } = controller;
  expect(run(simulation, () => ask("b", { signal }))).toBe("CANCELLED definite");
});

test("the serving node learns that its caller has given up, and how long it waits", () => {
  const seen: string[] = [];
  const write = (content: string, call: { signal: AbortSignal; remainingMs(): number }) => {
    seen.push(`${call.remainingMs()} ms`);
    call.signal.addEventListener("abort", () => seen.push(`${content} aborted`));
    return new Promise<string>(() => {});
  };
  const { simulation, ask, host } = makeWorld({ write });
  run(simulation, () => ask("a", { timeoutMs: 30 }));
  run(simulation, () => host.clock.sleep(5));
  expect(seen).toEqual(["30 ms", "a aborted"]);
});

test("what a handler throws reaches the caller with its code and whether it happened", () => {
  const errors = new Map<string, unknown>([
    ["refused", new RpcError("ABORTED", "no")],
    ["half done", new RpcError("ABORTED", "no", { definite: false })],
    ["a mistake", new TypeError("oops")],
  ]);
  const write = (content: string) => Promise.reject(errors.get(content));
  const { simulation, ask } = makeWorld({ write });
  const answers = [...errors.keys()].map((content) => run(simulation, () => ask(content)));
  expect(answers).toEqual(["ABORTED definite", "ABORTED indefinite", "INTERNAL indefinite"]);
});

test("a method without a handler answers UNIMPLEMENTED", () => {
  const { simulation, client } = makeWorld();
  const error = run(simulation, () => client.read({ uuid: "" }).catch((reason: unknown) => reason));
  expect(error).toMatchObject({ code: "UNIMPLEMENTED", definite: true });
});

test("a server that stops finishes what runs and refuses what comes", () => {
  const { simulation, host } = makeWorld();
  const peer = simulation.client("s2");
  const finish: (() => void)[] = [];
  const handlers = {
    write: async () => {
      await new Promise<void>((resolve) => finish.push(resolve));
      return { status: "", uuid: "", version: "done" };
    },
  };
  const request = { name: "", content: "", uuid: "", version: "" };
  const [first, second] = run(simulation, async () => {
    const server = await peer.serve("s2:1", [implement(Replica, handlers)]);
    const { write } = host.connect(Replica, server.address);
    const running = write(request);
    await host.clock.sleep(5);
    const stopped = server.stop();
    const late = await write(request).catch((reason: unknown) => reason);
    finish[0]?.();
    await stopped;
    return [await running, late];
  });
  expect(first).toMatchObject({ version: "done" });
  expect(second).toMatchObject({ code: "UNAVAILABLE", definite: true });
});

test("interceptors see a call in order, and can refuse it", () => {
  const seen: string[] = [];
  const interceptor = {
    start: ({ method, metadata }: { method: string; metadata: ReadonlyMap<string, string> }) => {
      seen.push(`start ${method} ${metadata.get("who")}`);
      if (metadata.get("who") === "eve") throw new RpcError("PERMISSION_DENIED", "not you");
    },
    request: (_: unknown, request: object) => {
      seen.push(`request ${"content" in request ? request.content : ""}`);
    },
    status: (_: unknown, status: { code: string; durationMs: number }) => {
      seen.push(`status ${status.code} ${status.durationMs}`);
    },
  };
  const { simulation, ask, executed } = makeWorld({ interceptors: [interceptor] });
  expect(run(simulation, () => ask("a", { metadata: { who: "bob" } }))).toBe("a");
  expect(run(simulation, () => ask("b", { metadata: { who: "eve" } }))).toBe(
    "PERMISSION_DENIED definite",
  );
  const path = "/proctor.filestore.v1.Replica/Write";
  const bob = [`start ${path} bob`, "request a", "status OK 0"];
  expect(seen).toEqual([...bob, `start ${path} eve`, "status PERMISSION_DENIED 0"]);
  expect(executed).toEqual(["a"]);
});

test("an address is taken by one server at a time", () => {
  const { simulation, server } = makeWorld();
  const error = run(simulation, async () =>
    server.host?.serve("s1:1", []).catch((e: unknown) => e),
  );
  expect(error).toMatchObject({ code: "UNAVAILABLE" });
});
