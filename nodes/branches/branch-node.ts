/**
 * One branch with all its parts. An update begins where it is decided, and is brought to all other
 * branches from there:
 *
 * - balance mode: at the home branch, whichever branch the customer asked. There is one order of
 *   all updates, so that two withdrawals can't take the same money.
 * - clocks mode: at the customer's branch, as the specification draws it.
 * - sessions mode: a deposit at the customer's branch; a withdrawal at the home branch.
 */
import type { Host, Server } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import { type Handlers, implement, type RequestOf } from "../host/service.ts";
import { Book } from "./book.ts";
import type { BranchOptions } from "./branch.ts";
import { type Caller, readCaller, readMoney } from "./caller.ts";
import { Deciding } from "./deciding.ts";
import { joinOthers } from "./joining.ts";
import { Lamport, type Message, type OperationName } from "./lamport.ts";
import { Ledger, type Outcome } from "./ledger.ts";
import { type Member, Members, readMember } from "./members.ts";
import { type CustomerOrder, executeAll, Ordering } from "./ordering.ts";
import { propagation } from "./peer-link.ts";
import { Propagation } from "./propagation.ts";
import { Branch, Home, Peer } from "./protocol.ts";
import { readUpdate } from "./update.ts";

/** Updates of one call between branches. */
const batchSize = 1_000;
/** Events of one message of a list. */
const pageSize = 1_000;

export class BranchNode {
  readonly #host: Host;
  readonly #options: BranchOptions;
  readonly #book: Book;
  readonly #ledger: Ledger;
  readonly #lamport: Lamport;
  readonly #members: Members;
  readonly #propagation: Propagation;
  readonly #deciding: Deciding;
  /** Undefined at the home branch. */
  readonly #ordering: Ordering | undefined;
  /** As the others are to know it. */
  #self: Member;
  #serving = false;

  static async open(host: Host, options: BranchOptions): Promise<BranchNode> {
    return new BranchNode(host, options, await Book.open(host));
  }

  private constructor(host: Host, options: BranchOptions, book: Book) {
    const { branch, balance, home, mode, patienceMs, propagationDelayMs } = options;
    this.#host = host;
    this.#options = options;
    this.#book = book;
    this.#ledger = new Ledger(branch, BigInt(balance), book, host.clock);
    const stamped = book.records.flatMap((each) => (each.kind === "message" ? [each.event] : []));
    this.#lamport = new Lamport(mode === "clocks", stamped, (event) =>
      book.write({ kind: "message", event }),
    );
    this.#members = new Members(book);
    const source = { host, book, ledger: this.#ledger, lamport: this.#lamport };
    this.#propagation = new Propagation(source, {
      patienceMs,
      // So that what was lost is sent again while the update still waits.
      timeoutMs: Math.max(1, patienceMs / 4),
      delayMs: mode === "sessions" ? propagationDelayMs : 0,
      // In clocks mode every message about every update is an event of its own.
      batchSize: mode === "clocks" ? 1 : batchSize,
    });
    this.#deciding = new Deciding(mode, this.#ledger, book, this.#propagation);
    const start = 1 + book.records.filter(({ kind }) => kind === "start").length;
    this.#self = { id: branch, address: options.address, start };
    this.#ordering = home === undefined ? undefined : new Ordering(host, home, 3 * patienceMs);
  }

  /** Resolves when this branch has what the others have. */
  async serve(): Promise<Server> {
    const { address, advertise, home, mode, balance } = this.#options;
    const timeoutMs = this.#options.joinTimeoutMs;
    const server = await this.#host.serve(address, [
      implement(Branch, this.#forCustomers()),
      implement(Peer, this.#forPeers()),
      implement(Home, this.#asHome()),
    ]);
    this.#self = { ...this.#self, address: advertise ?? server.address };
    const known = this.#members.all;
    for (const member of known) this.#open(member);
    this.#book.write({ kind: "start" });
    await this.#book.durable();
    await joinOthers(this.#host, this.#ledger, {
      self: this.#self,
      home,
      known,
      mode,
      opening: balance,
      timeoutMs,
      onMember: (member) => this.#meet(member),
    });
    this.#serving = true;
    const stop = async (graceMs?: number) => {
      await server.stop(graceMs);
      this.#propagation.stop();
      await this.#book.close();
    };
    return { address: server.address, setServing: server.setServing, stop };
  }

  #forCustomers(): Handlers<typeof Branch> {
    return {
      query: async ({ caller: message }) => {
        const caller = this.#accept(message);
        const request = this.#receive(caller, "query");
        await this.#untilCovered(caller);
        const { balance, versions } = this.#ledger;
        const clock = this.#lamport.send({ ...request, kind: "reply" });
        // What a crash could still take back must not be seen.
        await this.#book.durable();
        return { balance: balance.toString(), seen: versions, clock };
      },
      deposit: (request) => this.#update(request, "deposit"),
      withdraw: (request) => this.#update(request, "withdraw"),
      listMessages: () => this.#listMessages(),
    };
  }

  #forPeers(): Handlers<typeof Peer> {
    return {
      propagate_Deposit: (request, call) => this.#applyAll(request, call.remainingMs()),
      propagate_Withdraw: (request, call) => this.#applyAll(request, call.remainingMs()),
      join: async ({ member, mode, opening }) => {
        if (member === null) throw new RpcError("INVALID_ARGUMENT", "no member is given");
        const own = `${this.#options.mode} mode with ${this.#options.balance}`;
        if (`${mode} mode with ${opening}` !== own) {
          const details = `branch ${this.#ledger.id} began in ${own}: begin all branches alike`;
          throw new RpcError("FAILED_PRECONDITION", details);
        }
        const joining = readMember(member);
        this.#meet(joining);
        const last = this.#ledger.applied(this.#ledger.id);
        await this.#book.durable();
        const members = this.#members.all.filter(({ id }) => id !== joining.id);
        return { member: this.#self, members, last };
      },
    };
  }

  #asHome(): Handlers<typeof Home> {
    return {
      execute: async ({ orders }) => {
        if (this.#ordering !== undefined) {
          const details = `branch ${this.#ledger.id} is not the home branch`;
          throw new RpcError("FAILED_PRECONDITION", details);
        }
        return { results: await executeAll(orders, (order) => this.#execute(order)) };
      },
    };
  }

  async #update({ caller: message, money }: RequestOf<typeof Branch, "deposit">, name: Change) {
    const caller = this.#accept(message);
    const order = { withdraw: name === "withdraw", money: readMoney(money), caller };
    const request = this.#receive(caller, name);
    const { write } = await this.#decide(order);
    const clock = this.#lamport.send({ ...request, kind: "reply" });
    await this.#book.durable();
    return { success: write !== undefined, write: write ?? null, clock };
  }

  /** Where an update is decided, it begins. */
  #decide(order: CustomerOrder): Promise<Outcome> {
    const { mode } = this.#options;
    const atHome = mode === "balance" || (mode === "sessions" && order.withdraw);
    if (atHome && this.#ordering !== undefined) return this.#ordering.decide(order);
    return this.#execute(order);
  }

  async #execute({ withdraw, money, caller }: CustomerOrder): Promise<Outcome> {
    this.#mustServe();
    const { request, number } = caller;
    await this.#untilCovered(caller);
    return this.#deciding.decide({ withdraw, money, request, number });
  }

  /**
   * Applies what another branch tells, each update once and after its predecessors. Deposits and
   * withdrawals come in calls of their own, so that one of them may have to wait for the other.
   */
  async #applyAll(message: RequestOf<typeof Peer, "propagate_Deposit">, timeoutMs: number) {
    const origin = Number(message.origin);
    if (origin === this.#ledger.id) {
      throw new RpcError("INVALID_ARGUMENT", `branch ${origin} is told of its own updates`);
    }
    const updates = message.updates.map((update) => readUpdate(origin, update));
    for (const update of updates) {
      const before = { branch: origin, sequence: update.sequence - 1 };
      const ready = await this.#ledger.untilApplied([before, ...update.after], timeoutMs);
      if (!ready) throw new RpcError("ABORTED", "what comes before this update did not arrive");
      this.#lamport.receive(propagation(update, `branch ${origin}`), Number(message.clock));
      this.#ledger.applyPropagated(update);
    }
    const stamps = updates.map((update) =>
      this.#lamport.send({ ...propagation(update, `branch ${origin}`), kind: "acknowledge" }),
    );
    await this.#book.durable();
    return { applied: this.#ledger.applied(origin), clock: stamps.at(-1) ?? 0 };
  }

  #accept(message: Parameters<typeof readCaller>[0]): Caller {
    this.#mustServe();
    return readCaller(message);
  }

  #receive({ customer, request, number, clock }: Caller, operation: OperationName): Message {
    const message = { operation, peer: `customer ${customer}`, request, number } as const;
    this.#lamport.receive({ ...message, kind: "request" }, clock);
    return { ...message, kind: "request" };
  }

  /** Read your writes, monotonic reads, and both guarantees of writes: Terry et al., section 4. */
  async #untilCovered({ customer, reads, writes }: Caller): Promise<void> {
    const wanted = [...reads, ...writes];
    if (await this.#ledger.untilApplied(wanted, this.#options.patienceMs)) return;
    const lacking = this.#ledger.lacks(wanted).map(({ branch }) => `branch ${branch}`);
    throw new RpcError(
      "UNAVAILABLE",
      `branch ${this.#ledger.id} has not heard from ${[...new Set(lacking)].join(", ")} what ` +
        `customer ${customer} has seen or done; nothing was changed, try again later`,
    );
  }

  /** Before it has caught up, a branch would answer what is not true any more. */
  #mustServe(): void {
    if (this.#serving) return;
    const details = `branch ${this.#ledger.id} has not caught up with the other branches yet`;
    throw new RpcError("UNAVAILABLE", details);
  }

  #meet(member: Member): void {
    if (member.id === this.#ledger.id) return;
    const isNews = this.#members.note(member);
    if (isNews) this.#open(member)?.joined();
  }

  /** In balance mode nothing begins at the other branches: they need no connections. */
  #open(member: Member) {
    const originates = this.#options.mode !== "balance" || this.#ordering === undefined;
    return originates ? this.#propagation.open(member) : undefined;
  }

  async *#listMessages() {
    const { events } = this.#lamport;
    for (let from = 0; from < events.length; from += pageSize) {
      yield { events: events.slice(from, from + pageSize) };
    }
  }
}

type Change = "deposit" | "withdraw";
