import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { Browser } from "playwright-core";
import {
  chromiumPath,
  launch,
  messageOf,
  openContent,
  operationOf,
  runPageOf,
} from "./page-test-support.ts";
import { renderPage } from "./write-page.ts";

let browser: Browser;
beforeAll(async () => {
  if (chromiumPath !== null) browser = await launch();
});
afterAll(() => browser?.close());

const hostile = `</script><script>alert(1)</script><img src=x onerror=alert(2)>"'&<!--`;

/** Everything that a node or a client can say, and where it is shown. */
const hostileRun = runPageOf({
  title: hostile,
  verdict: "FAIL",
  facts: [{ name: "again", value: hostile }],
  checks: [{ name: hostile, verdict: "FAIL", evidence: hostile, rule: hostile, witness: [0] }],
  lanes: [
    { id: hostile, kind: "client" },
    { id: "r1", kind: "node" },
  ],
  operations: [
    operationOf(0, { lane: hostile, process: hostile, key: hostile, input: hostile, f: hostile }),
  ],
  messages: [messageOf(hostile, { from: hostile, method: hostile, content: hostile })],
  bands: [{ lane: null, kind: "fault", text: hostile, from: 0, to: 5 }],
  lines: [{ lane: "r1", at: 1, level: hostile, text: hostile }],
  output: [hostile, { title: hostile, head: [hostile], rows: [[hostile]] }],
  leftOut: [hostile],
});

const long = runPageOf({
  operations: Array.from({ length: 12_000 }, (_, id) =>
    operationOf(id, { output: hostile.repeat(4) }),
  ),
  verdict: "FAIL",
  checks: [{ name: "regular", verdict: "FAIL", evidence: "it is", witness: [9_000, 9_001] }],
});

describe.skipIf(chromiumPath === null)("a run's page in Chromium", () => {
  test("shows hostile words as they are, and none becomes an element or runs", async () => {
    await using opened = await openContent(browser, hostileRun);
    const { page, complaints } = opened;
    await page.click('[data-operation="0"] rect');
    await page.locator(".chosen").waitFor();
    await page.fill("#search", "alert");
    await page.locator(".found").waitFor();
    expect(await page.locator("img").count()).toBe(0);
    expect(await page.locator("script").count()).toBe(2);
    expect(await page.locator("h1").textContent()).toContain(hostile);
    expect(await page.locator(".chosen").textContent()).toContain(hostile);
    expect(await page.locator("#output").textContent()).toContain(hostile);
    expect(complaints).toEqual([]);
  });

  test("of a long run holds the witness in 2 MB, and says what it left out", async () => {
    await using opened = await openContent(browser, long);
    const { page, complaints } = opened;
    expect(await page.locator(".left-out").textContent()).toContain("around the witness");
    expect(await page.locator(".operation.witness").count()).toBe(2);
    expect(complaints).toEqual([]);
  });

  test("has room on a phone, in the dark too, and with nothing to show says so", async () => {
    const nothing = { operations: [], messages: [], lines: [], checks: [] };
    const options = { width: 380, colorScheme: "dark" } as const;
    await using opened = await openContent(browser, runPageOf(nothing), options);
    const { page, complaints } = opened;
    const width = await page.evaluate("document.documentElement.scrollWidth");
    expect(width).toBeLessThanOrEqual(380);
    const paper = await page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
    expect(paper).toBe("rgb(21, 23, 26)");
    expect(await page.locator(".note").textContent()).toContain("neither operations nor messages");
    expect(await page.locator(".details").textContent()).toContain("No node of this run wrote");
    expect(complaints).toEqual([]);
  });
});

test("the longest page is smaller than 2 MB", async () => {
  const { cutRun } = await import("./cut-run.ts");
  const page = await renderPage(cutRun(long));
  expect(Buffer.byteLength(page)).toBeLessThanOrEqual(2_000_000);
  expect(Buffer.byteLength(page)).toBeGreaterThan(1_000_000);
});
