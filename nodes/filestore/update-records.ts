/**
 * The store's log on disk: one JSON record a batch of objects, or a fact. When it has grown far
 * beyond what the store holds, it is written anew with what the store holds.
 */
import type { AppendLog } from "../host/host.ts";
import type { FileObject } from "./store.ts";

type UpdateRecord =
  | { readonly objects: readonly FileObject[] }
  | { readonly fact: readonly [key: string, value: string] };

/** Bytes that a log may grow by before it is written anew, unless said otherwise. */
const defaultGrowthBytes = 64 * 1024 * 1024;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class UpdateRecords {
  readonly #log: AppendLog;
  readonly #snapshot: () => Promise<FileObject[]>;
  readonly #growthBytes: number;
  readonly #facts = new Map<string, string>();
  #grownBytes = 0;
  #baseBytes = 0;

  /** @param snapshot all that the store holds */
  constructor(
    log: AppendLog,
    snapshot: () => Promise<FileObject[]>,
    growthBytes = defaultGrowthBytes,
  ) {
    this.#log = log;
    this.#snapshot = snapshot;
    this.#growthBytes = growthBytes;
  }

  /** All objects of the log, oldest first; later ones of a uuid replace earlier ones. */
  async read(): Promise<FileObject[]> {
    const objects: FileObject[] = [];
    for (const bytes of await this.#log.records()) {
      // How much of it is outdated is not known, so a large log is soon written anew.
      this.#grownBytes += bytes.length;
      const record: UpdateRecord = JSON.parse(decoder.decode(bytes));
      if ("fact" in record) this.#facts.set(...record.fact);
      else objects.push(...record.objects);
    }
    return objects;
  }

  fact(key: string): string | undefined {
    return this.#facts.get(key);
  }

  /** Durable when resolved. One call at a time, and no other change of what the store holds. */
  async write(record: UpdateRecord): Promise<void> {
    if (this.#grownBytes > Math.max(this.#growthBytes, this.#baseBytes)) await this.#compact();
    const bytes = encoder.encode(JSON.stringify(record));
    this.#grownBytes += bytes.length;
    this.#log.append(bytes);
    await this.#log.sync();
    if ("fact" in record) this.#facts.set(...record.fact);
  }

  close(): Promise<void> {
    return this.#log.close();
  }

  async #compact(): Promise<void> {
    const facts = [...this.#facts].map((fact): UpdateRecord => ({ fact }));
    const objects = (await this.#snapshot()).map((object) => ({ objects: [object] }));
    const records = [...facts, ...objects].map((record) => encoder.encode(JSON.stringify(record)));
    await this.#log.reset(records);
    this.#baseBytes = records.reduce((sum, { length }) => sum + length, 0);
    this.#grownBytes = 0;
  }
}
