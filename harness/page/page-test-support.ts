/** For tests of pages: a browser, and pages that say what goes wrong in them. */
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { temporaryDirectory } from "../../nodes/host/test-support.ts";
import { cutRun } from "./cut-run.ts";
import type { PageMessage, PageOperation, RunPage } from "./run-page-model.ts";
import { renderPage } from "./write-page.ts";

/** Null where Chromium is not installed; tests of pages are skipped then. */
export const chromiumPath = Bun.which("chromium");

/** A browser without a sandbox, since tests may run as root. */
export function launch(): Promise<Browser> {
  const executablePath = chromiumPath ?? "";
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
}

/** A page in the browser, with what it complained of and what it asked for besides itself. */
export interface OpenPage extends AsyncDisposable {
  readonly page: Page;
  readonly complaints: string[];
}

export async function open(
  browser: Browser,
  file: string,
  options: { readonly width?: number; readonly colorScheme?: "light" | "dark" } = {},
): Promise<OpenPage> {
  const { width = 1400, colorScheme = "light" } = options;
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", (dialog) => complaints.push(`dialog: ${dialog.message()}`));
  page.on("request", (request) => {
    if (request.url() !== Bun.pathToFileURL(file).href) complaints.push(`asks ${request.url()}`);
  });
  await page.goto(Bun.pathToFileURL(file).href);
  return { page, complaints, [Symbol.asyncDispose]: () => page.close() };
}

/** Writes a page of this content, opens it, and removes it when the page is closed. */
export async function openContent(
  browser: Browser,
  content: RunPage,
  options?: Parameters<typeof open>[2],
): Promise<OpenPage> {
  const directory = temporaryDirectory();
  const file = join(directory.path, "index.html");
  await Bun.write(file, await renderPage(cutRun(content)));
  const opened = await open(browser, file, options);
  const dispose = async () => {
    await opened.page.close();
    directory[Symbol.dispose]();
  };
  return { ...opened, [Symbol.asyncDispose]: dispose };
}

/** An operation that took 5 ms, with what matters given. */
export function operationOf(id: number, given: Partial<PageOperation> = {}): PageOperation {
  return {
    id,
    lane: "c1",
    process: "c1",
    f: "write",
    key: "k1",
    input: `"v${id}"`,
    output: "SUCCESS",
    outcome: "ok",
    from: id * 10,
    to: id * 10 + 5,
    ...given,
  };
}

/** A request from c1 to r1 that took 2 ms, with what matters given. */
export function messageOf(call: string, given: Partial<PageMessage> = {}): PageMessage {
  return {
    call,
    from: "c1",
    to: "r1",
    method: "Write",
    isReply: false,
    status: "",
    sent: 1,
    arrived: 3,
    content: "",
    ...given,
  };
}

/** A page of a run of one client and one node. */
export function runPageOf(given: Partial<RunPage> = {}): RunPage {
  const operations = given.operations ?? [operationOf(0), operationOf(1)];
  const to = Math.max(20, ...operations.map((each) => each.to));
  return {
    title: "example",
    verdict: "PASS",
    facts: [{ name: "again", value: "bun run harness/example.ts" }],
    checks: [{ name: "all is well", verdict: "PASS", evidence: "it was", witness: [] }],
    lanes: [
      { id: "c1", kind: "client" },
      { id: "r1", kind: "node" },
    ],
    operations,
    messages: [messageOf("1")],
    bands: [],
    lines: [{ lane: "r1", at: 2, level: "info", text: "wrote it" }],
    output: [],
    hidden: [],
    shown: { from: 0, to },
    whole: { from: 0, to },
    leftOut: [],
    ...given,
  };
}
