/** What was measured of one system, as it was read back from its folder. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type CsvTable, fromCsv, type Row } from "./csv.ts";
import type { Provenance } from "./machine.ts";
import { machineFile } from "./result-files.ts";

export class ResultFolder {
  readonly #tables: ReadonlyMap<string, CsvTable>;
  readonly #machines: ReadonlyMap<string, Provenance>;

  constructor(tables: ReadonlyMap<string, CsvTable>, machines: ReadonlyMap<string, Provenance>) {
    this.#tables = tables;
    this.#machines = machines;
  }

  /** All tables of a folder; none where there is no such folder. */
  static async read(directory: string): Promise<ResultFolder> {
    const files = await readdir(directory).catch((): string[] => []);
    const tables = new Map<string, CsvTable>();
    for (const file of files.filter((each) => each.endsWith(".csv")).sort()) {
      const text = await Bun.file(join(directory, file)).text();
      tables.set(file.replace(/\.csv$/, ""), fromCsv(text));
    }
    const machines = files.includes(machineFile)
      ? await Bun.file(join(directory, machineFile)).json()
      : {};
    return new ResultFolder(tables, new Map(Object.entries(machines)));
  }

  /** With further tables, as CSV by name, in place of those of the same name. */
  with(texts: ReadonlyMap<string, string>): ResultFolder {
    const others = [...texts].map(([name, text]) => [name, fromCsv(text)] as const);
    return new ResultFolder(new Map([...this.#tables, ...others]), this.#machines);
  }

  get names(): readonly string[] {
    return [...this.#tables.keys()];
  }

  /** Rows as the benchmark of this name wrote them; none when it was not run. */
  rows<Kind extends Row>(name: string): readonly Kind[] {
    return (this.#tables.get(name)?.rows ?? []) as readonly Kind[];
  }

  /** The command at a table's head, which makes it again; undefined where there is none. */
  command(name: string): string | undefined {
    const [first = ""] = this.#tables.get(name)?.comments ?? [];
    return /^Made by `(.+)` on /.exec(first)?.[1];
  }

  /** The lines at a table's head. */
  provenance(name: string): readonly string[] {
    return this.#tables.get(name)?.comments ?? [];
  }

  /** On what a table was made; undefined where that was not written down. */
  machine(name: string): Provenance | undefined {
    return this.#machines.get(name);
  }
}
