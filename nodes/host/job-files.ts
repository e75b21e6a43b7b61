/**
 * Bulk files that the nodes of one job share: inputs, intermediate files, outputs. They stand for
 * the distributed file system that MapReduce assumes (Dean and Ghemawat, OSDI '04, section 3.1), so
 * they are no node's own state and no part of `host.disk`, which holds small files and syncs them.
 * Calls are synchronous: they are made by the thread that computes, which has nothing else to do.
 */
import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { syncFolder, unlessMissing, writeAll } from "./files.ts";

export interface InputFile {
  /** Below the part of the pattern that has no wildcard, such as `pg-grimm.txt`. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  readonly sizeBytes: number;
}

const wildcard = /[*?[\]{}!]/;

/** The files that a pattern names, in byte order of their names. */
export function findInputs(pattern: string): InputFile[] {
  const parts = resolve(pattern).split("/");
  const fixed = parts.findIndex((part) => wildcard.test(part));
  const folder = parts.slice(0, fixed === -1 ? parts.length - 1 : fixed).join("/") || "/";
  const rest = parts.slice(fixed === -1 ? parts.length - 1 : fixed).join("/");
  if (!existsSync(folder)) return [];
  const names = [...new Bun.Glob(rest).scanSync({ cwd: folder, onlyFiles: true })];
  return names
    .sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)))
    .map((name) => {
      const path = join(folder, name);
      return { name, path, sizeBytes: statSync(path).size };
    });
}

/** A file that is read here and there. */
export class SharedFile implements Disposable {
  readonly #file: number;
  readonly sizeBytes: number;

  private constructor(file: number) {
    this.#file = file;
    this.sizeBytes = fstatSync(file).size;
  }

  /** @returns undefined when there is no such file */
  static open(path: string): SharedFile | undefined {
    const file = unlessMissing(() => openSync(path, "r"));
    return file === undefined ? undefined : new SharedFile(file);
  }

  /** Fills `target` from a place on. @returns how many bytes there were, less at the end */
  read(target: Uint8Array, position: number): number {
    let filled = 0;
    while (filled < target.length) {
      const count = readSync(this.#file, target, filled, target.length - filled, position + filled);
      if (count === 0) break;
      filled += count;
    }
    return filled;
  }

  [Symbol.dispose](): void {
    closeSync(this.#file);
  }
}

/**
 * A file that appears under its name only when it is whole. Its folder must be there: a writer
 * that comes late, after the folder was removed, fails.
 */
export class NewFile implements Disposable {
  readonly path: string;
  readonly #temporary: string;
  readonly #file: number;
  #open = true;

  constructor(path: string) {
    this.path = path;
    this.#temporary = `${path}.new`;
    this.#file = openSync(this.#temporary, "w", 0o644);
  }

  write(bytes: Uint8Array): void {
    writeAll(this.#file, bytes);
  }

  /** Puts it in place by a rename. @param durable also after a power failure */
  place(durable = false): void {
    if (durable) fdatasyncSync(this.#file);
    closeSync(this.#file);
    this.#open = false;
    renameSync(this.#temporary, this.path);
    if (durable) syncFolder(dirname(this.path));
  }

  /** What was not put in place is gone. */
  [Symbol.dispose](): void {
    if (!this.#open) return;
    closeSync(this.#file);
    this.#open = false;
    rmSync(this.#temporary, { force: true });
  }
}

/** Where a file name ends up when it is given relative to where the process runs. */
export function absolutePath(path: string): string {
  return resolve(path);
}

export function makeJobFolder(path: string): void {
  mkdirSync(path, { recursive: true });
}

/** Makes a folder in a job's folder, unless it is there. @throws when the job's folder is gone */
export function makeFolderOfJob(path: string): void {
  if (!existsSync(path)) mkdirSync(path);
}

/**
 * Replaces the file of that name, if there is one.
 * @param durable also after a power failure
 * @throws when there is no such file
 */
export function moveJobFile(from: string, to: string, durable = false): void {
  renameSync(from, to);
  if (durable) syncFolder(dirname(to));
}

/** Nothing happens where nothing is. */
export function removeJobFiles(path: string): void {
  rmSync(path, { recursive: true, force: true });
}

export function hasJobFile(path: string): boolean {
  return existsSync(path);
}

/** Names in a folder, none when there is no such folder. */
export function listJobFiles(folder: string): string[] {
  return (unlessMissing(() => readdirSync(folder)) ?? []).sort();
}
