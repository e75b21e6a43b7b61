import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import {
  chromiumPath,
  launch,
  messageOf,
  openContent,
  operationOf,
  runPageOf,
} from "./page-test-support.ts";

let browser: Browser;
beforeAll(async () => {
  if (chromiumPath !== null) browser = await launch();
});
afterAll(() => browser?.close());

const count = (page: Page, selector: string) => page.locator(selector).count();
const axis = async (page: Page) => (await page.locator(".axis").textContent()) ?? "";

/** Two clients and two nodes, an outcome of each kind, and an arrow of each kind. */
const small = runPageOf({
  lanes: [
    { id: "c1", kind: "client" },
    { id: "c2", kind: "client" },
    { id: "r1", kind: "node" },
    { id: "r2", kind: "node" },
  ],
  operations: [
    operationOf(0),
    operationOf(1, { lane: "c2", process: "c2", f: "read", key: "k2", output: "apple" }),
    operationOf(2, { outcome: "fail", output: "refused" }),
    operationOf(3, { outcome: "unknown", output: "timed out" }),
  ],
  messages: [
    messageOf("1"),
    messageOf("1", { from: "r1", to: "c1", isReply: true, status: "OK", sent: 3, arrived: 4 }),
    messageOf("2", {
      from: "r1",
      to: "r2",
      method: "Replicate",
      sent: 3,
      arrived: null,
      lost: "cut",
    }),
    messageOf("3", { from: "c2", method: "Read", sent: 11, arrived: 12 }),
  ],
  bands: [
    { lane: "r2", kind: "down", text: "SIGKILL", from: 5, to: 25 },
    { lane: null, kind: "fault", text: "partition r1↛r2", from: 0, to: 9 },
  ],
});

describe.skipIf(chromiumPath === null)("a run's page in Chromium", () => {
  test("shows operations by outcome, arrows, lost messages, faults and the checks", async () => {
    await using opened = await openContent(browser, small);
    const { page, complaints } = opened;
    expect(await page.title()).toBe("PASS example");
    expect(await count(page, ".operation.ok")).toBe(2);
    expect(await count(page, ".operation.fail")).toBe(1);
    expect(await count(page, ".operation.unknown .open-end")).toBe(1);
    expect(await count(page, ".message.request:not(.lost)")).toBe(2);
    expect(await count(page, ".message.reply")).toBe(1);
    expect(await count(page, ".message.lost")).toBe(1);
    expect(await count(page, ".band.down")).toBeGreaterThan(0);
    expect(await page.locator("#checks").textContent()).toContain("all is well");
    expect(complaints).toEqual([]);
  });

  test("filters by text, key, lane, outcome and method", async () => {
    await using opened = await openContent(browser, small);
    const { page, complaints } = opened;
    await page.fill("#search", "apple");
    await page.locator(".count", { hasText: /^1 of 4 operations · 1 of 4 messages/ }).waitFor();
    expect(await count(page, ".operation")).toBe(1);
    await page.fill("#search", "");
    await page.selectOption("#key", "k1");
    await page.locator(".count", { hasText: /^3 of 4 operations/ }).waitFor();
    await page.selectOption("#key", "");
    await page.click('[data-group="Clients"] summary');
    await page.uncheck('[data-group="Clients"] input[value="c2"]');
    await page.locator(".count", { hasText: /^3 of 4 operations · 3 of 4 messages/ }).waitFor();
    expect(await count(page, '[data-lane="c2"]')).toBe(0);
    await page.click('[data-group="Outcome"] summary');
    await page.uncheck('[data-group="Outcome"] input[value="ok"]');
    await page.locator(".count", { hasText: /^2 of 4 operations/ }).waitFor();
    await page.click('[data-group="Messages"] summary');
    await page.uncheck('[data-group="Messages"] input[value="Replicate"]');
    await page.locator(".count", { hasText: /2 of 4 messages/ }).waitFor();
    expect(complaints).toEqual([]);
  });
});

describe.skipIf(chromiumPath === null)("the reader of a run's page", () => {
  test("zooms and moves by keyboard, wheel, buttons and dragging", async () => {
    await using opened = await openContent(browser, small);
    const { page, complaints } = opened;
    const whole = await axis(page);
    const changes = async (from: string) => {
      await page.locator(".axis", { hasNotText: new RegExp(`^${from}$`) }).waitFor();
      return axis(page);
    };
    await page.focus("#diagram");
    await page.keyboard.press("+");
    const near = await changes(whole);
    await page.keyboard.press("ArrowRight");
    const right = await changes(near);
    await page.keyboard.press("0");
    const all = await changes(right);
    await page.mouse.move(700, 420);
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -400);
    await page.keyboard.up("Control");
    const wheeled = await changes(all);
    await page.mouse.down();
    await page.mouse.move(500, 420, { steps: 4 });
    await page.mouse.up();
    const dragged = await changes(wheeled);
    await page.click('button[title^="Zoom out"]');
    await changes(dragged);
    expect(complaints).toEqual([]);
  });

  test("an operation that is chosen shows its answer, its messages and the logs then", async () => {
    await using opened = await openContent(browser, small);
    const { page } = opened;
    await page.click('[data-operation="0"] rect');
    await page.locator(".chosen").waitFor();
    expect(await page.locator(".chosen").textContent()).toContain('argument"v0"');
    expect(await count(page, ".message.related")).toBe(3);
    expect(await count(page, ".message.faded")).toBe(1);
    expect(await page.locator(".logs").textContent()).toContain("wrote it");
    await page.keyboard.press("Escape");
    await page.locator(".chosen").waitFor({ state: "detached" });
    await page.keyboard.press("n");
    await page.keyboard.press("n");
    await page.locator(".chosen", { hasText: "c2" }).waitFor();
  });
});
