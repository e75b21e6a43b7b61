import { beforeAll, expect, test } from "bun:test";
import { join } from "node:path";
import { misfits } from "../exam/problem.ts";
import { hasEtcd } from "../kit/etcd.ts";
import { balancerProblem } from "./requirements.ts";

const root = join(import.meta.dir, "../..");

interface Outcome {
  readonly exitCode: number;
  readonly report: {
    readonly verdict: string;
    readonly checks: readonly { readonly name: string; readonly verdict: string }[];
  };
}

/** A small run; each way of discovery is one. */
async function run(discovery: string): Promise<Outcome> {
  const flags = ["--backends", "6", "--agents", "2", "--clients", "24", "--json", "--quiet"];
  const command = [process.execPath, "run", "harness/balancer.ts", "--discovery", discovery];
  const child = Bun.spawn([...command, ...flags], {
    cwd: root,
    stdin: "ignore",
    stdout: "pipe",
    stderr: "ignore",
  });
  const [exitCode, stdout] = await Promise.all([child.exited, new Response(child.stdout).text()]);
  return { exitCode, report: JSON.parse(stdout) };
}

const ways = ["dns", hasEtcd ? "etcd" : "static"];
const outcomes = new Map<string, Outcome>();

// They mostly wait.
beforeAll(async () => {
  await Promise.all(ways.map(async (way) => outcomes.set(way, await run(way))));
}, 120_000);

for (const way of ways) {
  test(`the balancer, found by ${way}, passes each of its checks`, () => {
    const outcome = outcomes.get(way);
    const { verdict, checks = [] } = outcome?.report ?? {};
    expect(checks.filter((check) => check.verdict !== "PASS")).toEqual([]);
    expect({ exitCode: outcome?.exitCode, verdict }).toEqual({ exitCode: 0, verdict: "PASS" });
    const names = checks.map(({ name }) => name);
    expect(misfits(balancerProblem, names, false)).toEqual([]);
  });
}
