/**
 * Builds the report from the chapters of the systems and from `results/` alone: what follows from
 * the raw tables (statistics, targets, graphs), `results/report.md`, and `results/report.html`, one
 * page that needs nothing else. Ends with 0 when all is written; with `--check` it writes nothing
 * and ends with 1 when something is older than what it is made from; 64 on bad usage.
 *
 * Copy: `bun run report`, `bun run report --check`
 */
import { join } from "node:path";
import { repositoryRoot } from "../harness/kit/repository.ts";
import { exitCodes } from "../nodes/host/exit-codes.ts";
import { flag, parseFlags, UsageError } from "../nodes/host/flags.ts";
import { htmlReport } from "./report/html-report.ts";
import { readInputs } from "./report/inputs.ts";
import { markdownReport } from "./report/markdown-report.ts";

/**
 * All that the report consists of, by path from the root. It depends on nothing but the tree, so
 * that what is committed can be compared with it.
 */
export async function buildReport(root: string): Promise<Map<string, string>> {
  const inputs = await readInputs(root);
  const markdown = markdownReport(inputs);
  return new Map([
    ...inputs.flatMap(({ system, derived }) =>
      [...derived].map(([name, text]) => [`results/${system}/${name}`, text] as const),
    ),
    ["results/report.md", markdown],
    ["results/report.html", htmlReport(markdown, inputs)],
  ]);
}

/** @returns the paths of files that are not as they would be written */
export async function staleFiles(files: ReadonlyMap<string, string>, root: string) {
  const compared = [...files].map(async ([path, text]) => {
    const file = Bun.file(join(root, path));
    return (await file.exists()) && (await file.text()) === text ? [] : [path];
  });
  return (await Promise.all(compared)).flat();
}

async function main(words: readonly string[]): Promise<number> {
  const flags = { check: flag.switch("write nothing; say what is older than its data") };
  const { check } = parseFlags("bun run report", "Builds the report.", flags, words);
  const files = await buildReport(repositoryRoot);
  const stale = await staleFiles(files, repositoryRoot);
  for (const path of stale) {
    if (check) console.log(`${path} is stale: run \`bun run report\``);
    else await Bun.write(join(repositoryRoot, path), files.get(path) ?? "");
  }
  if (check) return stale.length > 0 ? 1 : 0;
  console.log(`${stale.length} of ${files.size} files written; see results/report.html`);
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
