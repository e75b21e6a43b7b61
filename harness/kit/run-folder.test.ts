import { expect, test } from "bun:test";
import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { RunFolder } from "./run-folder.ts";
import { temporaryDirectory } from "./test-support.ts";

test("a folder is named after problem and time, and has room for logs and data", async () => {
  using runs = temporaryDirectory();
  const { path } = await RunFolder.create("kv-quorum", join(runs.path, "results/runs"));
  expect(basename(path)).toMatch(/^kv-quorum-\d{8}T\d{6}\.\d{3}Z$/);
  expect(readdirSync(path).sort()).toEqual(["data", "logs"]);
});

test("runs that start at once never share a folder", async () => {
  using runs = temporaryDirectory();
  const creations = Array.from({ length: 20 }, () => RunFolder.create("kv-quorum", runs.path));
  const paths = (await Promise.all(creations)).map(({ path }) => path);
  expect(new Set(paths).size).toBe(20);
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  const left = readdirSync(runs.path).filter((name) => name.endsWith(".link"));
  expect(left).toEqual([]);
});

test("latest points to the newest run, also after the runs were moved", async () => {
  using runs = temporaryDirectory();
  await RunFolder.create("kv-quorum", runs.path);
  const second = await RunFolder.create("kv-blocking", runs.path);
  expect(readlinkSync(join(runs.path, "latest"))).toBe(basename(second.path));
});

test("files are readable JSON, and data can be removed without the rest", async () => {
  using runs = temporaryDirectory();
  const folder = await RunFolder.create("kv-quorum", runs.path);
  await folder.write("checks.json", [{ name: "a" }]);
  await folder.removeData();
  expect(readdirSync(folder.path).sort()).toEqual(["checks.json", "logs"]);
  const text = readFileSync(join(folder.path, "checks.json"), "utf8");
  expect(text).toBe('[\n  {\n    "name": "a"\n  }\n]\n');
});
