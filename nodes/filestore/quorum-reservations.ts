/** The replica's part in linearizable writes and write-backs: reserve, install, release, fence. */
import type { Clock } from "../host/host.ts";
import type { Mutex } from "../host/mutex.ts";
import { RpcError } from "../host/rpc-error.ts";
import type { Handlers } from "../host/service.ts";
import { isName, isUuid } from "./input.ts";
import { objectOf, toObject } from "./objects.ts";
import type { Quorum } from "./protocol.ts";
import type { QuorumUpdates } from "./quorum-updates.ts";
import type { Reservations } from "./reservations.ts";
import { status } from "./status.ts";
import type { FileStore } from "./store.ts";
import { isVersion } from "./version.ts";

export interface QuorumState {
  readonly clock: Clock;
  readonly store: FileStore;
  readonly reservations: Reservations;
  readonly updates: QuorumUpdates;
  /** One task at a time decides about the store and its reservations. */
  readonly turns: Mutex;
}

export function reservationHandlers(state: QuorumState): Handlers<typeof Quorum> {
  const { clock, store, reservations, updates, turns } = state;
  return {
    reserve: ({ reservation }) =>
      turns.run(async () => {
        if (reservation === null || reservation.ticket === "" || !isUuid(reservation.uuid)) {
          throw new RpcError("INVALID_ARGUMENT", "a reservation needs a ticket and a uuid");
        }
        const { ticket, name } = reservation;
        const uuid = reservation.uuid.toLowerCase();
        const blocked = reservations.blocking(ticket, uuid, name);
        if (blocked !== null) return { blocked };
        if (isName(name) && (await store.isForeign(name))) {
          throw new RpcError("ALREADY_EXISTS", status.sameName);
        }
        await reservations.grant({ ...reservation, uuid });
        const owner = store.ownerOf(name);
        const namesake = owner === uuid ? "" : (owner ?? "");
        return { held: await objectOf(store, uuid), namesake };
      }),

    install: async ({ ticket, settling, object: message }) => {
      if (message === null) throw new RpcError("INVALID_ARGUMENT", "no object is given");
      const object = toObject(message);
      if (!isVersion(object.version, clock)) {
        throw new RpcError("INVALID_ARGUMENT", status.badVersion);
      }
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
