/**
 * Builds the report from the chapters of the systems and from `results/` alone: what follows from
 * the raw tables (statistics, targets, graphs), the tables that the chapters show, and then
 * `results/report.md` and `results/report.html`, one page that needs nothing else. Ends with 0 when
 * all is written; with `--check` it writes nothing and ends with 1 when something is older than
 * what it is made from; 64 on bad usage.
 *
 * Copy: `bun run report`, `bun run report --check`
 */
import { join } from "node:path";
import { repositoryRoot } from "../harness/kit/repository.ts";
import { exitCodes } from "../nodes/host/exit-codes.ts";
import { flag, parseFlags, UsageError } from "../nodes/host/flags.ts";
import { fillPages } from "./help-blocks.ts";
import { htmlReport } from "./report/html-report.ts";
import { readInputs, type SystemInputs } from "./report/inputs.ts";
import { markdownReport } from "./report/markdown-report.ts";

/** What follows from the raw tables, by path from the root. */
function derivedOf(inputs: readonly SystemInputs[]): Map<string, string> {
  return new Map(
    inputs.flatMap(({ system, derived }) =>
      [...derived].map(([name, text]) => [`results/${system}/${name}`, text] as const),
    ),
  );
}

/**
 * All that the report consists of, by path from the root. It depends on nothing but the tree, so
 * that what is committed can be compared with it.
 */
export async function buildReport(root: string): Promise<Map<string, string>> {
  const inputs = await readInputs(root);
  const markdown = markdownReport(inputs);
  return derivedOf(inputs)
    .set("results/report.md", markdown)
    .set("results/report.html", htmlReport(markdown, inputs));
}

/** @returns the paths of files that are not as they would be written */
export async function staleFiles(files: ReadonlyMap<string, string>, root: string) {
  const compared = [...files].map(async ([path, text]) => {
    const file = Bun.file(join(root, path));
    return (await file.exists()) && (await file.text()) === text ? [] : [path];
  });
  return (await Promise.all(compared)).flat();
}

/** @returns how many were written */
async function writeStale(files: ReadonlyMap<string, string>, root: string): Promise<number> {
  const stale = await staleFiles(files, root);
  for (const path of stale) await Bun.write(join(root, path), files.get(path) ?? "");
  return stale.length;
}

async function main(words: readonly string[]): Promise<number> {
  const flags = { check: flag.switch("write nothing; say what is older than its data") };
  const { check } = parseFlags("bun run report", "Builds the report.", flags, words);
  if (check) {
    const stale = await staleFiles(await buildReport(repositoryRoot), repositoryRoot);
    for (const path of stale) console.log(`${path} is stale: run \`bun run report\``);
    return stale.length > 0 ? 1 : 0;
  }
  const derived = await writeStale(derivedOf(await readInputs(repositoryRoot)), repositoryRoot);
  const pages = await fillPages(repositoryRoot, true);
  const reports = await writeStale(await buildReport(repositoryRoot), repositoryRoot);
  console.log(`${derived + pages.length + reports} files written; see results/report.html`);
  return 0;
}

if (import.meta.main) {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = exitCodes.usage;
  }
}
