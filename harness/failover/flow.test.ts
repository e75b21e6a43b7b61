import { beforeAll, expect, test } from "bun:test";
import { guarantees } from "../../nodes/failover/guarantee.ts";
import type { Check } from "../check/verdict.ts";
import { misfits } from "../exam/problem.ts";
import { repositoryRoot } from "../kit/repository.ts";
import { failoverProblem } from "./requirements.ts";

interface Outcome {
  readonly exitCode: number;
  readonly report: { readonly verdict: string; readonly checks: readonly Check[] };
}

const outcomes = new Map<string, Outcome>();

async function run(guarantee: string): Promise<void> {
  const flags = ["--servers", "4", "--guarantee", guarantee, "--json", "--quiet"];
  const child = Bun.spawn([process.execPath, "run", "harness/kv-failover.ts", ...flags], {
    cwd: repositoryRoot,
    stdin: "ignore",
    stdout: "pipe",
    stderr: "ignore",
  });
  const [exitCode, stdout] = await Promise.all([child.exited, new Response(child.stdout).text()]);
  outcomes.set(guarantee, { exitCode, report: JSON.parse(stdout) });
}

// They mostly wait, so both at once take little longer than one.
beforeAll(async () => {
  await Promise.all(guarantees.map(run));
}, 120_000);

for (const guarantee of guarantees) {
  test(`kv-failover passes each of its checks with four servers under ${guarantee}`, () => {
    const { exitCode, report } = outcomes.get(guarantee) as Outcome;
    expect(report.checks.filter(({ verdict }) => verdict !== "PASS")).toEqual([]);
    expect({ exitCode, verdict: report.verdict }).toEqual({ exitCode: 0, verdict: "PASS" });
    const names = report.checks.map(({ name }) => name);
    expect(names).toContain("linearizable");
    expect(names).toContain("the databases of all servers hold the same");
    expect(names.length).toBeGreaterThan(15);
    // By default the last server that stands answers; only a majority has a minority beside it.
    const minority = "for nothing: a minority answers neither puts nor gets";
    const others = guarantee === "majority" ? [minority] : [];
    expect(misfits(failoverProblem, names, false)).toEqual(others);
  });
}
