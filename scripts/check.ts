/**
 * Checks what needs no run: format and lint, types, the rules of the house, and that what is
 * generated is fresh. Ends with exit 0 when all holds, else 1 with what each failed step said.
 * Copy: `bun run check`
 */
import { join } from "node:path";
import { $ } from "zx";

export interface Step {
  readonly name: string;
  /** What Bun runs, by path from the root. */
  readonly command: readonly string[];
}

const steps: readonly Step[] = [
  {
    name: "format and lint",
    command: ["node_modules/.bin/biome", "check", "--error-on-warnings", "."],
  },
  { name: "types", command: ["node_modules/.bin/tsc", "-p", "."] },
  { name: "types of the page", command: ["node_modules/.bin/tsc", "-p", "harness/page/browser"] },
  { name: "rules of the house", command: ["scripts/tidy.ts"] },
  { name: "generated types", command: ["scripts/types.ts", "--check"] },
  { name: "generated blocks", command: ["scripts/help-blocks.ts", "--check"] },
  { name: "report", command: ["scripts/report.ts", "--check"] },
];

/**
 * Runs steps side by side and reports in their order, a line each and the output of what failed.
 * @returns whether all held
 */
export async function runSteps(
  steps: readonly Step[],
  root: string,
  report: (text: string) => void,
): Promise<boolean> {
  const shell = $({ cwd: root, nothrow: true, quiet: true });
  const results = steps.map(({ command }) => shell`${process.execPath} ${command}`);
  let held = true;
  for (const [index, { name }] of steps.entries()) {
    const result = await results[index];
    const passed = result?.exitCode === 0;
    report(passed ? `OK     ${name}` : `FAILED ${name}\n${result?.stdall.trimEnd()}`);
    held &&= passed;
  }
  return held;
}

if (import.meta.main) {
  const held = await runSteps(steps, join(import.meta.dir, ".."), console.log);
  process.exitCode = held ? 0 : 1;
}
