/**
 * A replica's standing with the registry: it registers, keeps its lease by heartbeats, and learns
 * who the primary is. A replica serves clients only while it holds its lease by its own clock,
 * counted from before the heartbeat was sent: the registry never thinks it gone before that
 * (Gray and Cheriton 1989, "Leases").
 */
import type { Host, Repeating } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import type { Client } from "../host/service.ts";
import { Registry } from "./protocol.ts";

/** One replica as the registry knows it. */
export interface Member {
  readonly id: string;
  readonly address: string;
  /** Grows at every start and every loss of the lease. */
  readonly incarnation: number;
}

/** A number that outlives restarts, one higher each time. */
export type NextIncarnation = () => Promise<number>;

export interface JoinOptions {
  /** Where it answers. */
  readonly registry: string;
  readonly joinTimeoutMs: number;
  /** What the registry is told instead of the replica's own address. */
  readonly advertise?: string | undefined;
}

/** A heartbeat goes out this often in the time of one lease. */
const heartbeatsPerLease = 4;
const retryMs = 100;

export class Membership {
  readonly #host: Host;
  readonly #registry: Client<typeof Registry>;
  readonly #registryAddress: string;
  readonly #address: string;
  readonly #nextIncarnation: NextIncarnation;
  #incarnation = 0;
  #leaseMs = 0;
  #leaseUntilMs = 0;
  #primary: Member | null = null;
  #left = false;
  #heartbeat: Repeating | undefined;

  private constructor(
    host: Host,
    registry: string,
    address: string,
    nextIncarnation: NextIncarnation,
  ) {
    this.#host = host;
    this.#registry = host.connect(Registry, registry);
    this.#registryAddress = registry;
    this.#address = address;
    this.#nextIncarnation = nextIncarnation;
  }

  /**
   * Registers and keeps the lease from then on.
   * @param address where this replica answers
   * @throws RpcError when no registry answers within `timeoutMs`, or when it refuses
   */
  static async join(
    host: Host,
    options: JoinOptions,
    address: string,
    nextIncarnation: NextIncarnation,
  ): Promise<Membership> {
    const { registry, advertise = address } = options;
    const membership = new Membership(host, registry, advertise, nextIncarnation);
    await membership.#registerWithin(options.joinTimeoutMs);
    const periodMs = membership.#leaseMs / heartbeatsPerLease;
    membership.#heartbeat = host.clock.every(periodMs, () => membership.#renew());
    return membership;
  }

  /** The primary, as far as it is known and alive. */
  get primary(): Member | null {
    return this.#primary;
  }

  get incarnation(): number {
    return this.#incarnation;
  }

  /** Whether the registry certainly still counts this replica among the living. */
  holdsLease(): boolean {
    return !this.#left && this.#host.clock.monotonicMs() < this.#leaseUntilMs;
  }

  /** Gives the lease back. */
  async leave(): Promise<void> {
    this.#left = true;
    this.#heartbeat?.stop();
    const request = { id: this.#host.id, incarnation: this.#incarnation };
    await this.#registry
      .deregister(request, { timeoutMs: this.#leaseMs })
      .catch((error) => this.#host.log.warn("could not deregister", { error: String(error) }));
  }

  async #registerWithin(timeoutMs: number): Promise<void> {
    const deadlineMs = this.#host.clock.monotonicMs() + timeoutMs;
    for (;;) {
      try {
        return await this.#register();
      } catch (error) {
        const passing = error instanceof RpcError && error.code !== "RESOURCE_EXHAUSTED";
        if (!passing) throw error;
        if (this.#host.clock.monotonicMs() > deadlineMs) {
          const details = `no registry answers at ${this.#registryAddress}: ${error.details}`;
          throw new RpcError("UNAVAILABLE", details);
        }
        await this.#host.clock.sleep(retryMs);
      }
    }
  }

  async #register(): Promise<void> {
    this.#incarnation = await this.#nextIncarnation();
    const sentMs = this.#host.clock.monotonicMs();
    const { id } = this.#host;
    const member = { id, address: this.#address, incarnation: this.#incarnation };
    const answer = await this.#registry.register({ member }, { timeoutMs: 1_000 });
    this.#leaseMs = answer.leaseMs;
    this.#leaseUntilMs = sentMs + answer.leaseMs;
    this.#primary = answer.primary && toMember(answer.primary);
  }

  async #renew(): Promise<void> {
    const sentMs = this.#host.clock.monotonicMs();
    const request = { id: this.#host.id, incarnation: this.#incarnation };
    try {
      // A heartbeat that is lost leaves time for the next one.
      const timeoutMs = this.#leaseMs / 2;
      const answer = await this.#registry.heartbeat(request, { timeoutMs });
      this.#leaseUntilMs = sentMs + this.#leaseMs;
      this.#primary = answer.primary && toMember(answer.primary);
    } catch (error) {
      const code = error instanceof RpcError ? error.code : undefined;
      // The lease was given back while this heartbeat was under way.
      if (this.#left) return;
      if (code === "NOT_FOUND") {
        this.#host.log.warn("the lease was lost; registering again");
        this.#leaseUntilMs = 0;
        await this.#register();
      } else if (code === "ABORTED") {
        this.#leaseUntilMs = 0;
        this.#heartbeat?.stop();
        this.#host.log.error("a newer process runs under this id; this one serves no more");
      } else {
        this.#host.log.debug("no answer to a heartbeat", { error: String(error) });
      }
    }
  }
}

interface MemberMessage {
  readonly id: string;
  readonly address: string;
  readonly incarnation: string;
}

/** A member as it travels, with the number made a number. */
export function toMember(message: MemberMessage): Member {
  return { ...message, incarnation: Number(message.incarnation) };
}
