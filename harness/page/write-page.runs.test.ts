import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { temporaryDirectory } from "../../nodes/host/test-support.ts";
import { repositoryRoot } from "../kit/repository.ts";
import { chromiumPath, launch, open } from "./page-test-support.ts";

let browser: Browser;
beforeAll(async () => {
  if (chromiumPath !== null) browser = await launch();
});
afterAll(() => browser?.close());

/** Runs a harness command. @returns its page */
async function pageOf(runs: string, ...command: string[]): Promise<string> {
  const child = Bun.spawn([process.execPath, ...command], {
    cwd: repositoryRoot,
    env: { ...process.env, PROCTOR_RUNS: runs },
    stdout: "pipe",
    stderr: "pipe",
  });
  const [stdout, stderr] = await Promise.all([child.stdout.text(), child.stderr.text()]);
  expect([await child.exited, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/^ {2}look: {3}\S+index\.html$/m);
  const [folder = ""] = readdirSync(runs).filter((name) => name !== "latest");
  const page = join(runs, folder, "index.html");
  expect(statSync(page).size).toBeLessThanOrEqual(2_000_000);
  return page;
}

describe.skipIf(chromiumPath === null)("the page of a run of", () => {
  test("the file store has its clients' operations and the messages behind them", async () => {
    using runs = temporaryDirectory();
    const small = ["--replicas", "3", "--quiet", "--seed", "7"];
    const file = await pageOf(runs.path, "harness/kv-blocking.ts", ...small);
    await using opened = await open(browser, file);
    const { page, complaints } = opened;
    await page.click(".operation.ok rect >> nth=-1");
    await page.locator(".chosen").waitFor();
    expect(await page.locator(".message.related").count()).toBeGreaterThan(1);
    expect(await page.locator("#output table").count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });

  test("the generals has their messages, though no client did any operation", async () => {
    using runs = temporaryDirectory();
    const small = ["--generals", "4", "--traitors", "1", "--quiet", "--seed", "7"];
    const file = await pageOf(runs.path, "harness/byzantine.ts", ...small);
    await using opened = await open(browser, file);
    const { page, complaints } = opened;
    expect(await page.locator('[data-lane="general-3"]').count()).toBe(1);
    expect(await page.locator(".message").count()).toBeGreaterThan(10);
    expect(await page.locator(".note").textContent()).toContain("No client of this run");
    expect(complaints).toEqual([]);
  });

  test("a mutant has the rule that it broke in a sentence, and its witness", async () => {
    using runs = temporaryDirectory();
    const only = ["--only", "answers-before-backups", "--workers", "1", "--quiet"];
    const file = await pageOf(runs.path, "harness/mutants.ts", "filestore", ...only);
    await using opened = await open(browser, file);
    const { page, complaints } = opened;
    expect(await page.locator(".violation h2").textContent()).toBe("Violated: regular");
    expect(await page.locator(".violation .rule").textContent()).toContain("last complete write");
    expect(await page.locator(".violation .witness button").count()).toBe(3);
    expect(await page.locator(".operation.witness").count()).toBe(3);
    expect(await page.locator(".message.related").count()).toBeGreaterThan(2);
    await page.click(".violation .witness button >> nth=2");
    await page.locator(".operation.witness.selected").waitFor();
    expect(await page.locator(".chosen").textContent()).toContain("read");
    expect(complaints).toEqual([]);
  });
});
