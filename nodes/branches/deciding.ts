/**
 * Decides orders at the branch where their updates begin, a round at a time: all that waited are
 * executed, synced once, and brought to the other branches in one call each; meanwhile the next
 * round fills up.
 */
import { GroupCommit } from "../host/group-commit.ts";
import { type RpcError, toRpcError } from "../host/rpc-error.ts";
import type { Book } from "./book.ts";
import type { Ledger, Order, Outcome } from "./ledger.ts";
import type { Mode } from "./mode.ts";
import type { Propagation } from "./propagation.ts";

type Decided = Outcome | RpcError;

export class Deciding {
  readonly #mode: Mode;
  readonly #ledger: Ledger;
  readonly #book: Book;
  readonly #propagation: Propagation;
  readonly #rounds: GroupCommit<Order, Decided>;

  constructor(mode: Mode, ledger: Ledger, book: Book, propagation: Propagation) {
    this.#mode = mode;
    this.#ledger = ledger;
    this.#book = book;
    this.#propagation = propagation;
    this.#rounds = new GroupCommit({ process: (orders) => this.#round(orders) });
  }

  /**
   * Resolves when the outcome is durable here and, but in sessions mode, all branches that are up
   * have it. An order that comes again waits for them again.
   * @throws RpcError
   */
  async decide(order: Order): Promise<Outcome> {
    const decided = await this.#rounds.submit(order);
    if (decided instanceof Error) throw decided;
    return decided;
  }

  async #round(orders: readonly Order[]): Promise<Decided[]> {
    const decided = orders.map((order): Decided => {
      try {
        return this.#ledger.execute(order);
      } catch (error) {
        return toRpcError(error);
      }
    });
    this.#propagation.wake();
    await this.#book.durable();
    const last = Math.max(0, ...decided.map((each) => this.#sequence(each)));
    if (this.#mode === "sessions" || last === 0) return decided;
    try {
      await this.#propagation.reached(last);
      return decided;
    } catch (error) {
      const unknown = toRpcError(error);
      return decided.map((each) => (this.#sequence(each) > 0 ? unknown : each));
    }
  }

  /** Of an update that began here; else 0. */
  #sequence(decided: Decided): number {
    if (decided instanceof Error || decided.write?.branch !== this.#ledger.id) return 0;
    return decided.write.sequence;
  }
}
