import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Check } from "./check/verdict.ts";
import { repositoryRoot } from "./kit/repository.ts";
import { temporaryDirectory } from "./kit/test-support.ts";

async function runFaults(runs: string, ...words: readonly string[]) {
  const child = Bun.spawn([process.execPath, "run", "harness/faults.ts", ...words], {
    cwd: repositoryRoot,
    env: { ...process.env, PROCTOR_RUNS: runs },
    stderr: "pipe",
  });
  const [stdout, stderr] = await Promise.all([child.stdout.text(), child.stderr.text()]);
  return { status: await child.exited, stdout, stderr };
}

test.each([
  ["kv-blocking", "2", "convergence"],
  ["kv-failover", "3", "linearizable"],
])(
  "a short run of %s strikes, heals, judges, and can be repeated",
  async (problem, size, judge) => {
    using runs = temporaryDirectory();
    const flags = ["--faults", "kill,pause,lose-reply", "--seed", "7", "--duration", "2"];
    const sizes = ["--replicas", size, "--clients", "2", "--json"];
    const { status, stdout } = await runFaults(runs.path, problem, ...flags, ...sizes);
    const report = JSON.parse(stdout);
    const checks: Check[] = report.checks;
    const [reached, ...judged] = checks;
    expect(judged.filter(({ verdict }) => verdict !== "PASS")).toEqual([]);
    expect(judged.map(({ name }) => name)).toContain(judge);
    // A machine that is busy with other things may leave a fault nothing to strike.
    expect(reached?.name).toBe("every fault that was asked for struck a call in flight");
    expect(status).toBe(reached?.verdict === "PASS" ? 0 : 2);
    expect(report.replay).toStartWith(`bun run harness/faults.ts ${problem} --seed 7 `);
    expect(report.replay).toContain(" --faults kill,pause,lose-reply ");
    const log = readFileSync(join(runs.path, "latest/faults.jsonl"), "utf8");
    const lines = log
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const faultsOf = (event: string) =>
      lines.filter((line) => line.event === event).map(({ fault }) => fault);
    expect(faultsOf("begin").length).toBeGreaterThanOrEqual(3);
    expect(faultsOf("heal").sort()).toEqual(faultsOf("begin").sort());
  },
);

test.each([
  [[], "Missing required argument 'problem'"],
  [["strife"], "It must be one of kv-blocking, kv-nonblocking, kv-quorum, kv-failover"],
  [["kv-failover", "--guarantee", "last-standing"], "claims to stand --faults kill,cut,duplicate"],
  [["kv-quorum", "--faults", "kill,rust"], '"rust"'],
  [["kv-quorum", "--replicas", "1"], "--replicas must be 2 at least"],
  [["kv-blocking", "--duration", "100"], "--timeout must be 190 s at least"],
])("bad usage %p exits 64 before anything is started", async (words, sentence) => {
  using runs = temporaryDirectory();
  const { status, stdout, stderr } = await runFaults(runs.path, ...words);
  expect({ status, stdout }).toEqual({ status: 64, stdout: "" });
  expect(stderr).toContain(sentence);
});
