import { expect, test } from "bun:test";
import { seededRandom } from "../../nodes/host/random.ts";
import type { CallFault, MessageFault } from "./fault-plan.ts";
import { drawLatency, networks } from "./network-model.ts";
import { makeWorld, outcome, run } from "./testing/world.ts";

const second = (strike: CallFault["do"], more: Partial<CallFault> = {}): CallFault => {
  return { on: { method: "Write", to: "s1", nth: 2 }, do: strike, ...more };
};

test("a lost request is not executed, a lost reply is, and the caller can't tell", () => {
  for (const [strike, executedThen] of [
    ["lose-request", ["a", "c"]],
    ["lose-reply", ["a", "b", "c"]],
  ] as const) {
    const { simulation, ask, executed } = makeWorld({ faults: [second(strike)] });
    const answers = ["a", "b", "c"].map((content) => run(simulation, () => ask(content)));
    expect(answers).toEqual(["a", "DEADLINE_EXCEEDED indefinite", "c"]);
    expect(executed).toEqual([...executedThen]);
    expect(simulation.reached.toString()).toBe(`${strike} struck Write in flight: 1\n`);
  }
});

test("a duplicated request is executed twice and answered once", () => {
  let answers = 0;
  const write = () => {
    answers += 1;
    return `${answers}`;
  };
  const { simulation, ask, host, executed } = makeWorld({ write, faults: [second("duplicate")] });
  expect(run(simulation, () => ask("a"))).toBe("1");
  expect(run(simulation, () => ask("b"))).toBe("2");
  run(simulation, () => host.clock.sleep(10));
  expect(executed).toEqual(["a", "b", "b"]);
});

test("a delayed request arrives that much later", () => {
  const { simulation, ask, host } = makeWorld({ faults: [second("delay", { delayMs: 300 })] });
  run(simulation, () => ask("a"));
  const before = host.clock.monotonicMs();
  expect(run(simulation, () => ask("b"))).toBe("b");
  expect(host.clock.monotonicMs() - before).toBe(302);
});

test("a placed crash comes before the execution or between it and the answer", () => {
  for (const [strike, executedThen] of [
    ["crash-before", ["a"]],
    ["crash-after-execution", ["a", "b"]],
  ] as const) {
    const { simulation, ask, executed, server } = makeWorld({ faults: [second(strike)] });
    expect(run(simulation, () => ask("a"))).toBe("a");
    expect(run(simulation, () => ask("b"))).toBe("UNAVAILABLE indefinite");
    expect(executed).toEqual([...executedThen]);
    expect(server.isUp).toBe(false);
    expect(simulation.reached.count(strike, "Write")).toBe(1);
  }
});

test("a burst strikes while it lasts and not afterwards", () => {
  for (const kind of ["lose-request", "lose-reply", "duplicate", "delay"] as const) {
    const burst: MessageFault = { kind, at: 0, forMs: 60, probability: 1, delayMs: 20 };
    const { simulation, ask, host } = makeWorld({ faults: [burst] });
    run(simulation, () => ask("a", { timeoutMs: 50 }));
    const struck = simulation.reached.count(kind);
    expect(struck).toBeGreaterThan(0);
    run(simulation, () => host.clock.sleep(60));
    expect(run(simulation, () => ask("b"))).toBe("b");
    expect(simulation.reached.count(kind)).toBe(struck);
  }
});

test("packets overtake one another unless the network keeps their order", () => {
  const latency = { kind: "uniform", minMs: 0, maxMs: 20 } as const;
  const contents = Array.from({ length: 20 }, (_, index) => `${index}`);
  for (const fifo of [false, true]) {
    const { simulation, ask, executed } = makeWorld({ network: { latency, fifo } });
    run(simulation, () => Promise.all(contents.map((content) => ask(content))));
    expect([...executed].sort()).toEqual([...contents].sort());
    expect(executed.join() === contents.join()).toBe(fifo);
  }
});

test("the unreliable network of MIT loses a tenth of the requests and of the replies", () => {
  const { simulation, ask, executed } = makeWorld({
    network: networks.get("mit-unreliable") ?? {},
  });
  const calls = 2_000;
  const contents = Array.from({ length: calls }, (_, index) => `${index}`);
  const answers = run(simulation, () => Promise.all(contents.map((content) => ask(content))));
  const answered = answers.filter((answer) => !answer.startsWith("DEADLINE")).length;
  expect(executed.length / calls).toBeCloseTo(0.9, 1);
  expect(answered / calls).toBeCloseTo(0.81, 1);
  expect(simulation.reached.count("lose-request") + executed.length).toBe(calls);
  expect(simulation.reached.count("lose-reply") + answered).toBe(executed.length);
});

test("latencies have the range and the mean that they are named for", () => {
  const random = seededRandom(1, "latency");
  const draws = (latency: Parameters<typeof drawLatency>[0]) =>
    Array.from({ length: 4_000 }, () => drawLatency(latency, random));
  const mean = (numbers: number[]) => numbers.reduce((sum, each) => sum + each) / numbers.length;
  expect(new Set(draws({ kind: "constant", ms: 3 }))).toEqual(new Set([3]));
  const uniform = draws({ kind: "uniform", minMs: 2, maxMs: 4 });
  expect(Math.min(...uniform)).toBeGreaterThanOrEqual(2);
  expect(Math.max(...uniform)).toBeLessThan(4);
  expect(mean(uniform)).toBeCloseTo(3, 0);
  const exponential = draws({ kind: "exponential", minMs: 5, meanMs: 20 });
  expect(Math.min(...exponential)).toBeGreaterThanOrEqual(5);
  expect(mean(exponential)).toBeGreaterThan(18);
  expect(mean(exponential)).toBeLessThan(22);
});

test("a stream keeps its order, waits for its reader and ends when the reader leaves", () => {
  const latency = { kind: "uniform", minMs: 0, maxMs: 20 } as const;
  const { simulation, client, executed } = makeWorld({ network: { latency } });
  const count = run(simulation, async () => {
    let messages = 0;
    for await (const _ of client.list({})) messages += 1;
    return messages;
  });
  expect(count).toBe(40);
  executed.length = 0;
  run(simulation, async () => {
    for await (const _ of client.list({})) break;
  });
  while (simulation.scheduler.step());
  expect(executed.length).toBeLessThan(40);
});

test("a stream whose answer is lost fails at its deadline", () => {
  const { simulation, client } = makeWorld({
    faults: [{ on: { method: "List", nth: 1 }, do: "lose-reply" }],
  });
  const error = run(simulation, () =>
    client
      .list({})
      [Symbol.asyncIterator]()
      .next()
      .catch((reason: unknown) => reason),
  );
  expect(error).toMatchObject({ code: "DEADLINE_EXCEEDED", definite: false });
});

test("a stream that was duplicated is heard once", () => {
  const { simulation, client, executed } = makeWorld({
    faults: [{ on: { method: "List", nth: 1 }, do: "duplicate" }],
  });
  const count = run(simulation, async () => {
    let messages = 0;
    for await (const _ of client.list({})) messages += 1;
    return messages;
  });
  expect(count).toBe(40);
  expect(executed.length).toBeGreaterThan(40);
});

test("a stream never has a gap, also where a partition lost a part of it", () => {
  const ends = new Set<unknown>();
  for (let seed = 0; seed < 40; seed += 1) {
    const { simulation, client } = makeWorld({
      seed,
      network: { latency: { kind: "uniform", minMs: 0, maxMs: 5 } },
      faults: [{ kind: "one-way", at: 6, forMs: 1, blocked: [["s1", "c1"]] }],
    });
    const read = async () => {
      let messages = 0;
      for await (const _ of client.list({})) messages += 1;
      return messages;
    };
    ends.add(run(simulation, () => read().catch(outcome)));
  }
  expect(ends).toEqual(new Set([40, "DEADLINE_EXCEEDED indefinite"]));
});
