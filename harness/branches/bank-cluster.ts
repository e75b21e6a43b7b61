/** The branches of a bank as processes, and its customers. */
import {
  Customer,
  type CustomerAnswer,
  type CustomerEvent,
} from "../../nodes/branches/customer.ts";
import type { MessageEvent } from "../../nodes/branches/lamport.ts";
import { Customer as CustomerService } from "../../nodes/branches/protocol.ts";
import { readVersion } from "../../nodes/branches/versions.ts";
import { createRealHost } from "../../nodes/host/real.ts";
import type { NodeProcess } from "../kit/node-process.ts";
import type { BankContext } from "./bank-flags.ts";
import type { Bank } from "./bank-input.ts";
import { readMessage } from "./read-messages.ts";

/** A customer that carries out one event after the other. */
export interface Driven extends AsyncDisposable {
  perform(event: CustomerEvent): Promise<CustomerAnswer>;
  /** All messages that it has stamped so far, in clocks mode. */
  readonly messages: readonly MessageEvent[];
}

export class BankCluster implements AsyncDisposable {
  readonly bank: Bank;
  /** By the branches' numbers, in the file's order; the first is the home branch. */
  readonly branches: ReadonlyMap<number, NodeProcess>;
  readonly #context: BankContext;
  readonly #name: string;

  private constructor(
    context: BankContext,
    name: string,
    bank: Bank,
    branches: ReadonlyMap<number, NodeProcess>,
  ) {
    this.#context = context;
    this.#name = name;
    this.bank = bank;
    this.branches = branches;
  }

  /** @param name begins the names of the processes: a run may have several banks */
  static async start(context: BankContext, name: string, bank: Bank): Promise<BankCluster> {
    const { cluster, options } = context;
    const specs = bank.branches.map((branch) => ({
      id: `${name}b${branch}`,
      script: "nodes/branches/branch.ts",
      flags: {
        branch,
        balance: bank.balance,
        mode: bank.mode,
        propagationDelayMs: `${options.propagationDelayMs}ms`,
        logLevel: "warn",
      },
    }));
    const [home] = await cluster.startAll(specs.slice(0, 1));
    if (home === undefined) throw new Error("a bank has at least one branch");
    const others = await cluster.startAll(
      specs.slice(1).map((spec) => ({ ...spec, flags: { ...spec.flags, home: home.address } })),
    );
    const pairs = [home, ...others].map(
      (node, place) => [bank.branches[place] ?? 0, node] as const,
    );
    return new BankCluster(context, name, bank, new Map(pairs));
  }

  branch(id: number): NodeProcess {
    const node = this.branches.get(id);
    if (node === undefined) throw new Error(`there is no branch ${id}`);
    return node;
  }

  /** A customer's name in the history, by its place in the list. */
  session(place: number): string {
    return `${this.#name}customer-${place + 1}`;
  }

  /** One customer of the bank, by its place in the list: several may have the same id. */
  openCustomer(place: number): Driven | Promise<Driven> {
    const id = this.bank.customers[place]?.id ?? 0;
    const name = `${this.#name}c${place + 1}`;
    const { options } = this.#context;
    return options.customerProcesses ? this.#startCustomer(name, id) : this.#inProcess(name, id);
  }

  /** Ends the branches; the cluster's other nodes run on. */
  async [Symbol.asyncDispose](): Promise<void> {
    const running = [...this.branches.values()].filter((node) => node.running);
    await Promise.all(running.map((node) => node.stop()));
  }

  /** A host of its own, and so connections of its own. */
  #inProcess(name: string, id: number): Driven {
    const { folder, options } = this.#context;
    const dataDirectory = `${folder.path}/data/${name}`;
    const host = createRealHost({ id: name, dataDirectory, seed: options.seed, logLevel: "warn" });
    const customer = new Customer(host, id, this.bank.mode);
    return {
      perform: (event) => customer.perform(event),
      get messages() {
        return customer.messages;
      },
      [Symbol.asyncDispose]: async () => host.close(),
    };
  }

  async #startCustomer(name: string, customer: number): Promise<Driven> {
    const node = await this.#context.cluster.start({
      id: name,
      script: "nodes/branches/customer-agent.ts",
      flags: { customer, mode: this.bank.mode, logLevel: "warn" },
    });
    const client = this.#context.host.connect(CustomerService, node.address);
    const messages: MessageEvent[] = [];
    return {
      messages,
      perform: async (event) => {
        // Longer than all of the customer's own attempts.
        const request = { ...event, money: event.money.toString() };
        const answer = await client.perform(request, { timeoutMs: 20_000 });
        messages.push(...answer.events.map(readMessage));
        return {
          success: answer.success,
          balance: BigInt(answer.balance),
          seen: answer.seen.map(readVersion),
          write: answer.write === null ? undefined : readVersion(answer.write),
        };
      },
      [Symbol.asyncDispose]: async () => {
        await node.stop();
      },
    };
  }
}
