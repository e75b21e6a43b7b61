/**
 * Drives transactions through two-phase commit: sends what `coordinator.ts` says, hears the votes,
 * and brings every decision to every voter. What may be answered, and what may be presumed, follows
 * from the order here: a commit is durable before it is sent, and no vote counts after a time-out.
 */
import type { Host } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import type { Client } from "../host/service.ts";
import { attemptKey } from "./call-log.ts";
import { begin, type Coordination, onAcknowledgement, onTimeout, onVote } from "./coordinator.ts";
import type { Refusal, Transfer } from "./ledger.ts";
import type { Bank } from "./protocol.ts";

export interface Limits {
  /** Of one call to a voter, in milliseconds. */
  readonly prepareTimeoutMs: number;
  /** From the first call until the last vote, in milliseconds; then it is aborted. */
  readonly transactionTimeoutMs: number;
}

/** What each voter is to do, by the bank's name. */
export type Parts = ReadonlyMap<string, Transfer>;

export type Verdict =
  | { readonly decision: "commit" }
  | { readonly decision: "abort"; readonly refusal: Refusal; readonly bank: string }
  /** A voter did not vote in time. */
  | { readonly decision: "abort"; readonly error: string };

/** Between repeated calls, in milliseconds; doubled each time. */
const firstPauseMs = 20;
const longestPauseMs = 1_000;

export class TwoPhaseCommit {
  readonly #host: Host;
  readonly #bank: (name: string) => Client<typeof Bank>;
  readonly #limits: Limits;
  /** Where banks in doubt may ask, as `host:port`. */
  readonly #coordinators: () => readonly string[];

  constructor(
    host: Host,
    bank: (name: string) => Client<typeof Bank>,
    limits: Limits,
    coordinators: () => readonly string[],
  ) {
    this.#host = host;
    this.#bank = bank;
    this.#limits = limits;
    this.#coordinators = coordinators;
  }

  /** @throws RpcError NOT_FOUND when there is no such bank */
  checkBank(name: string): void {
    this.#bank(name);
  }

  /** The first phase: asks all voters and decides. Nobody has been told of the decision. */
  async vote(parts: Parts): Promise<Verdict> {
    const { transactionTimeoutMs } = this.#limits;
    const endsAt = this.#host.clock.monotonicMs() + transactionTimeoutMs;
    const voters = [...parts.keys()];
    let coordination: Coordination = begin(voters);
    const decided = Promise.withResolvers<Verdict>();
    for (const [bank, transfer] of parts) {
      this.#ask(bank, transfer, endsAt).then(
        ({ vote, refusal }) => {
          coordination = onVote(coordination, bank, vote === "YES", voters);
          if (coordination.phase === "committed") decided.resolve({ decision: "commit" });
          else if (vote === "NO") decided.resolve({ decision: "abort", refusal, bank });
        },
        (error: unknown) => {
          coordination = onTimeout(coordination);
          decided.resolve({ decision: "abort", error: `${bank} has not voted: ${error}` });
        },
      );
    }
    return decided.promise;
  }

  /** Tells every voter of a commit until all have acknowledged, for ever if need be. */
  async commit(transaction: string, voters: readonly string[]): Promise<void> {
    let coordination: Coordination = { phase: "committed", awaited: new Set(voters) };
    const tell = async (bank: string) => {
      await this.#repeat(async (attempt) => {
        const metadata = { [attemptKey]: `${attempt}` };
        const timeoutMs = this.#limits.prepareTimeoutMs;
        await this.#bank(bank).commit({ transaction }, { timeoutMs, metadata });
      });
      coordination = onAcknowledgement(coordination, bank);
    };
    await Promise.all(voters.map(tell));
  }

  /** Tells every voter of an abort, once: whoever does not hear it will ask. */
  async abort(transaction: string, voters: readonly string[]): Promise<void> {
    const timeoutMs = this.#limits.prepareTimeoutMs;
    await Promise.allSettled(
      voters.map((bank) => this.#bank(bank).abort({ transaction }, { timeoutMs })),
    );
  }

  /** A voter's vote. It is asked again while there is time: to prepare twice is to prepare once. */
  async #ask(bank: string, transfer: Transfer, endsAt: number) {
    const { clock } = this.#host;
    return await this.#repeat((attempt) => {
      const leftMs = endsAt - clock.monotonicMs();
      const timeoutMs = Math.min(this.#limits.prepareTimeoutMs, leftMs);
      const metadata = { [attemptKey]: `${attempt}` };
      const request = { ...transfer, coordinators: [...this.#coordinators()] };
      return this.#bank(bank).prepare(request, { timeoutMs, metadata });
    }, endsAt);
  }

  /** @throws what the last attempt threw, when it is too late for another */
  async #repeat<Result>(
    attempt: (number: number) => Promise<Result>,
    endsAt = Number.POSITIVE_INFINITY,
  ): Promise<Result> {
    const { clock, random } = this.#host;
    for (let number = 1; ; number += 1) {
      try {
        return await attempt(number);
      } catch (error) {
        if (!(error instanceof RpcError)) throw error;
        const longestMs = Math.min(firstPauseMs * 2 ** Math.min(number, 10), longestPauseMs);
        const pauseMs = longestMs * (0.5 + random.number() / 2);
        const isOver = clock.monotonicMs() + pauseMs >= endsAt;
        if (isOver || (endsAt < Number.POSITIVE_INFINITY && isHopeless(error))) throw error;
        await clock.sleep(pauseMs);
      }
    }
  }
}

/** Another attempt would be answered in the same way. */
function isHopeless({ code }: RpcError): boolean {
  return ["INVALID_ARGUMENT", "FAILED_PRECONDITION", "PERMISSION_DENIED"].includes(code);
}
