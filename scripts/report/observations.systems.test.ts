import { expect, test } from "bun:test";
import { say } from "./observation-samples.ts";

const run = (policy: string, share_percent: number, p99_ms: number, errors = 0) => ({
  ...{ repeat: 1, scenario: "equal", policy, share_percent, calls: 100, errors },
  ...{ per_second: 90, p50_ms: 10, p90_ms: 20, p99_ms, p999_ms: 300, fairness: 0.9, busiest: 0.8 },
  ...{ balancer_us: 50, simulated_p99_ms: 100, shortest_queue_p99_ms: 90 },
});

test("balancer: the best policy, who is hardly behind it, who fails, and what load costs", () => {
  const text = say("balancer", {
    policies: [
      ...[run("least_load", 50, 100), run("prequal", 50, 105), run("pick_first", 50, 900, 40)],
      ...[run("least_load", 95, 200), run("prequal", 95, 400), run("pick_first", 95, 990, 80)],
    ],
  });
  expect(text).toContain(
    "equal at 50 %: best p99 by least_load (100 ms), less than 10 % more by prequal, " +
      "worst by pick_first (900 ms, 9.0 times); pick_first failed 40.0 % of its calls.",
  );
  expect(text).toContain("how often: least_load 2.");
  expect(text).toContain("From 50 to 95 % load the p99 of prequal");
  expect(text).toContain("goes from 105 to 400 ms, 3.8 times.");
});

test("failover: what a death costs under each guarantee, and what more servers cost", () => {
  const out = (killed: string, longest_without_put_ms: number) => ({
    ...{ guarantee: "majority", servers: 3, killed, repeat: 1, longest_without_put_ms },
    longest_without_get_ms: 5,
  });
  const sequence = (servers: number, operation: string, per_second: number) => ({
    ...{ servers, clients: 1, requests: 1_000, repeat: 1, operation, keys: "uniform" },
    ...{ seconds: 1, per_second, p50_ms: 1, p90_ms: 2, p99_ms: 3, max_ms: 4 },
  });
  const text = say("failover", {
    outages: [out("nobody", 10), out("a backup", 100), out("the primary", 200)],
    sequence: [
      ...[sequence(10, "get", 1_000), sequence(10, "put", 100)],
      ...[sequence(30, "get", 900), sequence(30, "put", 50)],
    ],
  });
  expect(text).toContain("no put is answered for 200 ms when the primary is killed, 100 ms when a");
  expect(text).toContain("One client, 10 servers: gets are 10 times as many a second as puts");
  expect(text).toContain("put goes from 100 a second with 10 servers to 50 with 30");
});

test("mapreduce: where more workers stop to help, and what a failure costs", () => {
  const job = (workers: number, megabytes_per_second: number) => ({
    ...{ app: "word-count", megabytes: 64, workers, repeat: 1, seconds: 2 },
    ...{ megabytes_per_second, worker_mib: 100 },
  });
  const failure = (what: string, more_percent: number, lost: number) => ({
    ...{ what, seconds: 10, more_percent, attempts: 9, backups: 2, lost },
  });
  const text = say("mapreduce", {
    throughput: [job(1, 40), job(2, 70), job(4, 60)],
    failures: [failure("nothing fails", 0, 0), failure("a worker is killed", 20, 1)],
  });
  expect(text).toContain("64 MB: throughput grows up to 2 workers (70 MB/s) and falls from there.");
  expect(text).toContain(
    "When a worker is killed: 20 % more time (2 backup copies, 1 attempt lost",
  );
  expect(text).not.toContain("When nothing fails");
});

test("branches and calls: by what factor more branches, and plain calls, are slower", () => {
  const deposits = (branches: number, loop: string, per_second: number) => ({
    ...{ repeat: 1, branches, customers: 32, loop, per_second },
    ...{ p50_ms: 1, p90_ms: 2, p99_ms: branches },
  });
  const sizes = [3, 30].flatMap((size) => [
    deposits(size, "closed", 3_000 / size),
    deposits(size, "open", 100),
  ]);
  expect(say("branches", { throughput: sizes })).toContain(
    "10 times the branches, 10 times fewer deposits",
  );
  const call = (kind: string, per_second: number) => ({
    ...{ kind, peers: 9, at_once: 9, round_ms: 1, per_second, caller_us: 1, peers_us: 1 },
  });
  expect(say("calls", { calls: [call("plain", 1_000), call("framed", 5_000)] })).toContain(
    "9 calls at once to 9 peers: frames of a stream carry 5,000 calls a second, 5.0 times",
  );
});
