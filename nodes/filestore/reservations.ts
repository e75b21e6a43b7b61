/**
 * Reservations of uuids and names at one replica of the quorum protocol, for linearizable writes.
 * A write reserves its whole quorum before it changes anything, so that a write which one replica
 * refuses is applied by none. A reservation outlives a restart; one whose client is gone lapses,
 * and is settled by whoever finds it in the way (see `settle.ts`).
 */
import type { Reservation__Output } from "../../proto/types/proctor/filestore/v1/Reservation.ts";
import type { Clock } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import type { FileStore } from "./store.ts";

export type Reservation = Reservation__Output;

export interface BlockedBy {
  readonly reservation: Reservation;
  readonly lapsed: boolean;
}

interface Held {
  readonly reservation: Reservation;
  readonly lapsesAtMs: number;
  /** Of the uuid when it was reserved; empty when there was none. */
  readonly versionBefore: string;
}

/** What outlives a restart. */
interface Saved {
  readonly held: readonly Held[];
  readonly fenced: readonly string[];
}

const fact = "reservations";
/** As many fenced tickets are remembered, so that a late message of their clients is refused. */
const maxFenced = 1_000;
const maxHeld = 10_000;
/** No client stands in the way of others for longer than this without a sign of life. */
const maxLeaseMs = 60_000;

export class Reservations {
  readonly #clock: Clock;
  readonly #store: FileStore;
  readonly #held = new Map<string, Held>();
  #fenced: string[];

  /** Those of before a restart lapse one lease from now. */
  constructor(clock: Clock, store: FileStore) {
    this.#clock = clock;
    this.#store = store;
    const saved: Saved = JSON.parse(store.fact(fact) ?? '{"held":[],"fenced":[]}');
    this.#fenced = [...saved.fenced];
    for (const { reservation, versionBefore } of saved.held) this.#hold(reservation, versionBefore);
  }

  /** Whose reservation of this uuid or name is in the way of `ticket`; empty: of anybody. */
  blocking(ticket: string, uuid: string, name: string): BlockedBy | null {
    for (const { reservation, lapsesAtMs } of this.#held.values()) {
      if (reservation.ticket === ticket) continue;
      // A deletion gives no name, and holds its file's until it has happened everywhere.
      const reservedName = reservation.name || this.#store.get(reservation.uuid)?.name;
      const sameName = name !== "" && reservedName === name;
      if (reservation.uuid !== uuid && !sameName) continue;
      return { reservation, lapsed: this.#clock.monotonicMs() > lapsesAtMs };
    }
    return null;
  }

  /** Durable when resolved. @throws RpcError when the ticket was fenced, or is one too many */
  async grant(reservation: Reservation): Promise<void> {
    this.mustNotBeFenced(reservation.ticket);
    if (this.#held.size >= maxHeld) {
      throw new RpcError("RESOURCE_EXHAUSTED", `${maxHeld} reservations are held already`);
    }
    this.#hold(reservation, this.#versionOf(reservation.uuid));
    await this.#save();
  }

  mustNotBeFenced(ticket: string): void {
    if (!this.#fenced.includes(ticket)) return;
    throw new RpcError("ABORTED", "this write took too long and was settled by another client");
  }

  /** @throws RpcError ABORTED when the ticket reserves nothing, or was fenced */
  mustHold(ticket: string): void {
    this.mustNotBeFenced(ticket);
    if (!this.#held.has(ticket)) throw new RpcError("ABORTED", "nothing is reserved");
  }

  /**
   * From now on the ticket's client can't install here. Returns the uuid when it has installed
   * before: nobody else can have changed a reserved uuid.
   */
  async fence(ticket: string): Promise<string | undefined> {
    if (!this.#fenced.includes(ticket)) {
      this.#fenced = [...this.#fenced, ticket].slice(-maxFenced);
      await this.#save();
    }
    const held = this.#held.get(ticket);
    if (held === undefined) return undefined;
    const { uuid } = held.reservation;
    return this.#versionOf(uuid) === held.versionBefore ? undefined : uuid;
  }

  async release(ticket: string): Promise<void> {
    if (this.#held.delete(ticket)) await this.#save();
  }

  #versionOf(uuid: string): string {
    return this.#store.get(uuid)?.version ?? "";
  }

  #hold(reservation: Reservation, versionBefore: string): void {
    const lapsesAtMs = this.#clock.monotonicMs() + Math.min(reservation.leaseMs, maxLeaseMs);
    this.#held.set(reservation.ticket, { reservation, lapsesAtMs, versionBefore });
  }

  #save(): Promise<void> {
    const saved: Saved = { held: [...this.#held.values()], fenced: this.#fenced };
    return this.#store.setFact(fact, JSON.stringify(saved));
  }
}
