import { expect, test } from "bun:test";
import type { Host } from "../../nodes/host/host.ts";
import { injectFaults } from "./fault-injector.ts";
import type { NodeFault } from "./fault-plan.ts";
import { makeWorld, run } from "./testing/world.ts";

const fault = (kind: NodeFault["kind"], at: number, forMs: number, amount?: number): NodeFault => {
  return { kind, at, forMs, node: "s1", ...(amount === undefined ? {} : { amount }) };
};

test("nothing that a crashed node had begun goes on after its crash", () => {
  const written: string[] = [];
  const before = async (host: Host) => {
    const log = await host.disk.openLog("log");
    written.push(`open ${host.incarnation}`);
    void (async () => {
      for (;;) {
        await host.clock.sleep(10);
        log.append(new Uint8Array(1));
        written.push(host.incarnation);
      }
    })();
    host.clock.every(10, () => {
      written.push(`${host.incarnation} again`);
    });
  };
  const { simulation, server, host } = makeWorld({ before, faults: [fault("kill", 35, 100)] });
  run(simulation, () => host.clock.sleep(40));
  const old = written.filter((line) => line.startsWith("s1/1")).length;
  expect(old).toBeGreaterThan(4);
  run(simulation, () => host.clock.sleep(300));
  expect(written.filter((line) => line.startsWith("s1/1")).length).toBe(old);
  expect(written).toContain("open s1/2");
  expect(server.volume.logs.get("log")?.content.records.length).toBeGreaterThan(old / 2);
});

test("a host that outlived its node has no effect any more", async () => {
  const { simulation, server, host } = makeWorld();
  const old = server.host;
  if (old === undefined) throw new Error("the server is down");
  const database = run(simulation, () => old.disk.openDatabase("d"));
  const log = run(simulation, () => old.disk.openLog("l"));
  simulation.crash(server, "kill", 10);
  run(simulation, () => host.clock.sleep(100));
  const settled: string[] = [];
  const mark = (name: string) => () => settled.push(name);
  old.clock.sleep(1).then(mark("slept"), mark("slept"));
  old.disk.replace("f", new Uint8Array(1)).then(mark("replaced"), mark("replaced"));
  database.commit(() => {}).then(mark("committed"), mark("committed"));
  log.append(new Uint8Array(1));
  old.serve("s1:2", []).then(mark("served"), mark("served"));
  expect(() => database.run("CREATE TABLE t (a)")).toThrow("has crashed");
  run(simulation, () => host.clock.sleep(1_000));
  expect(settled).toEqual([]);
  expect(server.volume.content("f")).toBeUndefined();
  expect(server.volume.logs.get("l")?.content.records).toEqual([]);
});

test("a restarted node has another incarnation, other random numbers and the same disk", () => {
  const seen: string[] = [];
  const before = async (host: Host) => {
    const held = await host.disk.read("f");
    seen.push(`${host.incarnation} ${held}`);
    await host.disk.replace("f", Buffer.from("x"));
    seen.push(host.random.uuid());
  };
  const { simulation, host } = makeWorld({ before, faults: [fault("power-failure", 10, 10)] });
  run(simulation, () => host.clock.sleep(100));
  expect([seen[0], seen[2]]).toEqual(["s1/1 undefined", "s1/2 120"]);
  expect(seen[1]).not.toBe(seen[3]);
});

test("a program that fails to start is started again until it serves", () => {
  let attempts = 0;
  const before = async () => {
    attempts += 1;
    if (attempts < 4) throw new Error("not yet");
  };
  const { simulation, ask, server } = makeWorld({ before });
  expect(attempts).toBe(4);
  expect(server.isReady).toBe(true);
  expect(run(simulation, () => ask("a"))).toBe("a");
});

test("a paused node answers what came meanwhile once it goes on, and its clock went on", () => {
  const write = (_: string, __: unknown, host: Host) => `${host.clock.monotonicMs()}`;
  const { simulation, ask, host } = makeWorld({ write, faults: [fault("pause", 10, 200)] });
  const startedAt = Number(run(simulation, () => ask("a")));
  const asked = host.clock.monotonicMs();
  run(simulation, () => host.clock.sleep(20));
  const answeredAt = Number(run(simulation, () => ask("b")));
  expect(answeredAt - startedAt).toBeGreaterThanOrEqual(200);
  expect(host.clock.monotonicMs() - asked).toBeGreaterThanOrEqual(200);
  expect(simulation.reached.count("pause", "Write")).toBe(1);
});

test("a caller gives up on a paused node at its deadline", () => {
  const { simulation, ask, host, executed } = makeWorld({ faults: [fault("pause", 0, 500)] });
  run(simulation, () => host.clock.sleep(5));
  expect(run(simulation, () => ask("a", { timeoutMs: 100 }))).toBe("DEADLINE_EXCEEDED indefinite");
  expect(executed).toEqual([]);
  run(simulation, () => host.clock.sleep(500));
  expect(executed).toEqual(["a"]);
});

test("a kill ends a pause, and what waited for the node is refused", () => {
  const faults = [fault("pause", 0, 500), fault("kill", 50, 1_000)];
  const { simulation, ask, host, executed } = makeWorld({ faults });
  run(simulation, () => host.clock.sleep(5));
  expect(run(simulation, () => ask("a"))).toBe("UNAVAILABLE definite");
  run(simulation, () => host.clock.sleep(2_000));
  expect(run(simulation, () => ask("b"))).toBe("b");
  expect(executed).toEqual(["b"]);
});

test("a clock step moves the wall clock there and back and never the monotonic one", () => {
  const { simulation, server, host } = makeWorld({ faults: [fault("clock-step", 10, 20, -5_000)] });
  const offset = () => (server.host?.clock.wallMs() ?? 0) - host.clock.wallMs();
  const monotonic = [server.host?.clock.monotonicMs() ?? 0];
  const offsets = [offset()];
  for (let round = 0; round < 2; round += 1) {
    run(simulation, () => host.clock.sleep(20));
    offsets.push(offset());
    monotonic.push(server.host?.clock.monotonicMs() ?? 0);
  }
  expect(offsets).toEqual([0, -5_000, 0]);
  expect(monotonic).toEqual([...monotonic].sort((one, other) => one - other));
  expect(simulation.reached.count("clock-step")).toBe(1);
});

test("a slow disk delays what it is asked for, and only so long", () => {
  const { simulation, server, host } = makeWorld();
  const spent = () => {
    const before = host.clock.monotonicMs();
    run(simulation, async () => server.host?.disk.replace("f", new Uint8Array(1)));
    return host.clock.monotonicMs() - before;
  };
  expect(spent()).toBeLessThan(1);
  injectFaults(simulation, [fault("slow-disk", 0, 1_000, 100)]);
  run(simulation, () => host.clock.sleep(1));
  expect(spent()).toBeGreaterThan(10);
  expect(simulation.reached.count("slow-disk", "replace")).toBe(1);
  run(simulation, () => host.clock.sleep(1_000));
  expect(spent()).toBeLessThan(1);
});

test("a task that repeats never runs twice at once, outlives its errors and stops", () => {
  const { simulation, host } = makeWorld();
  const rounds: number[] = [];
  let running = 0;
  const repeating = host.clock.every(10, async () => {
    running += 1;
    rounds.push(running);
    await host.clock.sleep(25);
    running -= 1;
    throw new Error("each time");
  });
  run(simulation, () => host.clock.sleep(100));
  expect(rounds.length).toBeGreaterThan(2);
  expect(new Set(rounds)).toEqual(new Set([1]));
  repeating.stop();
  const { length } = rounds;
  run(simulation, () => host.clock.sleep(100));
  expect(rounds.length).toBe(length);
});

test("a sleep ends at once when its signal aborts", () => {
  const { simulation, host } = makeWorld();
  const controller = new AbortController();
  const before = host.clock.monotonicMs();
  const reason = run(simulation, async () => {
    const sleeping = host.clock.sleep(1_000, controller.signal).catch((error: unknown) => error);
    await host.clock.sleep(5);
    controller.abort("enough");
    return sleeping;
  });
  expect(reason).toBe("enough");
  expect(host.clock.monotonicMs() - before).toBe(5);
});
