import { expect, test } from "bun:test";
import { join } from "node:path";
import { $ } from "zx";
import { runSteps } from "./check.ts";

const root = join(import.meta.dir, "..");

test("check: formatted, typed, tidy, and all that is generated is fresh", async () => {
  const result = await $({ cwd: root, quiet: true, nothrow: true })`
    ${process.execPath} scripts/check.ts`;
  expect(result.stdall).not.toContain("FAILED");
  expect(result.stdout.match(/^OK {5}/gm)).toHaveLength(7);
  expect(result.exitCode).toBe(0);
}, 60_000);

test("check: one failed step fails all, and only its output is shown", async () => {
  const reports: string[] = [];
  const steps = [
    { name: "first", command: ["-e", "console.log('quiet')"] },
    { name: "second", command: ["-e", "console.log('loud'); process.exit(3)"] },
    { name: "third", command: ["-e", ""] },
  ];
  expect(await runSteps(steps, root, (text) => reports.push(text))).toBe(false);
  expect(reports).toEqual(["OK     first", "FAILED second\nloud", "OK     third"]);
});
