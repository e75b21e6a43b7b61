import { beforeAll, expect, test } from "bun:test";
import { join } from "node:path";
import { misfits } from "../exam/problem.ts";
import { fileStoreProblems } from "./requirements.ts";

const root = join(import.meta.dir, "../..");

/** Each command of the file store, with the flags of a small run. */
const commands = [
  { name: "kv-blocking", flags: [] },
  { name: "kv-nonblocking", flags: [] },
  { name: "kv-quorum", flags: ["--read-quorum", "2", "--write-quorum", "2"] },
];

interface Outcome {
  readonly exitCode: number;
  readonly report: {
    readonly verdict: string;
    readonly checks: readonly { name: string; verdict: string }[];
  };
}

const outcomes = new Map<string, Outcome>();

async function run(name: string, flags: readonly string[]): Promise<void> {
  const command = [process.execPath, "run", `harness/${name}.ts`, "--replicas", "3", "--json"];
  const child = Bun.spawn([...command, ...flags], {
    cwd: root,
    stdin: "ignore",
    stdout: "pipe",
    stderr: "ignore",
  });
  const [exitCode, stdout] = await Promise.all([child.exited, new Response(child.stdout).text()]);
  outcomes.set(name, { exitCode, report: JSON.parse(stdout) });
}

// They mostly wait, so all of them at once take little longer than one.
beforeAll(async () => {
  await Promise.all(commands.map(({ name, flags }) => run(name, flags)));
}, 60_000);

for (const { name } of commands) {
  test(`${name} passes each of its checks with three replicas, and says so as JSON`, () => {
    const { exitCode, report } = outcomes.get(name) as Outcome;
    expect(exitCode).toBe(0);
    expect(report.verdict).toBe("PASS");
    expect(report.checks.length).toBeGreaterThan(10);
    expect(report.checks.map(({ verdict }) => verdict)).not.toContain("FAIL");
    const [problem] = fileStoreProblems.filter((each) => each.name === name);
    if (problem === undefined) throw new Error(`${name} is not examined`);
    const names = report.checks.map((check) => check.name);
    expect(misfits(problem, names, false)).toEqual([]);
  });
}
