/** What a client may send. Whatever breaks a rule is refused by its status and changes nothing. */
import { type Status, status } from "./status.ts";

/** Limit of a file's content, in bytes of UTF-8. */
export const maxContentBytes = 1024 * 1024;

/** What file systems take, in bytes of UTF-8. */
const maxNameBytes = 255;

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(text: string): boolean {
  return uuidPattern.test(text);
}

/** A plain file name: no path, nothing hidden, nothing that a file system would refuse. */
export function isName(name: string): boolean {
  return (
    name !== "" &&
    !name.startsWith(".") &&
    !name.includes("/") &&
    !name.includes("\0") &&
    name.isWellFormed() &&
    bytesOf(name, maxNameBytes) <= maxNameBytes
  );
}

/** Bytes of UTF-8, counted only where the number of characters leaves it open. */
function bytesOf(text: string, limit: number): number {
  return text.length * 3 <= limit ? text.length : Buffer.byteLength(text);
}

/** Why a write is refused before anything is looked up, or undefined. */
export function refusedWrite(request: {
  readonly uuid: string;
  readonly name: string;
  readonly content: string;
}): Status | undefined {
  if (!isUuid(request.uuid)) return status.badUuid;
  if (!isName(request.name)) return status.badName;
  if (bytesOf(request.content, maxContentBytes) > maxContentBytes) return status.tooLarge;
  return undefined;
}

/** Why a delete is refused before anything is looked up, or undefined. */
export function refusedDelete(request: { readonly uuid: string }): Status | undefined {
  return isUuid(request.uuid) ? undefined : status.badUuid;
}
