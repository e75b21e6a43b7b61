import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "./repository.ts";
import { childrenOfNodes, isAlive, temporaryDirectory, until } from "./test-support.ts";

const harness = join(repositoryRoot, "harness/kit/testdata/harness.ts");

/** A harness at work on three nodes, the last one paused, each with two children of its own. */
async function startHarness(runs: string, cwd: string) {
  const command = [process.execPath, "run", harness, "--flow", "hangs", "--replicas", "3"];
  const child = Bun.spawn(command, {
    cwd,
    // Bun hands noOrphans down in the environment; each case must stand on its own.
    env: { ...process.env, PROCTOR_RUNS: runs, BUN_FEATURE_FLAG_NO_ORPHANS: undefined },
    stdout: "ignore",
    stderr: "pipe",
  });
  let said = "";
  for await (const chunk of child.stderr.pipeThrough(new TextDecoderStream())) {
    said += chunk;
    if (said.includes("at work")) break;
  }
  const nodes = descendants(child.pid);
  const pids = [...new Set([...nodes, ...childrenOfNodes(join(runs, "latest"))])];
  return { child, pids };
}

/** All processes that come from one, by the parents that `ps` shows. */
function descendants(root: number): number[] {
  const { stdout } = Bun.spawnSync(["ps", "-e", "-o", "pid=,ppid="]);
  const pairs = stdout
    .toString()
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  const found = [root];
  for (const parent of found) {
    found.push(...pairs.flatMap(([pid = 0, ppid]) => (ppid === parent ? [pid] : [])));
  }
  return found.slice(1);
}

test.each([
  ["from the repository", repositoryRoot],
  ["from a directory without bunfig.toml", "/"],
])("kill -9 of a harness started %s ends paused nodes and grandchildren too", async (_, cwd) => {
  using runs = temporaryDirectory();
  const { child, pids } = await startHarness(runs.path, cwd);
  expect(pids.filter(isAlive)).toHaveLength(9);
  child.kill("SIGKILL");
  await until(() => !pids.some(isAlive));
});

test.each(["SIGINT", "SIGTERM"] as const)(
  "%s of a harness ends all and leaves a report",
  async (signal) => {
    using runs = temporaryDirectory();
    const { child, pids } = await startHarness(runs.path, repositoryRoot);
    child.kill(signal);
    expect(await child.exited).toBe(130);
    await until(() => !pids.some(isAlive));
    const record = JSON.parse(readFileSync(join(runs.path, "latest/run.json"), "utf8"));
    expect(record).toMatchObject({ exitCode: 130, ending: "interrupted", verdict: "UNDECIDED" });
    expect(childrenOfNodes(join(runs.path, "latest"))).toHaveLength(6);
  },
);
