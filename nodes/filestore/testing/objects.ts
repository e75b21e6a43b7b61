/** Objects for tests, with uuids and versions that are easy to read. */
import type { FileObject } from "../store.ts";

/** The uuid of this number. */
export function uuidOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

/** A version that orders by its number. */
export function versionOf(number: number): string {
  return `${number.toString(16).padStart(12, "0")}-0000-t`;
}

/** A live object. @param sequence its version orders the same way */
export function written(
  number: number,
  name: string,
  content: string,
  sequence: number,
): FileObject {
  const version = versionOf(sequence);
  return { uuid: uuidOf(number), name, content, version, sequence, deleted: false };
}

/** A deleted object as it travels: without its name. */
export function deleted(number: number, sequence: number): FileObject {
  return { ...written(number, "", "", sequence), deleted: true };
}
