/** What every replica answers from its own store, whatever the protocol. */
import type { ListResponse } from "../../proto/types/proctor/filestore/v1/ListResponse.ts";
import type { ReadResponse } from "../../proto/types/proctor/filestore/v1/ReadResponse.ts";
import { isUuid } from "./input.ts";
import { outcomeOfRead } from "./scenario.ts";
import { status } from "./status.ts";
import type { FileStore } from "./store.ts";

/** READ: status, and what the scenario table says goes with it. */
export async function readObject(store: FileStore, uuid: string): Promise<ReadResponse> {
  if (!isUuid(uuid)) return { status: status.badUuid };
  const known = store.get(uuid.toLowerCase());
  if (known === undefined) return { status: outcomeOfRead(undefined, false) };
  const { name, version } = known;
  const content = await store.content(known);
  const outcome = outcomeOfRead(known, content !== undefined);
  if (outcome !== status.success) return { status: outcome, version };
  return { status: outcome, name, content: content ?? "", version };
}

/** LIST: some objects a message. */
export async function* listObjects(store: FileStore): AsyncGenerator<ListResponse> {
  const perMessage = 4;
  const objects = await store.list();
  for (let from = 0; from < objects.length; from += perMessage) {
    const some = objects.slice(from, from + perMessage);
    yield { objects: some.map((object) => (object.deleted ? { ...object, name: "" } : object)) };
  }
}
