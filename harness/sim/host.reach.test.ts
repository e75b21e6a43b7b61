import { expect, test } from "bun:test";
import { Replica } from "../../nodes/filestore/protocol.ts";
import { makeWorld, run } from "./testing/world.ts";

const request = { name: "", content: "", uuid: "", version: "" };

test("a node is reached while it is up, and as soon as it is up again", () => {
  const kill = { kind: "kill" as const, at: 10, forMs: 100, node: "s1" };
  const { simulation, host } = makeWorld({ faults: [kill] });
  expect(run(simulation, () => host.reach("s1:1", 0))).toBe(true);
  run(simulation, () => host.clock.sleep(20));
  expect(run(simulation, () => host.reach("s1:1", 0))).toBe(false);
  expect(run(simulation, () => host.reach("s1:1", 60_000))).toBe(true);
  expect(host.clock.monotonicMs()).toBeLessThan(300);
  expect(run(simulation, () => host.reach("nobody:1", 100))).toBe(false);
});

test("a node on the other side of a partition is not reached", () => {
  const cut = { kind: "one-way" as const, at: 5, forMs: 50, blocked: [["s1", "c1"] as const] };
  const { simulation, host } = makeWorld({ faults: [cut] });
  run(simulation, () => host.clock.sleep(10));
  expect(run(simulation, () => host.reach("s1:1", 0))).toBe(false);
  expect(run(simulation, () => host.reach("s1:1", 500))).toBe(true);
});

test("interceptors of a client see its calls, with times on the virtual clock", () => {
  const { simulation, host } = makeWorld();
  const told: unknown[] = [];
  const client = host.connect(Replica, "s1:1", [
    {
      request: ({ method, peer }) => told.push([method, peer]),
      response: (_, response) => told.push(Object.keys(response)),
      status: (_, { code, durationMs }) => told.push([code, durationMs]),
    },
  ]);
  run(simulation, () => client.write(request));
  const method = "/proctor.filestore.v1.Replica/Write";
  expect(told).toEqual([
    [method, "s1:1"],
    ["status", "uuid", "version"],
    ["OK", 2],
  ]);
});
