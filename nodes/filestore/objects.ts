/** Objects as they travel from one node to another. */
import type { FileObject__Output } from "../../proto/types/proctor/filestore/v1/FileObject.ts";
import { RpcError } from "../host/rpc-error.ts";
import { refusedDelete, refusedWrite } from "./input.ts";
import type { FileObject, FileStore } from "./store.ts";

/**
 * An object that was received, with the number made a number.
 * @throws RpcError INVALID_ARGUMENT when no replica may hold it
 */
export function toObject(message: FileObject__Output): FileObject {
  const { uuid, deleted } = message;
  const refused = deleted ? refusedDelete(message) : refusedWrite(message);
  if (refused !== undefined) throw new RpcError("INVALID_ARGUMENT", refused);
  const object = { ...message, uuid: uuid.toLowerCase(), sequence: Number(message.sequence) };
  return deleted ? { ...object, name: "", content: "" } : object;
}

/** What a replica holds of a uuid, ready to be sent: a deleted object goes without its name. */
export async function objectOf(store: FileStore, uuid: string): Promise<FileObject | null> {
  const known = store.get(uuid);
  if (known === undefined) return null;
  const content = await store.content(known);
  if (content !== undefined) return { ...known, content };
  return { ...known, name: "", content: "", deleted: true };
}
