/** What the tests of this folder share. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const nodeScript = "harness/kit/testdata/node.ts";

/** A directory of its own that is gone with its `using`. */
export function temporaryDirectory(): { path: string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), "proctor-kit-"));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** Resolves once the condition holds; the test's own time limit bounds it. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await Bun.sleep(5);
}

/** Whether a process still runs. One that has ended and is not yet waited for does not. */
export function isAlive(pid: number): boolean {
  const { stdout } = Bun.spawnSync(["ps", "-o", "stat=", "-p", String(pid)]);
  const state = stdout.toString().trim();
  return state !== "" && !state.startsWith("Z");
}

/** The processes that nodes of behaviour `parent` have started, from their data directories. */
export function childrenOfNodes(runFolder: string): number[] {
  const data = join(runFolder, "data");
  const files = [...new Bun.Glob("*/children").scanSync({ cwd: data })];
  return files.flatMap((file) => readFileSync(join(data, file), "utf8").split(" ").map(Number));
}
