/**
 * Who leads: notices that the primary is gone, finds out who holds most, and takes over when that
 * is this server. (Liskov and Cowling 2012, section 4.2, view changes; the newest state leads, so
 * that no log needs to be sent to the new primary.)
 */
import type { State__Output as StateMessage } from "../../proto/types/proctor/failover/v1/State.ts";
import type { CallOptions } from "../host/host.ts";
import { RpcError, toRpcError } from "../host/rpc-error.ts";
import type { RequestOf } from "../host/service.ts";
import { nextEpoch, noEpoch, primaryOf } from "./epochs.ts";
import { designated, isAhead, type State } from "./guarantee.ts";
import { Primary } from "./primary.ts";
import type { Peer } from "./protocol.ts";
import type { Replica } from "./replica.ts";

/** How long there has been no primary, and what was done about it. */
interface Leaderless {
  readonly since: number;
  elections: number;
  /** No election before this time. */
  nextAt: number;
}

export class Succession {
  readonly #replica: Replica;
  /** By rank: since when a server has been silent, or that it refuses calls. */
  readonly #silent = new Map<number, { readonly since: number; readonly refused: boolean }>();
  /** Number of the primary's last answer. */
  #heard = 0;
  #running: Promise<void> | undefined;
  #leaderless: Leaderless | undefined;
  #missing = "";
  #stopped = false;

  constructor(replica: Replica) {
    this.#replica = replica;
  }

  /** Goes on for as long as the server runs. */
  async run(): Promise<void> {
    const { host, options } = this.#replica;
    while (!this.#stopped) {
      await this.check();
      // Three heartbeats within a lease, each a little off, so that no two servers keep in step.
      const pause = (options.leaseMs / 3) * (0.8 + 0.4 * host.random.number());
      await host.clock.sleep(pause);
    }
  }

  stop(): void {
    this.#stopped = true;
  }

  /** Makes sure that there is a primary, and renews the lease. Never twice at once. */
  check(): Promise<void> {
    this.#running ??= this.#check().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #check(): Promise<void> {
    const replica = this.#replica;
    if (this.#stopped) return;
    if (replica.primary !== undefined) return this.#look(replica.primary);
    const { heardAt } = replica;
    if (replica.leader !== replica.rank && (await this.#heartbeat(replica.leader))) {
      this.#leaderless = undefined;
      return;
    }
    this.#leaderless ??= { since: replica.host.clock.monotonicMs(), elections: 0, nextAt: 0 };
    if (await this.#isMyTurn(this.#leaderless)) await this.#elect(heardAt);
  }

  /** All would ask all others at once: the first in line does so, the others when it does not. */
  async #isMyTurn(leaderless: Leaderless): Promise<boolean> {
    const { host, options } = this.#replica;
    const now = host.clock.monotonicMs();
    if (now < leaderless.nextAt) return false;
    if (now - leaderless.since < 2 * options.leaseMs) {
      for (const rank of this.#line()) {
        const state = await this.#ask(rank, (peer, call) => peer.survey({}, call));
        if (state === undefined) continue;
        // A server that comes back learns so whom the others follow.
        this.#replica.follow(state.promised);
        return false;
      }
    }
    const pauseMs = (options.leaseMs / 3) * 2 ** Math.min(leaderless.elections, 4);
    leaderless.elections += 1;
    leaderless.nextAt = now + pauseMs * (0.5 + host.random.number());
    return true;
  }

  /** The ranks that come before this one after the last primary, as far as they were live. */
  #line(): number[] {
    const { stayed, standing, others, servers, rank, promised } = this.#replica;
    const last = promised === noEpoch ? servers - 1 : primaryOf(promised, servers);
    const turn = (each: number) => (each - last - 1 + servers) % servers;
    const present = stayed ? standing.membership.live : others;
    return present
      .filter((each) => turn(each) < turn(rank))
      .toSorted((one, other) => turn(one) - turn(other));
  }

  /** A primary that nobody follows may have been succeeded without a word. */
  async #look(primary: Primary): Promise<void> {
    primary.probe();
    if (!primary.isReady || primary.readableMs > 0) return;
    for (const { promised } of await this.#survey()) this.#replica.follow(promised);
  }

  async #survey(): Promise<State[]> {
    const answers = await Promise.all(
      this.#replica.others.map((other) => this.#ask(other, (peer, call) => peer.survey({}, call))),
    );
    return answers.filter((each) => each !== undefined).map(toState);
  }

  /** @returns whether the primary was there */
  async #heartbeat(leader: number): Promise<boolean> {
    const replica = this.#replica;
    const sentAt = replica.host.clock.monotonicMs();
    const { promised } = replica;
    const epoch = replica.isNormal ? promised : noEpoch;
    const request = { rank: replica.rank, epoch, heard: this.#heard, promised };
    const answer = await this.#ask(leader, (peer, call) => peer.heartbeat(request, call));
    if (answer === undefined) return false;
    if (answer.epoch > promised || replica.promised !== promised) {
      replica.follow(answer.epoch);
      return false;
    }
    if (!answer.primary) return false;
    this.#heard = answer.number;
    replica.hear();
    if (!replica.isNormal) return true;
    replica.setCommitted(Number(answer.committed));
    const isNew = !replica.lease.isValid;
    replica.lease.extend(sentAt, answer.leaseMs);
    if (isNew && replica.lease.isValid) replica.announce();
    return true;
  }

  /** @param heardAt when a primary was last heard before this began */
  async #elect(heardAt: number): Promise<void> {
    const replica = this.#replica;
    const { servers, rank, options } = replica;
    const answers = await this.#survey();
    const newest = Math.max(...answers.map(({ promised }) => promised));
    const [led] = answers
      .filter(({ primary }) => primary)
      .toSorted((one, other) => other.promised - one.promised);
    if (led !== undefined) {
      // A primary that is told of a newer epoch makes room for one.
      replica.follow(newest);
      await this.#heartbeat(led.rank);
      return;
    }
    const states = [replica.state, ...answers];
    const { normalEpoch } = states.reduce((one, other) => (isAhead(other, one) ? other : one));
    const before = normalEpoch === noEpoch ? -1 : primaryOf(normalEpoch, servers);
    const next = designated(options.guarantee.eligible(states), before, servers);
    if (next?.rank !== rank || this.#isStuck(states)) return;
    await this.#takeOver(Math.max(newest, replica.promised), heardAt);
  }

  /** Whether too many are missing for a new epoch. */
  #isStuck(states: readonly State[]): boolean {
    const { servers, rank, stayed, options, host } = this.#replica;
    const crashed = this.#crashed();
    const missing = options.guarantee.missing({ servers, rank, stayed, states, crashed });
    const text = missing.join(", ");
    if (text !== this.#missing && text !== "") {
      host.log.warn("waits for servers that may hold newer data", { ranks: missing });
    }
    this.#missing = text;
    return missing.length > 0;
  }

  async #takeOver(after: number, heardAt: number): Promise<void> {
    const replica = this.#replica;
    const { servers, rank, options } = replica;
    const epoch = nextEpoch(after, rank, servers);
    replica.host.log.info("asks for promises", { epoch });
    await this.#unbound();
    // A primary that was heard meanwhile is alive.
    if (replica.promised >= epoch || replica.heardAt !== heardAt) return;
    await replica.promise(epoch);
    const answers = await Promise.all(
      replica.others.map((other) =>
        this.#ask(other, (peer, call) => peer.promise({ epoch }, call)),
      ),
    );
    const given = answers.filter((each) => each?.promised === true);
    const states = [replica.state, ...given.map((each) => toState(each?.state ?? null))];
    for (const each of answers) replica.follow(each?.state?.promised ?? epoch);
    const isNewest = options.guarantee
      .eligible(states)
      .every((state) => state.rank === rank || !isAhead(state, replica.state));
    if (replica.promised !== epoch || !isNewest || this.#isStuck(states)) return;
    const primary = new Primary(
      replica,
      epoch,
      states.map((state) => state.rank),
    );
    replica.primary = primary;
    try {
      await primary.begin();
    } catch (error) {
      // It ends early when a newer epoch begins. A disk that fails ends the server.
      if (!(error instanceof RpcError)) throw error;
    }
  }

  /** Promises to follow no earlier epoch, once that harms no read of the present one. */
  async promise({ epoch }: RequestOf<typeof Peer, "promise">): Promise<boolean> {
    const replica = this.#replica;
    if (epoch < 0 || primaryOf(epoch, replica.servers) === replica.rank) {
      throw new RpcError("INVALID_ARGUMENT", `epoch ${epoch} can't be promised to another server`);
    }
    replica.refuseFarEpoch(epoch);
    const { heardAt } = replica;
    const isLed = () => replica.heardAt !== heardAt || (replica.primary?.readableMs ?? 0) > 0;
    if (epoch > replica.promised) await this.#unbound();
    // A primary that is followed goes on, whatever the one who asks believes.
    if (epoch <= replica.promised || isLed()) return false;
    await replica.promise(epoch);
    return replica.promised === epoch;
  }

  /** Until then the present primary may be counting on this server. */
  async #unbound(): Promise<void> {
    const { boundMs, host } = this.#replica;
    if (boundMs > 0) await host.clock.sleep(boundMs);
  }

  #crashed(): Set<number> {
    const { host, options } = this.#replica;
    const now = host.clock.monotonicMs();
    const dead = [...this.#silent].filter(
      ([, { since, refused }]) => refused || now - since >= options.silenceMs,
    );
    return new Set(dead.map(([rank]) => rank));
  }

  /** @returns undefined when there was no answer; how long that has been so is remembered */
  async #ask<Result>(
    rank: number,
    call: (peer: ReturnType<Replica["peer"]>, options: CallOptions) => Promise<Result>,
  ): Promise<Result | undefined> {
    const { host, options } = this.#replica;
    const startedAt = host.clock.monotonicMs();
    try {
      // A promise may have to wait for one lease.
      const timeoutMs = 2 * options.leaseMs;
      const answer = await call(this.#replica.peer(rank), { timeoutMs });
      this.#silent.delete(rank);
      return answer;
    } catch (error) {
      const { code, definite } = toRpcError(error);
      const since = this.#silent.get(rank)?.since ?? startedAt;
      this.#silent.set(rank, { since, refused: code === "UNAVAILABLE" && definite });
      return undefined;
    }
  }
}

function toState(message: StateMessage | null): State {
  if (message === null || message.membership === null) {
    throw new RpcError("INVALID_ARGUMENT", "a server did not tell its state");
  }
  const { membership, sequence } = message;
  return { ...message, membership, sequence: Number(sequence) };
}
