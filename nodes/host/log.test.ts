import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { jsonLog, type LogLevel } from "./log.ts";
import { temporaryDirectory } from "./test-support.ts";

/** What a log writes, as text. */
function written(level: LogLevel, write: (log: ReturnType<typeof jsonLog>) => void): string {
  using directory = temporaryDirectory();
  const path = join(directory.path, "log");
  write(jsonLog("r1", level, path));
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

test("a line is one JSON object with time, level, node, message and fields", () => {
  const text = written("info", (log) => log.warn("two\nlines", { replica: "r2", count: 3n }));
  expect(text.trimEnd().split("\n")).toHaveLength(1);
  const line = JSON.parse(text);
  expect(line).toMatchObject({ level: "warn", node: "r1", msg: "two\nlines", replica: "r2" });
  expect(line.time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
  expect(Math.abs(Date.parse(line.time) - Date.now())).toBeLessThan(60_000);
});

test("secrets are hidden by the name of their field, at the top and one level below", () => {
  const names = ["password", "token", "secret", "privateKey", "authorization"];
  const secrets = Object.fromEntries(names.map((name) => [name, "hunter2"]));
  const text = written("info", (log) => {
    log.info("login", { ...secrets, user: "ann" });
    log.error("failed", { request: secrets, key: "a key of the store" });
  });
  expect(text).not.toContain("hunter2");
  expect(text.match(/\[secret\]/g)).toHaveLength(2 * names.length);
  expect(text).toContain('"user":"ann"');
  expect(text).toContain('"key":"a key of the store"');
});

test("each level says what is at least as grave, and silent says nothing", () => {
  const all = (log: ReturnType<typeof jsonLog>) => {
    for (const level of ["debug", "info", "warn", "error"] as const) log[level](level);
  };
  const messages = (level: LogLevel) =>
    written(level, all)
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line).msg);
  expect(messages("debug")).toEqual(["debug", "info", "warn", "error"]);
  expect(messages("warn")).toEqual(["warn", "error"]);
  expect(messages("silent")).toEqual([]);
});
