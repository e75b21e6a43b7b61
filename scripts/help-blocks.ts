/**
 * Fills the generated blocks of all committed pages (`*.md`): `help` blocks with what a command
 * prints for `--help`, `include` blocks with a file, such as a measured table. Ends with exit 0
 * when all are filled; with `--check` it writes nothing and exits 1 when one is stale.
 * Copy: `bun scripts/help-blocks.ts`
 *
 * A block stands on lines of its own; what is between them is replaced:
 *
 *     <!-- help: bun scripts/certs.ts -->
 *     <!-- /help -->
 *     <!-- include: results/filestore/throughput.md -->
 *     <!-- /include -->
 */
import { join } from "node:path";
import { $ } from "zx";
import { readTree } from "./tidy.ts";

const block = /^<!-- (help|include): (.+) -->\n([\s\S]*?)^<!-- \/(help|include) -->$/gm;
const marker = /^<!-- \/?(?:help|include)\b.*$/gm;

/**
 * A page with all its blocks filled.
 * @param root where commands run and included files are found
 * @throws Error on a block without its end, a command that fails, a file that is not there
 */
export async function fillBlocks(page: string, root: string): Promise<string> {
  const blocks = [...page.matchAll(block)];
  const paired = blocks.every(([, opened, , , closed]) => opened === closed);
  if (!paired || (page.match(marker)?.length ?? 0) !== 2 * blocks.length) {
    throw new Error("a help or include block is not closed, or not known");
  }
  let filled = "";
  let end = 0;
  for (const found of blocks) {
    const [whole, kind, source = ""] = found;
    const content = kind === "help" ? await help(source, root) : await include(source, root);
    filled += page.slice(end, found.index);
    filled += `<!-- ${kind}: ${source} -->\n${content}\n<!-- /${kind} -->`;
    end = found.index + whole.length;
  }
  return filled + page.slice(end);
}

/** What a command prints for `--help`, fenced. */
async function help(command: string, root: string): Promise<string> {
  const [program, ...words] = command.split(" ");
  if (program !== "bun") throw new Error(`\`${command}\` does not start with \`bun\``);
  const env = { ...process.env, NO_COLOR: "1", COLUMNS: "100" };
  const shell = $({ cwd: root, env, quiet: true, nothrow: true });
  const result = await shell`${process.execPath} ${words} --help`;
  if (result.exitCode === 0) return `\`\`\`text\n${result.stdout.trimEnd()}\n\`\`\``;
  throw new Error(`\`${command} --help\` ended with ${result.exitCode}: ${result.stderr.trim()}`);
}

/** A page as it is; any other text as it stands, in a fence. */
function asMarkdown(path: string, text: string): string {
  return path.endsWith(".md") ? text.trim() : `\`\`\`text\n${text.trimEnd()}\n\`\`\``;
}

async function include(path: string, root: string): Promise<string> {
  const file = Bun.file(join(root, path));
  if (await file.exists()) return asMarkdown(path, await file.text());
  throw new Error(`there is no ${path} to include`);
}

/**
 * Fills the blocks of all pages below `root`.
 * @param write false only compares
 * @returns the pages that were stale
 */
export async function fillPages(root: string, write: boolean): Promise<string[]> {
  const stale: string[] = [];
  for (const [path, page] of await readTree(root)) {
    if (!path.endsWith(".md")) continue;
    const filled = await fillBlocks(page, root).catch((error: unknown) => {
      throw new Error(`${path}: ${error instanceof Error ? error.message : error}`);
    });
    if (filled === page) continue;
    stale.push(path);
    if (write) await Bun.write(join(root, path), filled);
  }
  return stale;
}

if (import.meta.main) {
  const check = process.argv.includes("--check");
  const stale = await fillPages(join(import.meta.dir, ".."), !check);
  for (const path of stale) {
    console.log(check ? `${path} is stale: run \`bun scripts/help-blocks.ts\`` : `${path} filled`);
  }
  if (check && stale.length > 0) process.exitCode = 1;
}
