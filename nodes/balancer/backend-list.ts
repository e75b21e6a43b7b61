/**
 * Which backends are alive, how they are doing, and what was handed out to them. Leases are judged
 * at the moment of each question, so no timer decides whether a dead backend is still named.
 */
import type { Clock } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import type { Load } from "./load.ts";
import type { Candidate } from "./policy.ts";

export interface Endpoint {
  readonly id: string;
  /** `host:port` */
  readonly address: string;
}

/** One start of a backend; a later start has a higher incarnation. */
export interface Start extends Endpoint {
  readonly incarnation: number;
}

/** What the list knows of a backend. */
export interface Listed extends Start, Candidate {
  readonly handedOutInAll: number;
}

type Entry = { -readonly [Name in keyof Listed]: Listed[Name] } & {
  leaseUntilMs: number;
  /** Of the newest report. */
  sequence: number;
};

/** More would be somebody's mistake, and would fill the memory. */
const backendsAtMost = 10_000;

export class BackendList {
  readonly #clock: Pick<Clock, "monotonicMs">;
  readonly #leaseMs: number;
  readonly #entries = new Map<string, Entry>();
  #turn = 0;
  /** Counts joins and what is handed out. */
  #order = 0;
  /** Grows when somebody joins or leaves, or moves. */
  #version = 0;

  constructor(clock: Pick<Clock, "monotonicMs">, leaseMs: number) {
    this.#clock = clock;
    this.#leaseMs = leaseMs;
  }

  /** How often the list has changed. */
  get version(): number {
    this.#forgetExpired();
    return this.#version;
  }

  /** Everyone with a lease, in the order of joining. */
  get live(): readonly Listed[] {
    this.#forgetExpired();
    return [...this.#entries.values()];
  }

  /** The next turn of whoever takes turns. */
  nextTurn(): number {
    this.#turn += 1;
    return this.#turn;
  }

  /** @throws RpcError when the start is superseded, or its address or incarnation is another's */
  register({ id, address, incarnation }: Start): void {
    this.#forgetExpired();
    const known = this.#entries.get(id);
    if (known !== undefined && known.incarnation > incarnation) throw superseded(id);
    const moved = known?.incarnation === incarnation && known.address !== address;
    if (moved) throw new RpcError("ALREADY_EXISTS", `${id} is registered at ${known.address}`);
    for (const other of this.#entries.values()) {
      if (other.id === id || other.address !== address) continue;
      throw new RpcError("ALREADY_EXISTS", `${address} is registered as that of ${other.id}`);
    }
    if (known?.incarnation === incarnation) {
      this.#renew(known);
      return;
    }
    if (known === undefined && this.#entries.size >= backendsAtMost) {
      throw new RpcError("RESOURCE_EXHAUSTED", `${backendsAtMost} backends are registered already`);
    }
    this.#version += 1;
    this.#order += 1;
    const joinedAt = known?.joinedAt ?? this.#order;
    this.#entries.set(id, {
      id,
      address,
      incarnation,
      load: undefined,
      reportedAtMs: 0,
      firstReportedAtMs: 0,
      handedOut: 0,
      handedOutInAll: 0,
      joinedAt,
      lastTurnAt: known?.lastTurnAt ?? joinedAt,
      leaseUntilMs: this.#clock.monotonicMs() + this.#leaseMs,
      sequence: 0,
    });
  }

  /**
   * Renews the lease and takes over the load, unless a newer report has come already.
   * @throws RpcError NOT_FOUND when this start is not listed, ABORTED when a newer one is
   */
  report(id: string, incarnation: number, sequence: number, load: Load): void {
    const entry = this.#entryOf(id, incarnation);
    this.#renew(entry);
    if (sequence <= entry.sequence) return;
    const nowMs = this.#clock.monotonicMs();
    if (entry.load === undefined) entry.firstReportedAtMs = nowMs;
    entry.sequence = sequence;
    entry.load = load;
    entry.reportedAtMs = nowMs;
    entry.handedOut = 0;
  }

  /** Nothing happens when another start is listed. */
  deregister(id: string, incarnation: number): void {
    if (this.#entries.get(id)?.incarnation !== incarnation) return;
    this.#entries.delete(id);
    this.#version += 1;
  }

  /** A call goes to this backend. */
  handOut(id: string): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) throw new Error(`${id} was chosen and is not listed`);
    entry.handedOut += 1;
    entry.handedOutInAll += 1;
    this.#order += 1;
    entry.lastTurnAt = this.#order;
  }

  #entryOf(id: string, incarnation: number): Entry {
    this.#forgetExpired();
    const entry = this.#entries.get(id);
    if (entry === undefined) throw new RpcError("NOT_FOUND", `${id} is not listed`);
    if (entry.incarnation > incarnation) throw superseded(id);
    if (entry.incarnation < incarnation) {
      throw new RpcError("NOT_FOUND", `only an older incarnation of ${id} is listed`);
    }
    return entry;
  }

  #renew(entry: Entry): void {
    entry.leaseUntilMs = this.#clock.monotonicMs() + this.#leaseMs;
  }

  #forgetExpired(): void {
    const nowMs = this.#clock.monotonicMs();
    for (const [id, { leaseUntilMs }] of this.#entries) {
      if (leaseUntilMs > nowMs) continue;
      this.#entries.delete(id);
      this.#version += 1;
    }
  }
}

function superseded(id: string): RpcError {
  return new RpcError("ABORTED", `a newer incarnation of ${id} is registered`);
}
