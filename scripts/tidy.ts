/**
 * Reads the whole tree and prints where it breaks the rules of the house, a line each:
 * `path:line rule: message`. Ends with exit 0 when nothing does, else 1.
 * Copy: `bun scripts/tidy.ts`
 *
 * Functions of at most 70 lines are the linter's part, see `biome.json`.
 */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { arrowRules } from "./tidy/arrows.ts";
import { type Rule, readSource } from "./tidy/source.ts";
import { styleRules } from "./tidy/style.ts";

export const rules: readonly Rule[] = [...arrowRules, ...styleRules];

/** Ignored by git, or generated, or data; so are editors' hidden files. */
const leftOut = new Set([
  "node_modules",
  "certs",
  "data",
  "inputs",
  "results",
  "proto/types",
  "bun.lock",
]);

/** All files that people write, by path from the root, with their text. */
export async function readTree(root: string): Promise<Map<string, string>> {
  const tree = new Map<string, string>();
  const walk = async (folder: string): Promise<void> => {
    for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (leftOut.has(path) || /\/testdata$|\.cpuprofile$/.test(path)) continue;
      if (entry.name.startsWith(".") && ![".ci", ".gitignore"].includes(entry.name)) continue;
      if (entry.isDirectory()) await walk(path);
      if (entry.isFile()) tree.set(path, await Bun.file(join(root, path)).text());
    }
  };
  await walk("");
  return tree;
}

/** Where a tree breaks the rules, as lines of `path:line rule: message` in order. */
export function tidy(tree: ReadonlyMap<string, string>): string[] {
  return [...tree].sort().flatMap(([path, text]) => {
    const file = readSource(path, text);
    return rules.flatMap(({ name, applies, find }) =>
      applies(path)
        ? find(file, tree).map(({ line, message }) => `${path}:${line} ${name}: ${message}`)
        : [],
    );
  });
}

if (import.meta.main) {
  const broken = tidy(await readTree(join(import.meta.dir, "..")));
  for (const line of broken) console.log(line);
  process.exitCode = broken.length === 0 ? 0 : 1;
}
