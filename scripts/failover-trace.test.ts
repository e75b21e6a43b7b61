import { expect, test } from "bun:test";
import { join } from "node:path";
import { parseTrace } from "../nodes/failover/trace.ts";

const root = join(import.meta.dir, "..");

function generate(...words: string[]) {
  const command = [process.execPath, "scripts/failover-trace.ts", ...words];
  const { exitCode, stdout, stderr } = Bun.spawnSync(command, { cwd: root });
  return { exitCode, stdout: stdout.toString(), stderr: stderr.toString() };
}

test("the sample trace is what the generator prints for its seed", async () => {
  const { stdout } = generate(..."--operations 100 --keys 20 --spread hot --seed 7".split(" "));
  expect(stdout).toBe(await Bun.file(join(root, "inputs/failover/mixed-hot.txt")).text());
});

test("a trace of any length is printed whole, from init to shutdown", () => {
  const { stdout } = generate("--operations", "20000", "--servers", "3", "--base-port", "5000");
  const trace = parseTrace(stdout);
  expect(trace).toHaveLength(20_002);
  expect(trace[0]).toEqual({ f: "init", basePort: 5_000, count: 3 });
  expect(trace.at(-1)).toEqual({ f: "shutdown" });
});

test("bad usage ends with 64 and one sentence", () => {
  const { exitCode, stdout, stderr } = generate("--spread", "cold");
  expect({ exitCode, stdout }).toEqual({ exitCode: 64, stdout: "" });
  expect(stderr).toMatch(/^[^\n]*"cold"[^\n]*\n$/);
});
