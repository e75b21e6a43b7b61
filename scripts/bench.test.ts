import { afterAll, expect, test } from "bun:test";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { $ } from "zx";
import { planOf, systems } from "./bench/bench-plan.ts";
import { derivations } from "./bench/derived.ts";

const scratch = await mkdtemp(join(tmpdir(), "proctor-bench-all-"));
afterAll(() => rm(scratch, { recursive: true }));

const env = { ...process.env, PROCTOR_RUNS: join(scratch, "runs") };
const shell = $({ env, nothrow: true, quiet: true });
const bench = (words: readonly string[]) =>
  shell`${process.execPath} ${join(import.meta.dir, "bench.ts")} ${words}`;

test("every system of the catalog has a benchmark, its smoke test, and graphs", async () => {
  const files = await readdir(join(import.meta.dir, "bench"));
  for (const system of systems) {
    expect(files).toContain(`${system}.ts`);
    // The smoke test of calls is the one below.
    if (system !== "calls") expect(files).toContain(`${system}.test.ts`);
    expect([...derivations.keys()]).toContain(system);
  }
});

test("bench: a system is measured once, and beside its peers when asked", () => {
  const words = (peers: boolean) =>
    planOf(["filestore", "mapreduce", "filestore"], peers, ["--smoke"]).map(({ command }) =>
      command.slice(1).join(" "),
    );
  expect(words(false)).toEqual(["--smoke", "--smoke"]);
  expect(words(true)).toEqual(["--smoke", "--peer etcd --smoke", "--peer spark --smoke"]);
});

test("bench: a smoke run writes raw tables, statistics, graphs, and the machine", async () => {
  const { exitCode, stderr, stdout } = await bench(["calls", "--smoke", "--seed", "7"]);
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  expect(stdout).toMatch(/calls .* done/);
  const [run = ""] = (await readdir(join(scratch, "runs"))).filter((name) =>
    name.startsWith("bench-smoke-"),
  );
  const output = join(scratch, "runs", run, "calls");
  expect((await readdir(output)).sort()).toEqual([
    ...["caller-time.svg", "calls.csv", "calls.md", "calls.svg"],
    ...["machine.json", "statistics.csv", "statistics.md"],
  ]);
  const { calls } = await Bun.file(join(output, "machine.json")).json();
  expect(calls.command).toContain("--seed 7");
  for (const known of ["commit", "date", "cores", "loadAtStart", "stolenPercent"]) {
    expect(calls[known]).toBeDefined();
  }
  const rows = (await Bun.file(join(output, "calls.csv")).text()).split("\n");
  const seen = rows.map((line) => line.split(",").slice(0, 3).join(" "));
  for (const kind of ["plain", "framed"]) {
    for (const setting of ["1 1", "2 2", "1 64"]) expect(seen).toContain(`${kind} ${setting}`);
  }
});

const table = (rates: readonly number[]) =>
  [
    "# Made by `bun run scripts/bench/calls.ts` on 2026-01-31.",
    "kind,peers,at_once,per_second,caller_us,peers_us",
    ...rates.map((rate) => `framed,1,1,${rate},70,80`),
    "",
  ].join("\n");

test("bench --compare: a real loss ends with 1, none with 0", async () => {
  const paths = ["older", "newer"].map((name) => join(scratch, name, "calls.csv"));
  const [older = "", newer = ""] = paths;
  await Bun.write(older, table([100, 101, 99, 100, 102]));
  await Bun.write(newer, table([80, 81, 79, 80, 82]));
  const lost = await bench(["--compare", older, newer]);
  expect(lost.stdout).toMatch(/framed, 1, 1 +\| per_second .* 0\.80 .* worse/);
  expect(lost.exitCode).toBe(1);
  expect((await bench(["--compare", newer, older])).exitCode).toBe(0);
});

test("bench: bad usage is one sentence and exit 64", async () => {
  for (const words of [["naps"], ["--compare", join(scratch, "none.csv")], ["--nap"]]) {
    const { exitCode, stderr } = await bench(words);
    expect(exitCode).toBe(64);
    expect(stderr).toMatch(/^[^\n]+\.\n$/);
  }
});
