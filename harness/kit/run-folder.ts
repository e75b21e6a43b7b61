import { mkdir, rename, rm, symlink } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { repositoryRoot } from "./repository.ts";

/**
 * Where runs are kept, as an absolute path: `results/runs`, or the directory that the environment
 * variable `PROCTOR_RUNS` names.
 */
function runsDirectory(): string {
  return resolve(process.env["PROCTOR_RUNS"] ?? join(repositoryRoot, "results/runs"));
}

/** What one run leaves behind. No two runs ever share one, also when they start at once. */
export class RunFolder {
  /** `<runs>/<problem>-<time>`, such as `kv-quorum-20260131T235959.123Z`. */
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  /** Makes a new folder and lets `latest` point to it. */
  static async create(problem: string, runs = runsDirectory()): Promise<RunFolder> {
    await mkdir(runs, { recursive: true });
    const time = new Date().toISOString().replaceAll(/[-:]/g, "");
    const folder = new RunFolder(await makeUnique(join(runs, `${problem}-${time}`)));
    await mkdir(join(folder.path, "logs"));
    await mkdir(join(folder.path, "data"));
    await pointTo(join(runs, "latest"), basename(folder.path));
    return folder;
  }

  get historyFile(): string {
    return join(this.path, "history.jsonl");
  }

  /** Writes a file of the run as readable JSON. */
  async write(name: "run.json" | "checks.json" | "output.json", content: object): Promise<void> {
    await Bun.write(join(this.path, name), `${JSON.stringify(content, null, 2)}\n`);
  }

  /** Removes the data directories of the nodes, which are of use only when something went wrong. */
  async removeData(): Promise<void> {
    await rm(join(this.path, "data"), { recursive: true, force: true });
  }
}

/** Makes a directory that was not there before, with a number at its end if need be. */
async function makeUnique(path: string): Promise<string> {
  for (let attempt = 1; attempt <= 1000; attempt++) {
    const candidate = attempt === 1 ? path : `${path}-${attempt}`;
    try {
      await mkdir(candidate);
      return candidate;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
  throw new Error(`a thousand runs at one time: ${path}`);
}

/** Lets a symbolic link point elsewhere in one step: there is no moment without it. */
async function pointTo(link: string, target: string): Promise<void> {
  // The target is the name of a new folder, so no two harnesses use the same temporary name.
  const temporary = join(link, "..", `.${target}.link`);
  await symlink(target, temporary);
  await rename(temporary, link);
}
