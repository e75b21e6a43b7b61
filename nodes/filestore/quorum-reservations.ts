/** The replica's part in linearizable writes and write-backs: reserve, install, release, fence. */
import type { Mutex } from "../host/mutex.ts";
import { RpcError } from "../host/rpc-error.ts";
import type { Handlers } from "../host/service.ts";
import { toObject } from "./backup.ts";
import { isUuid } from "./input.ts";
import type { Quorum } from "./protocol.ts";
import type { QuorumUpdates } from "./quorum-updates.ts";
import type { Reservations } from "./reservations.ts";
import type { FileObject, FileStore } from "./store.ts";

/** @param turns one task at a time decides about the store and its reservations */
export function reservationHandlers(
  store: FileStore,
  reservations: Reservations,
  updates: QuorumUpdates,
  turns: Mutex,
): Handlers<typeof Quorum> {
  return {
    reserve: ({ reservation }) =>
      turns.run(async () => {
        if (reservation === null || !isUuid(reservation.uuid)) {
          throw new RpcError("INVALID_ARGUMENT", "a reservation needs a uuid");
        }
        const { ticket, uuid, name } = reservation;
        const blocked = reservations.blocking(ticket, uuid, name);
        if (blocked !== null) return { blocked };
        await reservations.grant(reservation);
        const owner = store.ownerOf(name);
        const namesake = owner === uuid ? "" : (owner ?? "");
        return { held: await objectOf(store, uuid), namesake };
      }),

    install: async ({ ticket, settling, object: message }) => {
      if (message === null) throw new RpcError("INVALID_ARGUMENT", "no object is given");
      const object = toObject(message);
      const blocking = () =>
        ticket === "" ? reservations.blocking("", object.uuid, object.name) : null;
      const blocked = blocking();
      if (blocked !== null) return { blocked };
      const check = () => {
        if (blocking() !== null) throw new RpcError("ABORTED", "it was reserved meanwhile");
        if (ticket !== "" && !settling) reservations.mustHold(ticket);
      };
      await updates.execute({ kind: "install", object, check });
      return {};
    },

    release: ({ ticket }) =>
      turns.run(async () => {
        await reservations.release(ticket);
        return {};
      }),

    fence: ({ ticket }) =>
      turns.run(async () => {
        const uuid = await reservations.fence(ticket);
        return { installed: uuid === undefined ? null : await objectOf(store, uuid) };
      }),
  };
}

/** An object as it travels: a deleted one without its name. */
async function objectOf(store: FileStore, uuid: string): Promise<FileObject | null> {
  const known = store.get(uuid);
  if (known === undefined) return null;
  const content = await store.content(known);
  if (content !== undefined) return { ...known, content };
  return { ...known, name: "", content: "", deleted: true };
}
