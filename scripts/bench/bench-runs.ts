/** Runs benchmarks as commands and reads what they wrote, for their tests. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { $ } from "zx";

/** A benchmark whose results go to a directory that is gone with `await using`. */
export class BenchRuns implements AsyncDisposable {
  readonly directory: string;
  readonly #script: string;

  private constructor(script: string, directory: string) {
    this.#script = script;
    this.directory = directory;
  }

  /** @param script beside this file, such as `filestore.ts` */
  static async open(script: string): Promise<BenchRuns> {
    const directory = await mkdtemp(join(tmpdir(), "proctor-bench-"));
    return new BenchRuns(join(import.meta.dir, script), directory);
  }

  /** @returns how it ended, and what it said */
  run(words: readonly string[]) {
    const env = { ...process.env, PROCTOR_RUNS: join(this.directory, "runs") };
    const shell = $({ env, nothrow: true, quiet: true });
    return shell`${process.execPath} ${this.#script} --output ${this.directory} ${words}`;
  }

  /** A file that it wrote. */
  text(file: string): Promise<string> {
    return Bun.file(join(this.directory, file)).text();
  }

  /** The rows of a result, by column. */
  async rows(name: string): Promise<Map<string, string>[]> {
    const text = await this.text(`${name}.csv`);
    const [head = "", ...lines] = text
      .trimEnd()
      .split("\n")
      .filter((line) => !line.startsWith("#"));
    const columns = head.split(",");
    // Cells with commas are quoted; the columns that are looked at have none.
    return lines.map((line) => {
      const cells = line.replaceAll(/"[^"]*"/g, "quoted").split(",");
      return new Map(columns.map((column, index) => [column, cells[index] ?? ""]));
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.directory, { recursive: true });
  }
}
