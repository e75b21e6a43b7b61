import { expect, test } from "bun:test";
import { join } from "node:path";
import { $ } from "zx/core";
import type { ProblemScore } from "./exam/score-sheet.ts";
import { repositoryRoot } from "./kit/repository.ts";
import { temporaryDirectory } from "./kit/test-support.ts";

const shell = $({ cwd: repositoryRoot, nothrow: true, quiet: true });

const hasOpenssl = Bun.which("openssl") !== null;

test.if(hasOpenssl)(
  "a quick examination marks each requirement by its checks, and leaves out what it must",
  async () => {
    using directory = temporaryDirectory();
    const junit = join(directory.path, "scores.xml");
    const flags = ["--quick", "--only", "mapreduce,byzantine", "--json", "--junit", junit];
    const { stdout, exitCode, stderr } = await shell`${process.execPath} harness/exam.ts ${flags}`;
    const { result, verdict } = JSON.parse(stdout);
    const problems: readonly ProblemScore[] = result.problems;
    expect({ verdict, exitCode }).toEqual({ verdict: "PASS", exitCode: 0 });
    expect(stderr).toContain("byzantine (2 of 2)");
    expect(problems.map(({ problem, mark }) => [problem, mark])).toEqual([
      ["mapreduce", "PASS"],
      ["byzantine", "PASS"],
    ]);
    const all = problems.flatMap(({ sections }) => sections);
    // Every check that the runs made belongs to a requirement.
    expect(all.map(({ title }) => title)).not.toContain("else");
    const requirements = all.flatMap((section) => section.requirements);
    const marks = new Set(requirements.map(({ mark }) => mark));
    expect(marks).toEqual(new Set(["PASS", "LEFT OUT"]));
    for (const { mark, checks } of requirements) {
      if (mark === "PASS") expect(checks.length).toBeGreaterThan(0);
    }
    expect(await Bun.file(junit).text()).toContain('<testsuite name="mapreduce"');
  },
  60_000,
);

test("a problem that takes too long costs its own requirements and no others", async () => {
  const flags = ["--quick", "--only", "kv-blocking,branches", "--problem-timeout", "1", "--json"];
  const { stdout, exitCode } = await shell`${process.execPath} harness/exam.ts ${flags}`;
  const problems: readonly ProblemScore[] = JSON.parse(stdout).result.problems;
  expect(problems.map(({ problem }) => problem)).toEqual(["kv-blocking", "branches"]);
  expect(problems[0]?.mark).toBe("UNDECIDED");
  expect(problems[0]?.broken.join()).toContain("stopped after 1 s");
  expect(exitCode).toBe(2);
}, 60_000);

test("a problem that there is not is bad usage", async () => {
  const { stderr, exitCode } = await shell`${process.execPath} harness/exam.ts --only kv,strife`;
  expect(stderr).toContain('but has "kv"');
  expect(exitCode).toBe(64);
});
