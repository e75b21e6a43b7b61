/** Writes the nodes of a system with a few edits into a folder of their own, ready to run. */
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Edit } from "./mutant.ts";
import { repositoryRoot } from "./repository.ts";

/** What the nodes import from outside of their own folder; links keep it one with ours. */
const shared = ["nodes/host", "proto", "node_modules", "package.json", "bunfig.toml"];

/**
 * After this, `bun <folder>/nodes/<system>/<role>.ts` runs an edited node.
 * @param folder empty
 * @throws Error when an edit does not find its text, or finds it more than once
 */
export async function writeMutatedNodes(
  system: string,
  edits: readonly Edit[],
  folder: string,
): Promise<void> {
  const from = join(repositoryRoot, "nodes", system);
  const to = join(folder, "nodes", system);
  await mkdir(to, { recursive: true });
  for (const path of shared) await symlink(join(repositoryRoot, path), join(folder, path));
  const names = await readdir(from, { recursive: true });
  const missing = edits.find(({ file }) => !names.includes(file));
  if (missing !== undefined) throw new Error(`nodes/${system} has no ${missing.file}`);
  for (const name of names) {
    if (!name.endsWith(".ts") || name.endsWith(".test.ts")) continue;
    const own = edits.filter(({ file }) => file === name);
    if (own.length === 0) await cp(join(from, name), join(to, name));
    else
      await Bun.write(join(to, name), own.reduce(apply, await Bun.file(join(from, name)).text()));
  }
}

/** Where each program is: `registry`, or `replica-quorum#startReplica` where its name differs. */
export type ProgramPlaces<Programs> = { readonly [Name in keyof Programs]: string };

/**
 * The programs of a system with some edits; they share the host, and so its errors, with the right
 * ones.
 * @param places the module of each program in the system's folder; `words#*` is the whole module
 * @throws Error when an edit does not find its text, or finds it more than once
 */
export async function loadPrograms<Programs extends object>(
  system: string,
  edits: readonly Edit[],
  places: ProgramPlaces<Programs>,
): Promise<Programs> {
  const folder = await mkdtemp(join(tmpdir(), "proctor-mutant-"));
  try {
    await writeMutatedNodes(system, edits, folder);
    const load = async ([name, place]: [string, string]) => {
      const [file, exported = name] = place.split("#");
      const module = await import(join(folder, `nodes/${system}`, `${file}.ts`));
      const program = exported === "*" ? module : module[exported];
      if (program === undefined) throw new Error(`${system}/${file}.ts exports no ${exported}`);
      return [name, program];
    };
    return Object.fromEntries(await Promise.all(Object.entries<string>(places).map(load)));
  } finally {
    await rm(folder, { recursive: true });
  }
}

function apply(text: string, { file, find, replace }: Edit): string {
  const found = text.split(find).length - 1;
  if (found === 1) return text.replace(find, () => replace);
  throw new Error(`${file} has ${found} times, and should have once: ${find}`);
}
