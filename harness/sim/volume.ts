/**
 * What a node's disk holds, and what is left of it after a crash. Each file is its durable content
 * and the changes since. A kill keeps what was done; a power failure keeps of each file the
 * durable content and as many of its changes as chance wants, the first lost one perhaps by half.
 */

import type { Random } from "../../nodes/host/host.ts";
import { chance } from "./draws.ts";
import type { StoredDatabase } from "./stored-database.ts";

/** What becomes of operations that a crash interrupts: chance decides, or a placed fault. */
export type Interrupted = "random" | "nothing" | "half";

export interface Change {
  readonly file: StoredFile;
  /** Undefined where the file is removed. */
  readonly content: Uint8Array | undefined;
  /** Whether a crash can leave half of it. */
  readonly inPlace: boolean;
  done: boolean;
}

export interface StoredFile {
  durable: Uint8Array | undefined;
  /** Not known to be durable, in the order of the calls. */
  changes: Change[];
}

/** What an append log holds. */
export interface LogContent {
  /** Framed records; after a crash the last may be torn. */
  records: Uint8Array[];
  /** How many of them are durable. */
  synced: number;
}

export interface StoredLog {
  content: LogContent;
  /** What it held before a reset that is not done yet. */
  before: LogContent | undefined;
}

/** More undurable changes of one file than this are never all undone: the oldest are kept. */
const changesAtMost = 16;

export class Volume {
  readonly files = new Map<string, StoredFile>();
  readonly logs = new Map<string, StoredLog>();
  readonly databases = new Map<string, StoredDatabase>();
  /** When the disk has done all that it was asked for: it does one thing after another. */
  busyUntil = 0;
  /** How many times slower than usual it is. */
  slowness = 1;
  /** How many faults slow it now. */
  slowFaults = 0;
  /** Changes that are not done yet, in the order of the calls. */
  private inFlight: Change[] = [];

  readonly random: Random;

  constructor(random: Random) {
    this.random = random;
  }

  /** The content that a read sees. */
  content(name: string): Uint8Array | undefined {
    const file = this.files.get(name);
    if (file === undefined) return undefined;
    const last = file.changes.at(-1);
    return last === undefined ? file.durable : last.content;
  }

  /** Changes what reads see from now on. */
  change(name: string, content: Uint8Array | undefined, inPlace: boolean): Change {
    let file = this.files.get(name);
    if (file === undefined) {
      file = { durable: undefined, changes: [] };
      this.files.set(name, file);
    }
    // Not by slice(), which makes a view where the content is a Buffer.
    const copy = content === undefined ? undefined : new Uint8Array(content);
    const change: Change = { file, content: copy, inPlace, done: false };
    file.changes.push(change);
    const oldest = file.changes[0];
    if (file.changes.length > changesAtMost && oldest?.done === true) this.makeDurable(oldest);
    this.inFlight.push(change);
    return change;
  }

  complete(change: Change, durable: boolean): void {
    change.done = true;
    this.inFlight = this.inFlight.filter((each) => each !== change);
    if (durable) this.makeDurable(change);
  }

  private makeDurable(change: Change): void {
    const { file } = change;
    file.durable = change.content;
    file.changes.splice(0, file.changes.indexOf(change) + 1);
  }

  /** Names of the files, logs and databases, in no order. */
  names(): string[] {
    const files = [...this.files.keys()].filter((name) => this.content(name) !== undefined);
    return [...files, ...this.logs.keys(), ...this.databases.keys()];
  }

  /** The process is gone, the operating system is not: of what was under way, a first part. */
  kill(interrupted: Interrupted): void {
    const { inFlight } = this;
    this.inFlight = [];
    const kept = this.drawKept(interrupted, 0, inFlight.length);
    for (const [index, change] of inFlight.entries()) {
      const { file } = change;
      const place = file.changes.indexOf(change);
      if (index < kept) change.done = true;
      else if (index === kept && this.tears(change, interrupted)) {
        const torn = this.half(change, contentBefore(file, place));
        file.changes[place] = { ...change, content: torn, done: true };
      } else file.changes.splice(place, 1);
    }
    for (const log of this.logs.values()) this.crashReset(log, interrupted);
    this.crashDatabases(interrupted);
  }

  /** The machine is gone: of each file, what is durable and perhaps some of the changes since. */
  powerFailure(interrupted: Interrupted): void {
    this.inFlight = [];
    for (const file of this.files.values()) {
      const done = file.changes.filter((change) => change.done).length;
      const kept = this.drawKept(interrupted, done, file.changes.length);
      const first = file.changes[kept];
      const before = contentBefore(file, kept);
      const torn = first !== undefined && this.tears(first, interrupted);
      file.durable = torn ? this.half(first, before) : before;
      file.changes = [];
    }
    for (const stored of this.logs.values()) {
      this.crashReset(stored, interrupted);
      const log = stored.content;
      const kept = log.synced + this.random.integer(log.records.length - log.synced + 1);
      const next = log.records[kept];
      log.records.length = kept;
      if (next !== undefined && this.tearsRecord(interrupted))
        log.records.push(next.subarray(0, this.random.integer(next.length)));
      log.synced = log.records.length;
    }
    this.crashDatabases(interrupted);
  }

  /** Frees the memory of the databases. */
  close(): void {
    for (const database of this.databases.values()) database.close();
  }

  /** A reset that was under way has happened as a whole or not at all. */
  private crashReset(log: StoredLog, interrupted: Interrupted): void {
    const undone = interrupted !== "random" || chance(this.random, 0.5);
    if (log.before !== undefined && undone) log.content = log.before;
    log.before = undefined;
  }

  private crashDatabases(interrupted: Interrupted): void {
    this.busyUntil = 0;
    for (const database of this.databases.values()) {
      database.crash(this.drawKept(interrupted, 0, database.pending));
    }
  }

  /** How many of `count` operations in order survive; a placed fault undoes what is not done. */
  private drawKept(interrupted: Interrupted, done: number, count: number): number {
    return interrupted === "random" ? this.random.integer(count + 1) : done;
  }

  private tears(change: Change, interrupted: Interrupted): boolean {
    if (!change.inPlace || change.content === undefined || interrupted === "nothing") return false;
    return interrupted === "half" || chance(this.random, 0.5);
  }

  private tearsRecord(interrupted: Interrupted): boolean {
    return interrupted === "half" || chance(this.random, 0.5);
  }

  /** The first bytes of the new content, then nothing, or what was there before. */
  private half(change: Change, before: Uint8Array | undefined): Uint8Array {
    const content = change.content ?? new Uint8Array();
    const cut = this.random.integer(content.length + 1);
    const rest = chance(this.random, 0.5) ? before?.subarray(cut) : undefined;
    return Buffer.concat([content.subarray(0, cut), rest ?? new Uint8Array()]);
  }
}

/** What the file held before its change number `place`. */
function contentBefore(file: StoredFile, place: number): Uint8Array | undefined {
  const previous = file.changes[place - 1];
  return previous === undefined ? file.durable : previous.content;
}
