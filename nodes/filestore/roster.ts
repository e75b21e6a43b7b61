/**
 * The registry's list of who is alive. It is kept on disk, so that a registry that was restarted
 * neither forgets who the primary is nor declares anybody dead before a whole lease has passed.
 */
import type { Host, Repeating } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import type { Member } from "./membership.ts";
import { Primary } from "./protocol.ts";

interface Entry {
  readonly member: Member;
  leaseUntilMs: number;
}

/** What outlives a restart. */
interface Saved {
  readonly generation: number;
  /** The first replica that ever registered; it stays the primary. */
  readonly primaryId: string | undefined;
  /** Every id that ever registered. */
  readonly ids: readonly string[];
  readonly members: readonly Member[];
}

export interface RosterLimits {
  readonly leaseMs: number;
  /** Quorum: more would let two quorums miss each other. */
  readonly maxMembers?: number;
}

const file = "roster.json";
const sweepsPerLease = 10;
const notifyRetryMs = 100;

export class Roster {
  readonly #host: Host;
  readonly #limits: RosterLimits;
  readonly #hasPrimary: boolean;
  readonly #entries = new Map<string, Entry>();
  readonly #ids: Set<string>;
  #primaryId: string | undefined;
  /** Grows with every change of the list. */
  #generation: number;
  /** What the primary may hear: the newest list that a restart would find again. */
  #durable: { readonly generation: number; readonly members: readonly Member[] };
  #notifying = false;
  #closed = false;
  #sweeping: Repeating | undefined;

  private constructor(host: Host, limits: RosterLimits, hasPrimary: boolean, saved: Saved) {
    this.#host = host;
    this.#limits = limits;
    this.#hasPrimary = hasPrimary;
    this.#generation = saved.generation;
    this.#durable = saved;
    this.#primaryId = saved.primaryId;
    this.#ids = new Set(saved.ids);
    for (const member of saved.members) this.#grant(member);
  }

  static async open(
    host: Host,
    limits: RosterLimits,
    options: { readonly hasPrimary: boolean },
  ): Promise<Roster> {
    const bytes = await host.disk.read(file);
    const nothing: Saved = { generation: 0, primaryId: undefined, ids: [], members: [] };
    const saved = bytes === undefined ? nothing : JSON.parse(new TextDecoder().decode(bytes));
    const roster = new Roster(host, limits, options.hasPrimary, saved);
    const periodMs = limits.leaseMs / sweepsPerLease;
    roster.#sweeping = host.clock.every(periodMs, () => roster.#sweep());
    // A change may have been saved, and the primary not told of it, before a restart.
    void roster.#tellPrimary();
    return roster;
  }

  /** Takes nobody off the list any more, and tells nobody. */
  close(): void {
    this.#closed = true;
    this.#sweeping?.stop();
  }

  /** Everyone with a lease, in the order of first registration. */
  get members(): Member[] {
    return [...this.#entries.values()].map(({ member }) => member);
  }

  /** The primary, while it has a lease. */
  get primary(): Member | null {
    return this.#entries.get(this.#primaryId ?? "")?.member ?? null;
  }

  /** @throws RpcError when the member is malformed, superseded, or one too many */
  async register(member: Member): Promise<void> {
    if (member.id === "" || !/^[^\s:]+:\d+$/.test(member.address)) {
      throw new RpcError("INVALID_ARGUMENT", "a member needs an id and an address host:port");
    }
    const known = this.#entries.get(member.id)?.member;
    if (known !== undefined && known.incarnation > member.incarnation) throw superseded(member.id);
    const { maxMembers = Number.POSITIVE_INFINITY } = this.#limits;
    if (!this.#ids.has(member.id) && this.#ids.size >= maxMembers) {
      const details = `this registry was started for ${maxMembers} replicas: ${[...this.#ids]}`;
      throw new RpcError("RESOURCE_EXHAUSTED", details);
    }
    this.#ids.add(member.id);
    if (this.#hasPrimary) this.#primaryId ??= member.id;
    this.#grant(member);
    await this.#changed();
  }

  /** @throws RpcError NOT_FOUND without a lease, ABORTED when a newer incarnation has one */
  renew(id: string, incarnation: number): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) throw new RpcError("NOT_FOUND", `${id} has no lease`);
    if (entry.member.incarnation > incarnation) throw superseded(id);
    if (entry.member.incarnation < incarnation) throw new RpcError("NOT_FOUND", `${id} is new`);
    entry.leaseUntilMs = this.#host.clock.monotonicMs() + this.#limits.leaseMs;
  }

  async remove(id: string, incarnation: number): Promise<void> {
    if (this.#entries.get(id)?.member.incarnation !== incarnation) return;
    this.#entries.delete(id);
    await this.#changed();
  }

  #grant(member: Member): void {
    const leaseUntilMs = this.#host.clock.monotonicMs() + this.#limits.leaseMs;
    this.#entries.set(member.id, { member, leaseUntilMs });
  }

  async #sweep(): Promise<void> {
    const nowMs = this.#host.clock.monotonicMs();
    const expired = [...this.#entries].filter(([, { leaseUntilMs }]) => leaseUntilMs < nowMs);
    if (expired.length === 0) return;
    for (const [id] of expired) {
      this.#entries.delete(id);
      this.#host.log.warn("a lease ran out", { member: id });
    }
    await this.#changed();
  }

  async #changed(): Promise<void> {
    this.#generation += 1;
    const saved: Saved = {
      generation: this.#generation,
      primaryId: this.#primaryId,
      ids: [...this.#ids],
      members: this.members,
    };
    await this.#host.disk.replace(file, new TextEncoder().encode(JSON.stringify(saved)));
    this.#durable = saved;
    void this.#tellPrimary();
  }

  /** Tells the primary who is alive, again and again until it has heard the newest list. */
  async #tellPrimary(): Promise<void> {
    if (this.#notifying) return;
    this.#notifying = true;
    for (let heard = -1; heard < this.#durable.generation && !this.#closed; ) {
      const { primary } = this;
      if (primary === null) break;
      const { generation, members } = this.#durable;
      const list = { generation, members: [...members] };
      try {
        await this.#host
          .connect(Primary, primary.address)
          .updateMembers(list, { timeoutMs: 1_000 });
        heard = generation;
      } catch (error) {
        this.#host.log.debug("the primary did not hear of a change", { error: String(error) });
        await this.#host.clock.sleep(notifyRetryMs);
      }
    }
    this.#notifying = false;
  }
}

function superseded(id: string): RpcError {
  return new RpcError("ABORTED", `a newer incarnation of ${id} has registered`);
}
