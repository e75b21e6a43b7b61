import { expect, test } from "bun:test";
import { $ } from "zx/core";
import { misfits } from "./exam/problem.ts";
import { hasPostgres } from "./kit/postgres.ts";
import { repositoryRoot } from "./kit/repository.ts";
import { strifeProblem } from "./strife/requirements.ts";

/** Everybody shows certificates, which openssl makes. */
const hasOpenssl = Bun.which("openssl") !== null;

test.if(hasOpenssl)(
  "the flow on processes holds, with a crash of each node",
  async () => {
    const shell = $({ cwd: repositoryRoot, nothrow: true, quiet: true });
    const { stdout, exitCode } =
      await shell`${process.execPath} harness/strife.ts --json --quiet --seed 3 --cells 3`;
    const { verdict, checks } = JSON.parse(stdout);
    const held = (checks as { verdict: string }[]).filter((check) => check.verdict === "PASS");
    expect([verdict, exitCode, held.length]).toEqual(["PASS", 0, checks.length]);
    const names = (checks as { name: string }[]).map(({ name }) => name);
    expect(misfits(strifeProblem, names, false)).toEqual([]);
  },
  60_000,
);

test.if(hasOpenssl && hasPostgres)(
  "the flow of two gateways on one store holds, with a kill of the first",
  async () => {
    const shell = $({ cwd: repositoryRoot, nothrow: true, quiet: true });
    const words = ["--store", "postgres", "--json", "--quiet", "--seed", "3", "--cells", "2"];
    const { stdout, exitCode } = await shell`${process.execPath} harness/strife.ts ${words}`;
    const { verdict, checks } = JSON.parse(stdout);
    const held = (checks as { verdict: string }[]).filter((check) => check.verdict === "PASS");
    expect([verdict, exitCode, held.length]).toEqual(["PASS", 0, checks.length]);
    expect(checks.length).toBeGreaterThanOrEqual(12);
  },
  60_000,
);
