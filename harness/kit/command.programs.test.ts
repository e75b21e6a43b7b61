import { expect, test } from "bun:test";
import { chmodSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { $ } from "zx/core";
import { repositoryRoot } from "./repository.ts";
import { temporaryDirectory } from "./test-support.ts";

const shell = $({ cwd: repositoryRoot, nothrow: true, quiet: true });

/** A small run with programs of somebody else; what it found. */
async function judge(programs: string, runs: string) {
  const env = { ...process.env, PROCTOR_RUNS: runs };
  const flags = ["--nodes", programs, "--replicas", "2", "--json", "--quiet"];
  const { stdout, exitCode } = await $({ cwd: repositoryRoot, env, nothrow: true, quiet: true })`
    ${process.execPath} harness/kv-blocking.ts ${flags}`;
  const { checks, verdict, replay } = JSON.parse(stdout);
  const found = new Map<string, { verdict: string; evidence: string }>(
    checks.map((check: { name: string; verdict: string; evidence: string }) => [check.name, check]),
  );
  return { exitCode, verdict, replay, found };
}

const ran = "programs from --nodes were run";

test("an executable file of any language is run in the place of our node", async () => {
  using directory = temporaryDirectory();
  const folder = join(directory.path, "submission/filestore");
  mkdirSync(folder, { recursive: true });
  // What it is written in does not matter; this one is a shell script that notes its flags.
  const program = join(folder, "replica-blocking");
  const lines = [
    "#!/bin/sh",
    `echo "$@" >> ${directory.path}/flags`,
    `exec ${process.execPath} nodes/filestore/replica-blocking.ts "$@"`,
  ];
  await Bun.write(program, `${lines.join("\n")}\n`);
  chmodSync(program, 0o755);
  const { exitCode, verdict, replay, found } = await judge(join(folder, ".."), directory.path);
  expect({ exitCode, verdict }).toEqual({ exitCode: 0, verdict: "PASS" });
  expect(found.get(ran)?.evidence).toBe("filestore/replica-blocking");
  expect(replay).toContain(`--nodes ${directory.path}/submission`);
  const given = readFileSync(join(directory.path, "flags"), "utf8").trim().split("\n");
  // Two starts of each replica: the flow kills all of them once.
  expect(given).toHaveLength(4);
  expect(given[0]).toMatch(
    /^--id r1 --address 127\.0\.0\.1:0 --data-dir \S+ --seed \d+ --registry/,
  );
}, 60_000);

test("wrong nodes are failed by the check that must see it", async () => {
  using directory = temporaryDirectory();
  const wrong = join(directory.path, "wrong");
  const flags = ["--only", "overwrites-without-truncating", "--write", wrong];
  await shell`${process.execPath} harness/mutants.ts filestore ${flags}`;
  const failed = await judge(join(wrong, "nodes"), directory.path);
  expect({ exitCode: failed.exitCode, verdict: failed.verdict }).toEqual({
    exitCode: 1,
    verdict: "FAIL",
  });
  const update = "read the update from every replica: each answers exactly what it must";
  expect(failed.found.get(update)?.verdict).toBe("FAIL");
}, 60_000);

test("a folder with none of the programs that are started is no pass", async () => {
  using directory = temporaryDirectory();
  const env = { ...process.env, PROCTOR_RUNS: directory.path };
  const command = [process.execPath, "harness/kit/testdata/harness.ts", "--flow", "passes"];
  const { stdout, exitCode } = await $({ cwd: repositoryRoot, env, nothrow: true, quiet: true })`
    ${command} --nodes ${directory.path}`;
  expect(stdout).toContain(ran);
  expect(stdout).toContain("UNDECIDED  example");
  expect(exitCode).toBe(2);
});

test("a folder that there is not is bad usage", async () => {
  const { exitCode, stderr } =
    await shell`${process.execPath} harness/kv-blocking.ts --nodes no/where`;
  expect(stderr).toContain('It must be a folder, but is "no/where"');
  expect(exitCode).toBe(64);
});
