import { expect, test } from "bun:test";
import { ResultFolder } from "../bench/result-folder.ts";
import { say } from "./observation-samples.ts";
import { observationsOf } from "./observations.ts";

const store = (protocol: string, clients: number, rates: readonly number[]) =>
  rates.map((per_second, index) => ({
    ...{ repeat: index + 1, protocol, replicas: 3, operation: "write", clients, loop: "closed" },
    ...{ per_second, p50_ms: 1, p90_ms: 2, p99_ms: 3 },
  }));

test("filestore: the best protocol and by what factor, and where throughput stops to grow", () => {
  const text = say("filestore", {
    throughput: [
      ...store("blocking", 1, [100, 101, 99]),
      ...store("blocking", 8, [400, 404, 396]),
      ...store("blocking", 64, [402, 410, 398]),
      ...store("quorum", 64, [100, 100, 100]),
    ],
  });
  expect(text).toContain("3 replicas, 64 clients, writes: blocking does most (402 a second), 4.0");
  expect(text).toContain("blocking write, 3 replicas: throughput grows up to 8 clients (400 a");
});

test("noise: what is noisy is named with its width, what was run once is said", () => {
  const noisy = say("filestore", {
    throughput: [...store("blocking", 1, [100, 200, 300]), ...store("blocking", 8, [7, 7, 7])],
  });
  expect(noisy).toMatch(
    /1 of 8 figures \(12.5 %\) are noisy, most of all per_second of blocking, 3/,
  );
  const once = say("filestore", { throughput: store("blocking", 1, [100]) });
  expect(once).toContain("each measurement was made once");
  expect(once).toContain("how busy the machine was has not been written down");
});

test("targets: reached and missed, by how much", () => {
  const rows = (rate: number) => ({
    throughput: [
      {
        ...{ branches: 10, customers: 32, loop: "closed", per_second: rate },
        ...{ p50_ms: 1, p90_ms: 1, p99_ms: 1 },
      },
    ],
  });
  expect(say("branches", rows(1_500))).toMatch(
    /Reached.*, 1 of 1 target:\n.*1,500, asked for ≥.1,000 \(50 % more\)/,
  );
  expect(say("branches", rows(900))).toMatch(
    /Missed.*, 1 of 1 target:\n.*900, asked for ≥.1,000 \(10 % less\)/,
  );
});

test("byzantine: harm is told apart by whether agreement was promised", () => {
  const army = { algorithm: "oral", traitors: 1, seeds: 50, seconds: 1 };
  const text = say("byzantine", {
    costs: [
      {
        ...{ algorithm: "oral", generals: 4, traitors: 1, messages: 9, bytes: 90 },
        campaign_ms: 5,
      },
    ],
    adversaries: [
      { ...army, generals: 4, guaranteed: "yes", failed: 0 },
      { ...army, generals: 3, guaranteed: "no", failed: 20 },
    ],
  });
  expect(text).toContain("Where agreement is promised, 0 of 50 adversaries did harm.");
  expect(text).toContain("Where it is not, 20 of 50 did, most often against oral with 3 generals");
});

test("strife: where throughput stops to grow, and what one payee costs", () => {
  const paid = (clients: number, payee: string, per_second: number) => ({
    ...{ banks: 2, clients, payee, per_second },
    ...{ p50_ms: 1, p90_ms: 2, p99_ms: clients },
  });
  const text = say("strife", {
    payments: [paid(1, "spread", 100), paid(32, "spread", 1_000), paid(32, "hot", 800)],
  });
  expect(text).toContain("2 banks: throughput still grows at 32 clients");
  expect(text).toContain("when all pay one payee, 32 clients reach 80 % of what");
});

test("nothing is said of what was not measured", () => {
  for (const system of ["filestore", "failover", "balancer", "mapreduce", "strife", "calls"]) {
    expect(observationsOf(system, new ResultFolder(new Map(), new Map()))).toEqual([]);
  }
});
