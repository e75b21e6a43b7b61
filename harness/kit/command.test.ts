import { expect, test } from "bun:test";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "./repository.ts";
import { temporaryDirectory } from "./test-support.ts";

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Names of what the run left. */
  readonly left: readonly string[];
  // biome-ignore lint/suspicious/noExplicitAny: what it holds is what is tested.
  readonly record: any;
}

/** Runs the harness command of `testdata/` to its end. */
async function runExample(...flags: readonly string[]): Promise<Outcome> {
  using runs = temporaryDirectory();
  const command = [process.execPath, "run", "harness/kit/testdata/harness.ts", ...flags];
  const child = Bun.spawn(command, {
    cwd: repositoryRoot,
    env: { ...process.env, PROCTOR_RUNS: runs.path },
    stderr: "pipe",
  });
  const [stdout, stderr] = await Promise.all([child.stdout.text(), child.stderr.text()]);
  const status = await child.exited;
  const latest = join(runs.path, "latest");
  if (readdirSync(runs.path).length === 0) return { status, stdout, stderr, left: [], record: {} };
  const record = JSON.parse(readFileSync(join(latest, "run.json"), "utf8"));
  return { status, stdout, stderr, left: readdirSync(latest).sort(), record };
}

test("a run that passes shows result, checks, verdict, replay and folder", async () => {
  const { status, stdout, stderr, left, record } = await runExample("--seed", "7");
  expect(status).toBe(0);
  expect(stdout).toContain("r1 answered v1\nReplicas\n┌─────────┬────────┐\n");
  expect(stdout).toContain("│ r1 has it                           │ PASS    │ it answered v1 │");
  expect(stdout).toMatch(/^PASS {2}example, \d+\.\d s$/m);
  expect(stdout).toContain("  again:  bun run harness/example.ts --seed 7\n");
  expect(stdout).toMatch(/^ {2}folder: \S+example-\d{8}T\d{6}\.\d{3}Z$/m);
  expect(stderr).toContain("starting the nodes\nat work\n");
  expect(stdout).toMatch(/^ {2}look: {3}\S+example-\d{8}T\d{6}\.\d{3}Z\/index\.html$/m);
  const files = ["checks.json", "history.jsonl", "index.html", "nodes.jsonl", "output.json"];
  expect(left).toEqual(["calls", ...files, "logs", "run.json"].sort());
  expect(record).toMatchObject({ problem: "example", verdict: "PASS", exitCode: 0, seed: 7 });
  expect(record.versions).toMatchObject({ bun: Bun.version, grpcJs: "1.14.7" });
});

test("--json prints one document only, --quiet no progress, --keep keeps data", async () => {
  const flags = ["--json", "--quiet", "--keep", "--seed", "7", "--flow", "fails"];
  const { status, stdout, stderr, left, record } = await runExample(...flags);
  expect(status).toBe(1);
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual({
    ...record,
    checks: [
      { name: "r1 has it", verdict: "FAIL", evidence: "it answered v1" },
      { name: "every node runs until it is stopped", verdict: "PASS", evidence: "1 nodes" },
    ],
    output: [
      "r1 answered v1",
      { title: "Replicas", head: ["replica", "answer"], rows: [["r1", "v1"]] },
    ],
  });
  expect(record.replay).toBe("bun run harness/example.ts --seed 7 --flow fails");
  expect(left).toContain("data");
});

test.each([
  ["fails", 1, "FAIL", "finished"],
  ["crashes", 1, "FAIL", "finished"],
  ["checks nothing", 2, "UNDECIDED", "finished"],
  ["throws", 70, "UNDECIDED", "failed"],
  ["forgets", 70, "UNDECIDED", "failed"],
  ["nodes die", 70, "UNDECIDED", "failed"],
])("a flow that %s exits %i, %s, and its data stays", async (flow, exitCode, verdict, ending) => {
  const { status, stdout, left, record } = await runExample("--flow", flow);
  expect(status).toBe(exitCode);
  expect(record).toMatchObject({ exitCode, verdict, ending });
  expect(stdout).toMatch(new RegExp(`^${verdict}  example, `, "m"));
  expect(left).toContain("data");
});

test("a flow that takes too long is undecided, and says where it stood", async () => {
  const { status, stdout, record } = await runExample("--flow", "hangs", "--timeout", "1");
  expect(status).toBe(2);
  expect(record).toMatchObject({ exitCode: 2, verdict: "UNDECIDED", ending: "timeout" });
  expect(stdout).toMatch(/stopped after 1 s, while: (starting the nodes|at work)/);
});

test("a command that serves has no time limit, and ends with Ctrl-C", async () => {
  const { status, record } = await runExample("--flow", "serves", "--timeout", "1");
  expect(status).toBe(130);
  expect(record).toMatchObject({ exitCode: 130, ending: "interrupted" });
});

test("long output arrives whole and in order, before the verdict", async () => {
  const { stdout } = await runExample("--flow", "talks");
  expect(stdout.match(/^(r1 ){50}$/gm)).toHaveLength(9999);
  expect(stdout).toMatch(/\n {2}folder: \S+\n {2}look: {3}\S+\n$/);
});

test("an error of the flow is told with its place, a failed start by the node", async () => {
  const thrown = await runExample("--flow", "throws");
  expect(thrown.stderr).toMatch(/The harness failed: Error: a bug in the flow\n +at run \(/);
  const died = await runExample("--flow", "nodes die");
  expect(died.stderr).toContain(
    "The harness failed: node r1 did not start: it ended with status 69",
  );
  expect(died.record.error).toEndWith("the port 127.0.0.1:1 is taken");
});

test.each([
  [["--replicas", "0"], "It must be a whole number, 1 to 50, but is"],
  [["--seed", "-1"], "It must be a whole number, 0 to 4294967295, but is"],
  [["--timeout", "soon"], "It must be a whole number, 1 to 86400 s, but is"],
  [["--replicas", "13"], "13 replicas bring bad luck"],
  [["--no-such-flag"], "Unknown option '--no-such-flag'"],
  [["stray"], "Too many arguments"],
])(
  "bad usage %p exits 64 with one sentence, before anything is started",
  async (flags, sentence) => {
    const { status, stdout, stderr, left } = await runExample(...flags);
    expect({ status, stdout, left }).toEqual({ status: 64, stdout: "", left: [] });
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr).toContain(sentence);
  },
);

test("--help shows every flag, and is no failure", async () => {
  const { status, stdout, left } = await runExample("--help");
  expect({ status, left }).toEqual({ status: 0, left: [] });
  for (const flag of ["--seed", "--json", "--quiet", "--keep", "--timeout", "--replicas"]) {
    expect(stdout).toContain(flag);
  }
});
