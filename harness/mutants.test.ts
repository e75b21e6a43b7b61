import { expect, test } from "bun:test";
import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { $ } from "zx/core";
import { repositoryRoot } from "./kit/repository.ts";

const shell = $({ cwd: repositoryRoot, nothrow: true, quiet: true });
const mutants = (...words: string[]) =>
  shell`${process.execPath} harness/mutants.ts filestore ${words}`;

test("a mutant that is caught ends the command with 0, one that is not with 1", async () => {
  const caught = await mutants("--only", "version-stands-still", "--workers", "1");
  expect(caught.stdout).toContain("1 of 1 mutants caught");
  expect(caught.exitCode).toBe(0);
  const missed = await mutants("--only", "registry-stays-silent", "--seeds", "1");
  expect(missed.stdout).toContain("NOT CAUGHT");
  expect(missed.exitCode).toBe(1);
});

test("a mutant that does not exist is bad usage", async () => {
  const { exitCode, stderr } = await mutants("--only", "nosuch");
  expect(stderr).toContain("There is no mutant nosuch");
  expect(exitCode).toBe(64);
});

test("a mutant's nodes can be written and run as a process", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "proctor-mutant-"));
  const written = await mutants("--only", "answers-before-backups", "--write", folder.path);
  expect(written.exitCode).toBe(0);
  const node = join(folder.path, "nodes/filestore/replica-blocking.ts");
  const help = await shell`${process.execPath} ${node} --help`;
  expect(help.stdout).toContain("primary-backup blocking protocol");
  expect(help.exitCode).toBe(0);
});
