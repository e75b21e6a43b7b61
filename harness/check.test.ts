import { afterAll, describe, expect, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Call, eventsOf, read, write } from "./check/testing/calls.ts";

const folder = mkdtempSync(join(tmpdir(), "check-"));
afterAll(() => rmSync(folder, { recursive: true }));

function check(calls: readonly Call[], ...flags: string[]) {
  const file = join(folder, "history.jsonl");
  writeFileSync(
    file,
    eventsOf(calls)
      .map((event) => `${JSON.stringify(event)}\n`)
      .join(""),
  );
  return run(file, ...flags);
}

function run(...flags: string[]) {
  const command = [process.execPath, join(import.meta.dir, "check.ts"), ...flags];
  const { exitCode, stdout, stderr } = Bun.spawnSync(command);
  return { exitCode, stdout: stdout.toString(), stderr: stderr.toString() };
}

const first = write("a", "k", 1, [1, 2]);
const right = read("b", "k", 1, [3, 4]);
const stale = read("b", "k", null, [3, 4]);

describe("check.ts", () => {
  test("exits 0 on a linearizable history and says which rung it is", () => {
    const { exitCode, stdout } = check([first, right]);
    expect(exitCode).toBe(0);
    expect(stdout).toEndWith("highest rung that holds: linearizable\nlinearizable: PASS\n");
  });

  test("exits 1 on an illegal one, and prints the witness as JSON when asked", () => {
    const { exitCode, stdout } = check([first, stale], "--json");
    expect(exitCode).toBe(1);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({ model: "register", verdict: "FAIL", highest: "sequential" });
    expect(report.checks[0].evidence).toContain("b's read() of k = null [3-4 ms]");
  });

  test("judges by the rung that was promised", () => {
    expect(check([first, stale], "--rung", "sequential").exitCode).toBe(0);
    expect(check([first, stale], "--rung", "regular").exitCode).toBe(1);
  });

  test("judges by what a protocol of the file store promises", () => {
    const value = { name: "n", content: "c" };
    const written = { status: "SUCCESS", version: "1" };
    const lost = { status: "FILE DOES NOT EXIST" };
    const events = [
      { time: 1, process: "a", type: "invoke", f: "write", key: "u", value },
      { time: 2, process: "a", type: "ok", f: "write", key: "u", value: written },
      { time: 3, process: "b", type: "invoke", f: "read", key: "u", value: null, node: "r2" },
      { time: 4, process: "b", type: "ok", f: "read", key: "u", value: lost, node: "r2" },
    ];
    const file = join(folder, "file-store.jsonl");
    writeFileSync(file, events.map((event) => JSON.stringify(event)).join("\n"));
    const { exitCode, stdout } = run(file, "--protocol", "blocking");
    expect(stdout).toContain("blocking: FAIL");
    expect(exitCode).toBe(1);
  });

  test("exits 2 when the question stays open", () => {
    expect(check([first, stale], "--rung", "eventual").exitCode).toBe(2);
    expect(check([first, stale], "--rung", "eventual", "--quiet-at", "3").exitCode).toBe(1);
  });

  test.each([
    ["no file", [], "file"],
    ["a file that is not there", [join(folder, "none")], "cannot be read"],
    ["an unknown model", ["x", "--model", "tree"], "one of guess"],
    ["a time limit of nothing", ["x", "--time-limit", "0"], "1ms to 3600s"],
    ["a file that is no history", [import.meta.path], "no line is an event"],
  ])("exits 64 on %s, in a sentence", (_, flags, message) => {
    const { exitCode, stderr, stdout } = run(...flags);
    expect(exitCode).toBe(64);
    expect(stderr).toContain(message);
    expect(stdout).toBe("");
  });

  test("exits 64 on operations that the model does not know", () => {
    const { exitCode, stderr } = check([first], "--model", "key-value");
    expect(exitCode).toBe(64);
    expect(stderr).toContain("knows get, put, append, but not write");
  });

  test("explains its flags", () => {
    const { exitCode, stdout } = run("--help");
    expect(exitCode).toBe(0);
    expect(stdout).toContain("--quiet-at <MS>");
  });
});
