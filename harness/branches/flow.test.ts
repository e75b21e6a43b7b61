import { afterAll, describe, expect, test } from "bun:test";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { misfits } from "../exam/problem.ts";
import { repositoryRoot } from "../kit/repository.ts";
import { hasKnownData, knownData } from "./known-data.ts";
import { branchesProblem } from "./requirements.ts";
import { judgeStampedFile } from "./stamped-file.ts";

const scratch = mkdtempSync(join(tmpdir(), "proctor-branches-"));
afterAll(() => rmSync(scratch, { recursive: true }));

interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(...flags: string[]): Promise<Outcome> {
  const command = [process.execPath, "run", "harness/branches.ts", ...flags];
  const child = Bun.spawn(command, {
    cwd: repositoryRoot,
    env: { ...process.env, PROCTOR_RUNS: join(scratch, "runs") },
    stdin: "ignore",
    stdout: "pipe",
    stderr: "pipe",
  });
  const [exitCode, stdout, stderr] = await Promise.all([
    child.exited,
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
  ]);
  return { exitCode, stdout, stderr };
}

/** Runs an input; what its output file holds, once all checks have passed. */
async function outputOf(input: string, ...flags: string[]): Promise<unknown> {
  const output = join(scratch, "output.json");
  const { exitCode, stdout, stderr } = await run("--input", input, "--output", output, ...flags);
  expect({ exitCode, stdout, stderr }).toMatchObject({ exitCode: 0 });
  return JSON.parse(await Bun.file(output).text());
}

const inputs = join(repositoryRoot, "inputs/branches");
const read = (file: string) => Bun.file(file).json();

test("without flags all samples run, and every check passes", async () => {
  const { exitCode, stdout } = await run("--json");
  const { verdict, checks } = JSON.parse(stdout);
  expect({ exitCode, verdict }).toEqual({ exitCode: 0, verdict: "PASS" });
  const names = checks.map((check: { name: string }) => check.name);
  expect(misfits(branchesProblem, names, false)).toEqual([]);
});

describe.if(hasKnownData)("known inputs give their known outputs", () => {
  const known = (file: string) => join(knownData, file);

  test("balance: the example", async () => {
    const output = await outputOf(known("balance/example.input.json"));
    expect(output).toEqual(await read(known("balance/example.output.json")));
  });

  test("sessions: read your writes over ten branches, with updates held back", async () => {
    const input = known("sessions/read-your-writes.input.json");
    const output = await outputOf(input, "--propagation-delay", "5ms");
    expect(output).toEqual(await read(known("sessions/read-your-writes.recorded-output.json")));
  });

  test("sessions: monotonic writes, in the older form", async () => {
    const input = known("sessions/monotonic-writes.input.json");
    const output = await outputOf(input, "--format", "legacy");
    expect(output).toEqual(await read(known("sessions/monotonic-writes.output.json")));
  });

  test("clocks: three files that keep happens-before, as many events as are due", async () => {
    const output = join(scratch, "four.json");
    const { exitCode } = await run(
      ...["--input", known("clocks/four.input.json"), "--output", output],
    );
    expect(exitCode).toBe(0);
    const counts = [];
    for (const name of ["customers", "branches", "all"]) {
      const file = join(scratch, `four-${name}.json`);
      const checks = judgeStampedFile(file);
      expect(checks.map(({ verdict }) => verdict)).toEqual(["PASS", "PASS"]);
      counts.push(checks[1]?.evidence);
    }
    // Eight requests: each is sent and received, and propagated to three branches.
    expect(counts).toEqual(["8 events", "56 events", "64 events"]);
    expect(await Bun.file(join(scratch, "four-branches.json")).text()).toContain("propagate_d");
    expect(await Bun.file(join(scratch, "four-all.json")).text()).toContain("propogate_w");
  });
});

test("all customers at once, each a process: no update is lost, nothing overdrawn", async () => {
  const input = join(scratch, "rush.json");
  const branches = [1, 2, 3].map((id) => ({ id, type: "branch", balance: 100 }));
  const customers = [1, 2, 3].map((id) => ({
    id,
    type: "customer",
    events: Array.from({ length: 10 }, (_, place) => ({
      id: place + 1,
      interface: place % 3 === 0 ? "deposit" : "withdraw",
      money: place % 3 === 0 ? 10 : 40,
    })),
  }));
  await Bun.write(input, JSON.stringify([...customers, ...branches]));
  const output = await outputOf(input, "--concurrent", "--customer-processes");
  const withdrawn = JSON.stringify(output).match(/"withdraw","result":"success"/g)?.length ?? 0;
  // 100 and 120 are deposited: five times 40, and there is never enough for a sixth.
  expect(withdrawn).toBeLessThanOrEqual(5);
  expect(withdrawn).toBeGreaterThanOrEqual(2);
});

describe("what is wrong ends with 64 and one sentence, and nothing is run", () => {
  const sample = join(inputs, "balance.json");
  const cases: readonly (readonly [string, readonly string[], string])[] = [
    ["no such file", ["--input", "nowhere.json"], "nowhere.json can't be read"],
    ["no such folder", ["--input", sample, "--output", "no/where.json"], "no folder no"],
    ["--output alone", ["--output", "x.json"], "give its --input"],
    ["clocks at once", ["--input", sample, "--mode", "clocks", "--concurrent"], "no"],
    ["a delay elsewhere", ["--input", sample, "--propagation-delay", "9ms"], "is for sessions"],
  ];
  for (const [what, flags, sentence] of cases) {
    test(what, async () => {
      const { exitCode, stderr, stdout } = await run(...flags);
      expect(exitCode).toBe(64);
      expect(stderr).toContain(sentence);
      expect(stderr.trim().split("\n")).toHaveLength(1);
      expect(stdout).toBe("");
    });
  }

  test("an input with a place in it", async () => {
    const input = join(scratch, "wrong.json");
    const event = { id: 1, interface: "deposit", money: -10 };
    const entries = [{ id: 3, type: "customer", events: [event] }];
    await Bun.write(input, JSON.stringify([...entries, { id: 3, type: "branch", balance: 0 }]));
    const output = join(scratch, "never.json");
    const { exitCode, stderr } = await run("--input", input, "--output", output);
    expect(exitCode).toBe(64);
    expect(stderr).toContain("entry 1 (customer 3), event 1: its money must be a whole number");
    expect(existsSync(output)).toBe(false);
  });
});
