import { expect, test } from "bun:test";
import { $ } from "zx/core";
import { repositoryRoot } from "./kit/repository.ts";

/** The generals show certificates, which openssl makes. */
const hasOpenssl = Bun.which("openssl") !== null;

const shell = $({ cwd: repositoryRoot, nothrow: true, quiet: true });
const byzantine = (words: string) =>
  shell`${process.execPath} harness/byzantine.ts ${words.split(" ")} --quiet`;

test.if(hasOpenssl)(
  "seven generals on processes agree, each by its own tree, which is drawn",
  async () => {
    const { exitCode, stdout } = await byzantine("--who commander,6 --seed 1");
    expect(stdout).toContain("7 generals, at most 2 traitors, oral: 3 rounds, 156 messages");
    expect(stdout).toContain("round 3: who told whom");
    expect(stdout).toContain("general 5, its tree");
    expect(stdout).toMatch(/tree-5\.svg/);
    expect(stdout).toContain("IC1: all loyal generals obey the same");
    expect(stdout).toContain("PASS  byzantine");
    expect(exitCode).toBe(0);
  },
  60_000,
);

test.if(hasOpenssl)(
  "the same by signatures and by kings, as JSON, against the worst that was found",
  async () => {
    for (const algorithm of ["signed", "phase-king"]) {
      const flags = `--generals 4 --traitors 1 --algorithm ${algorithm} --json --seed 1`;
      const { exitCode, stdout } = await byzantine(`${flags} --traitor-strategy worst --who 3`);
      const { verdict, checks } = JSON.parse(stdout);
      expect([algorithm, verdict, exitCode]).toEqual([algorithm, "PASS", 0]);
      expect(checks.length).toBeGreaterThanOrEqual(8);
    }
  },
  60_000,
);

test.if(hasOpenssl)(
  "three generals are told to be too few, run anyway and are seen to fail",
  async () => {
    const flags = "--generals 3 --traitors 1 --who 2 --traitor-strategy flip";
    const { exitCode, stdout } = await byzantine(flags);
    expect(stdout).toContain("agreement is not guaranteed: 3 ≤ 3 × 1");
    expect(stdout).toContain("FAIL  byzantine");
    expect(exitCode).toBe(1);
  },
  60_000,
);

test("what can't be is one sentence and exit 64", async () => {
  for (const [words, reason] of [
    ["--generals 1", "--generals"],
    ["--generals 21", "--generals"],
    ["--generals many", "--generals"],
    ["--traitors 4", "--traitors"],
    ["--traitors -1", "--traitors"],
    ["--generals 3 --traitors 3", "fewer traitors than generals"],
    ["--traitor-strategy nice", "--traitor-strategy"],
    ["--traitor-strategy tape", "--traitor-strategy"],
    ["--who 7", "General 7 can't be a traitor"],
    ["--who 1,2,3", "--who names 3 traitors"],
    ["--who 1,1", "--who names a general twice"],
    ["--who somebody", "--who"],
    ["--algorithm paxos", "--algorithm"],
    ["--order wait", "--order"],
  ] as const) {
    const { exitCode, stderr, stdout } = await byzantine(words);
    expect([words, exitCode]).toEqual([words, 64]);
    expect(stderr).toContain(reason);
    expect(stderr.trim().split("\n").length).toBe(1);
    expect(stdout).toBe("");
  }
}, 60_000);

test.if(hasOpenssl)(
  "generals that are kept up can be commanded by hand",
  async () => {
    const flags = ["--generals", "4", "--traitors", "1", "--who", "3", "--serve", "--quiet"];
    const child = Bun.spawn([process.execPath, "harness/byzantine.ts", ...flags], {
      cwd: repositoryRoot,
      stdin: "ignore",
      stdout: "pipe",
      stderr: "ignore",
    });
    const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
    let said = "";
    while (!said.includes("Ctrl-C")) {
      const { value, done } = await reader.read();
      if (done) throw new Error(`it ended, and said: ${said}`);
      said += value;
    }
    const order = /^ +bun (.*order retreat)$/m.exec(said)?.[1] ?? "";
    const bribe = /^ +bun (.*bribe .*)$/m.exec(said)?.[1] ?? "";
    const run = (words: string) => shell`${process.execPath} ${words.split(" ")}`;
    expect((await run(bribe)).stdout).toContain("3: forge");
    const { stdout, exitCode } = await run(order);
    for (const general of [0, 1, 2]) expect(stdout).toContain(`general-${general}: retreat (`);
    expect(exitCode).toBe(0);
    const wrong = await run(order.replace("retreat", "dance"));
    expect(wrong.exitCode).toBe(64);
    child.kill("SIGINT");
    expect(await child.exited).toBe(130);
  },
  60_000,
);
