/**
 * One customer: carries out one event after the other, at whichever branch it is told, and keeps
 * what it must remember between them: its clock, and what it has seen and written.
 */
import type { Host } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import { Lamport, type Message, type MessageEvent, type OperationName } from "./lamport.ts";
import type { Mode } from "./mode.ts";
import { Branch } from "./protocol.ts";
import { merge, readVersion, toVersions, type Version } from "./versions.ts";

/** One thing that a customer does. */
export interface CustomerEvent {
  readonly operation: OperationName;
  /** Not negative; of a query it says nothing. */
  readonly money: bigint;
  /** The number of the branch that is asked, and where it answers. */
  readonly branch: number;
  readonly address: string;
  /** Of the request in the customer's list. */
  readonly number: number;
  /** Unique. */
  readonly request: string;
}

/** What came of it. */
export interface CustomerAnswer {
  /** False: the withdrawal was beyond the balance. */
  readonly success: boolean;
  /** Of a query. */
  readonly balance: bigint;
  /** Of a query: all updates that the balance is made of. */
  readonly seen: readonly Version[];
  /** Of a change that succeeded. */
  readonly write: Version | undefined;
}

/** After a call whose outcome is unknown the same request is sent again, so often in all. */
const attemptsAtMost = 3;

export class Customer {
  readonly #host: Host;
  readonly #id: number;
  readonly #mode: Mode;
  readonly #timeoutMs: number;
  readonly #lamport: Lamport;
  readonly #reads = new Map<number, number>();
  readonly #writes = new Map<number, number>();

  /** @param timeoutMs of one call; longer than a branch may wait for the others */
  constructor(host: Host, id: number, mode: Mode, timeoutMs = 5_000) {
    this.#host = host;
    this.#id = id;
    this.#mode = mode;
    this.#timeoutMs = timeoutMs;
    this.#lamport = new Lamport(mode === "clocks");
  }

  /** The messages that it has sent and received, in clocks mode. */
  get messages(): readonly MessageEvent[] {
    return this.#lamport.events;
  }

  /** @throws RpcError when it can't be done, or nobody knows whether it was */
  async perform(event: CustomerEvent): Promise<CustomerAnswer> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#attempt(event, attempt);
      } catch (error) {
        // A branch executes a request once, however often it comes.
        const unknown = error instanceof RpcError && !error.definite;
        if (!unknown || attempt === attemptsAtMost) throw error;
      }
    }
  }

  async #attempt(event: CustomerEvent, attempt: number): Promise<CustomerAnswer> {
    const { operation, money, branch, address, number, request } = event;
    const peer = `branch ${branch}`;
    const message: Message = { kind: "request", operation, peer, request, number };
    const clock = this.#lamport.send(message);
    const client = this.#host.connect(Branch, address);
    const caller = { request, customer: this.#id, number, clock, ...this.#session() };
    const options = { timeoutMs: this.#timeoutMs };
    try {
      if (operation === "query") {
        const answer = await client.query({ caller }, options);
        const seen = answer.seen.map(readVersion);
        merge(this.#reads, seen);
        this.#lamport.receive({ ...message, kind: "reply" }, Number(answer.clock));
        return { success: true, balance: BigInt(answer.balance), seen, write: undefined };
      }
      const answer = await client[operation]({ caller, money: money.toString() }, options);
      const write = answer.write === null ? undefined : readVersion(answer.write);
      if (write !== undefined) merge(this.#writes, [write]);
      this.#lamport.receive({ ...message, kind: "reply" }, Number(answer.clock));
      return { success: answer.success, balance: 0n, seen: [], write };
    } catch (error) {
      // A refusal says nothing of the attempts before it.
      if (!(error instanceof RpcError) || attempt === 1) throw error;
      throw new RpcError(error.code, error.details, { definite: false });
    }
  }

  #session(): { reads: Version[]; writes: Version[] } {
    if (this.#mode !== "sessions") return { reads: [], writes: [] };
    return { reads: toVersions(this.#reads), writes: toVersions(this.#writes) };
  }
}
