/**
 * The book of one branch: all that must outlive a crash, as records in one log that only grows.
 * One sync carries all that was written since the last.
 */
import type { AppendLog, Host } from "../host/host.ts";
import type { MessageEvent } from "./lamport.ts";
import type { Member } from "./members.ts";
import type { Update } from "./update.ts";

export type BookRecord =
  /** The first record: whose book this is, and the balance that the account began with. */
  | { readonly kind: "opening"; readonly branch: number; readonly balance: bigint }
  /** The branch was started once more. */
  | { readonly kind: "start" }
  | { readonly kind: "member"; readonly member: Member }
  /** It was applied to the balance. */
  | { readonly kind: "update"; readonly update: Update }
  /** A withdrawal beyond the balance was refused, and stays refused. */
  | { readonly kind: "refusal"; readonly request: string }
  | { readonly kind: "message"; readonly event: MessageEvent };

export class Book {
  /** What it held when it was opened. */
  readonly records: readonly BookRecord[];
  readonly #log: AppendLog;
  #written = 0;
  #durable = 0;

  private constructor(log: AppendLog, records: readonly BookRecord[]) {
    this.#log = log;
    this.records = records;
  }

  static async open(host: Host): Promise<Book> {
    const log = await host.disk.openLog("book");
    const records = await log.records();
    return new Book(log, records.map(decode));
  }

  /** Durable only after the next `durable`. */
  write(record: BookRecord): void {
    this.note(record);
    this.#written += 1;
  }

  /** Not waited for: after a power failure another branch tells it again. */
  note(record: BookRecord): void {
    this.#log.append(encode(record));
  }

  /** Resolves when all that was written, not only noted, before the call is durable. */
  async durable(): Promise<void> {
    const written = this.#written;
    if (this.#durable >= written) return;
    await this.#log.sync();
    this.#durable = Math.max(this.#durable, written);
  }

  close(): Promise<void> {
    return this.#log.close();
  }
}

/** JSON has no integers beyond 2^53: money is written as text, under names of which it alone is. */
const moneyNames: ReadonlySet<string> = new Set(["balance", "money"]);

function encode(record: BookRecord): Uint8Array {
  const text = JSON.stringify(record, (_name, value) =>
    typeof value === "bigint" ? value.toString() : value,
  );
  return new TextEncoder().encode(text);
}

function decode(bytes: Uint8Array): BookRecord {
  return JSON.parse(new TextDecoder().decode(bytes), (name, value) =>
    moneyNames.has(name) ? BigInt(value) : value,
  );
}
