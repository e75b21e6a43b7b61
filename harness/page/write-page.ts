/** Writes the page of a run: one file without any reference to another. */
import { join } from "node:path";
import { cutRun, toPageData, toPageJson } from "./cut-run.ts";
import { readRun } from "./read-run.ts";
import type { RunPage } from "./run-page-model.ts";

/** The page of a run's folder, in that folder. @returns its path */
export async function writePage(folder: string): Promise<string> {
  const path = join(folder, "index.html");
  await Bun.write(path, await renderPage(cutRun(await readRun(folder))));
  return path;
}

/** What the run said is data in the page, and becomes text alone. */
export async function renderPage(page: RunPage): Promise<string> {
  const [script, style] = await Promise.all([browserScript(), browserStyle()]);
  const hash = new Bun.CryptoHasher("sha256").update(script).digest("base64");
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'`;
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${Bun.escapeHTML(`${page.verdict} ${page.title}`)}</title>`,
    `<style>${style}</style>`,
    "</head>",
    "<body>",
    "<noscript>This page draws itself: it needs JavaScript.</noscript>",
    `<script type="application/json" id="run">${toPageJson(toPageData(page))}</script>`,
    `<script>${script}</script>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

const browserFolder = join(import.meta.dir, "browser");

async function browserScript(): Promise<string> {
  const built = await Bun.build({
    entrypoints: [join(browserFolder, "main.ts")],
    target: "browser",
    format: "iife",
    minify: true,
  });
  const [output] = built.outputs;
  if (output === undefined) throw new Error("the page's program came to nothing");
  return (await output.text()).trim();
}

async function browserStyle(): Promise<string> {
  const names = ["base", "header", "controls", "diagram", "details", "widths"];
  const files = names.map((name) => Bun.file(join(browserFolder, `${name}.css`)).text());
  return (await Promise.all(files)).join("\n");
}
