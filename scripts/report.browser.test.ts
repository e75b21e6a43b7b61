import { afterAll, expect, test } from "bun:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { repositoryRoot } from "../harness/kit/repository.ts";

const executablePath = Bun.which("chromium") ?? "";
const hasChromium = executablePath !== "";
const url = pathToFileURL(`${repositoryRoot}/results/report.html`).href;

let browser: Browser | undefined;
afterAll(() => browser?.close());

/** Opens the report; everything that it asks for or complains about is an objection. */
async function open(width: number, colorScheme: "light" | "dark") {
  browser ??= await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
  const objections: string[] = [];
  page.on("console", (message) => objections.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => objections.push(`error: ${error.message}`));
  page.on("request", (request) => {
    const isOwn = request.url() === url || request.url().startsWith("data:");
    if (!isOwn) objections.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  return { page, objections };
}

test.if(hasChromium)(
  "the page of the report opens on a phone and a desk, by day and by night, from one file",
  async () => {
    for (const [width, scheme] of [
      [390, "light"],
      [1_400, "dark"],
    ] as const) {
      const { page, objections } = await open(width, scheme);
      const seen = await page.evaluate<{ overflow: number; graphs: number; night: boolean }>(`({
        overflow: document.documentElement.scrollWidth - innerWidth,
        graphs: document.querySelectorAll("figure svg").length,
        night: getComputedStyle(document.body).backgroundColor !== "rgb(253, 253, 252)",
      })`);
      expect(objections).toEqual([]);
      expect(seen).toMatchObject({ overflow: 0, night: scheme === "dark" });
      expect(seen.graphs).toBeGreaterThan(10);
      await page.close();
    }
  },
  30_000,
);

test("the page has each id once, and leads to each of its own", async () => {
  const html = await Bun.file(fileURLToPath(url)).text();
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids.length).toBeGreaterThan(50);
  expect(new Set(ids).size).toBe(ids.length);
  const links = [...html.matchAll(/(?:href="#|url\(#)([^")]+)/g)].map(([, id]) => id);
  expect(links.filter((id) => !ids.includes(id))).toEqual([]);
  expect(html).not.toMatch(/(?:src|href)="(?!#|data:)[^"]*"/);
});
