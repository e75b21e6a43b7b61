/** All that the report is made from: the chapters, and what was measured. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Graph } from "../bench/derivation.ts";
import { derivations, derive } from "../bench/derived.ts";
import { ResultFolder } from "../bench/result-folder.ts";

export interface SystemInputs {
  /** Of its folders in `nodes/` and `results/`. */
  readonly system: string;
  /** Undefined where something was measured that is no system. */
  readonly chapter: string | undefined;
  readonly folder: ResultFolder;
  /** Pages and graphs by file name, those that follow from the tables worked out anew. */
  readonly files: ReadonlyMap<string, string>;
  /** Those that were worked out. */
  readonly derived: ReadonlyMap<string, string>;
  readonly graphs: readonly Graph[];
}

/** @param root of the repository */
export async function readInputs(root: string): Promise<SystemInputs[]> {
  return await Promise.all(
    [...derivations.keys()].map(async (system) => {
      const directory = join(root, "results", system);
      const folder = await ResultFolder.read(directory);
      const { files: derived, graphs } = derive(system, folder);
      const kept = await readTexts(directory, /\.(?:md|svg)$/);
      const chapter = Bun.file(join(root, "nodes", system, "README.md"));
      return {
        system,
        chapter: (await chapter.exists()) ? await chapter.text() : undefined,
        folder: withDerived(folder, derived),
        files: new Map([...kept, ...derived].sort(([one], [other]) => (one < other ? -1 : 1))),
        derived,
        graphs,
      };
    }),
  );
}

/** The tables of a folder with those that follow from them as they are to be. */
function withDerived(folder: ResultFolder, derived: ReadonlyMap<string, string>): ResultFolder {
  const texts = [...derived].filter(([name]) => name.endsWith(".csv"));
  return folder.with(new Map(texts.map(([name, text]) => [name.replace(/\.csv$/, ""), text])));
}

async function readTexts(directory: string, names: RegExp): Promise<Map<string, string>> {
  const files = (await readdir(directory).catch((): string[] => [])).filter((name) =>
    names.test(name),
  );
  const texts = files.map(async (name) => {
    return [name, await Bun.file(join(directory, name)).text()] as const;
  });
  return new Map(await Promise.all(texts));
}
