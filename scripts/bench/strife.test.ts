import { afterAll, expect, test } from "bun:test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { $ } from "zx";
import { hasPostgres } from "../../harness/kit/postgres.ts";

const scratch = await mkdtemp(join(tmpdir(), "proctor-bench-"));
afterAll(() => rm(scratch, { recursive: true }));

/** Everybody shows certificates, which openssl makes. */
const hasOpenssl = Bun.which("openssl") !== null;

const env = { ...process.env, PROCTOR_RUNS: join(scratch, "runs") };
const shell = $({ env, nothrow: true, quiet: true });
const bench = (words: readonly string[]) =>
  shell`${process.execPath} ${join(import.meta.dir, "strife.ts")} --output ${scratch} ${words}`;

test.if(hasOpenssl)(
  "bench strife: a smoke run measures, and says of each target whether it is reached",
  async () => {
    const peer = hasPostgres ? "postgres" : "none";
    const { exitCode, stderr } = await bench(["--smoke", "--seed", "7", "--peer", peer]);
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
    const payments = await Bun.file(join(scratch, "payments.csv")).text();
    expect(payments).toMatch(/^1,2,1,spread,\d+,/m);
    expect(payments).toMatch(/^1,2,4,hot,\d+,/m);
    const growth = await Bun.file(join(scratch, "growth.md")).text();
    expect(growth.match(/finished, 8 open/g)?.length).toBe(2);
    if (hasPostgres) {
      const pair = await Bun.file(join(scratch, "postgres.csv")).text();
      expect(pair.match(/^4 clients,1,(?:PostgreSQL|ours),\d+,/gm)?.length).toBe(2);
    }
    const targets = await Bun.file(join(scratch, "targets.md")).text();
    expect(targets.match(/\| (?:reached|MISSED|not measured) +\|/g)?.length).toBe(6);
  },
  120_000,
);

test("bench strife: bad usage is one sentence and exit 64", async () => {
  const { exitCode, stderr } = await bench(["--banks", "1"]);
  expect(exitCode).toBe(64);
  expect(stderr).toMatch(/^[^\n]*whole number[^\n]*\n$/);
});
