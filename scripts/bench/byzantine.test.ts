import { afterAll, expect, test } from "bun:test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { $ } from "zx";

const scratch = await mkdtemp(join(tmpdir(), "proctor-bench-"));
afterAll(() => rm(scratch, { recursive: true }));

/** The generals show certificates, which openssl makes. */
const hasOpenssl = Bun.which("openssl") !== null;

const env = { ...process.env, PROCTOR_RUNS: join(scratch, "runs") };
const shell = $({ env, nothrow: true, quiet: true });
const bench = (words: readonly string[]) =>
  shell`${process.execPath} ${join(import.meta.dir, "byzantine.ts")} --output ${scratch} ${words}`;

test.if(hasOpenssl)(
  "bench byzantine: a smoke run says of every target whether it is reached",
  async () => {
    const { exitCode, stderr, stdout } = await bench(["--smoke", "--seed", "7"]);
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
    const targets = await Bun.file(join(scratch, "targets.md")).text();
    expect(targets.match(/\| (?:yes|MISSED) +\|/g)?.length).toBe(3);
    expect(targets.match(/\| not measured \|/g)?.length).toBe(1);
    expect(stdout).toContain(targets.trim());
    const costs = await Bun.file(join(scratch, "costs.csv")).text();
    expect(costs).toContain("oral,4,1,2,9,9,");
    expect(costs).toContain("phase-king,4,1,7,57,57,");
    const adversaries = await Bun.file(join(scratch, "adversaries.csv")).text();
    expect(adversaries).toMatch(/^signed,6,2,yes,3,0,/m);
    for (const name of ["messages", "bytes", "time"]) {
      expect(await Bun.file(join(scratch, `${name}.svg`)).text()).toStartWith("<svg");
    }
  },
  120_000,
);

test("bench byzantine: bad usage is one sentence and exit 64", async () => {
  const { exitCode, stderr } = await bench(["--generals", "4,21"]);
  expect(exitCode).toBe(64);
  expect(stderr).toMatch(/^[^\n]*whole number[^\n]*\n$/);
});
