/** A bank in this process: each branch on a host and a directory of its own. */
import { join } from "node:path";
import type { Server } from "../../host/host.ts";
import { createRealHost, type RealHost } from "../../host/real.ts";
import { anyPort, temporaryDirectory } from "../../host/test-support.ts";
import { type BranchOptions, startBranch } from "../branch.ts";
import { Customer } from "../customer.ts";
import type { OperationName } from "../lamport.ts";
import type { Mode } from "../mode.ts";
import { Branch, Home, Peer } from "../protocol.ts";

interface Running {
  readonly host: RealHost;
  readonly server: Server;
}

export class TestBank implements AsyncDisposable {
  readonly mode: Mode;
  /** For customers and for calls by hand. */
  readonly host: RealHost;
  readonly #directory = temporaryDirectory();
  readonly #addresses = new Map<number, string>();
  readonly #running = new Map<number, Running>();
  readonly #options: Partial<BranchOptions>;
  #requests = 0;

  private constructor(mode: Mode, options: Partial<BranchOptions>) {
    this.mode = mode;
    this.#options = options;
    const dataDirectory = join(this.#directory.path, "customers");
    this.host = createRealHost({ id: "test", dataDirectory, logLevel: "silent" });
  }

  /** Branches 1 to `size`; each begins with 100. Branch 1 is the home branch. */
  static async start(mode: Mode, size: number, options: Partial<BranchOptions> = {}) {
    const bank = new TestBank(mode, options);
    for (let branch = 1; branch <= size; branch += 1) await bank.restart(branch);
    return bank;
  }

  address(branch: number): string {
    return this.#addresses.get(branch) ?? anyPort;
  }

  /** Starts a branch, on its old port and directory if it ran before. */
  async restart(branch: number, options: Partial<BranchOptions> = {}): Promise<void> {
    await this.stop(branch);
    const dataDirectory = join(this.#directory.path, `b${branch}`);
    const host = createRealHost({ id: `b${branch}`, dataDirectory, logLevel: "silent" });
    const server = await startBranch(host, {
      branch,
      balance: 100,
      home: branch === 1 ? undefined : this.address(1),
      mode: this.mode,
      patienceMs: 2_000,
      joinTimeoutMs: 5_000,
      propagationDelayMs: 0,
      address: this.address(branch),
      ...this.#options,
      ...options,
    });
    this.#addresses.set(branch, server.address);
    this.#running.set(branch, { host, server });
  }

  async stop(branch: number): Promise<void> {
    const running = this.#running.get(branch);
    if (running === undefined) return;
    this.#running.delete(branch);
    await running.server.stop(0);
    running.host.close();
  }

  customer(id = 1): Customer {
    return new Customer(this.host, id, this.mode);
  }

  branch(branch: number) {
    return this.host.connect(Branch, this.address(branch));
  }

  peer(branch: number) {
    return this.host.connect(Peer, this.address(branch));
  }

  home(branch: number) {
    return this.host.connect(Home, this.address(branch));
  }

  /** One event of a customer. @returns the balance of a query, else whether it was done */
  async ask(
    customer: Customer,
    operation: OperationName,
    branch: number,
    money = 0n,
  ): Promise<bigint | boolean> {
    this.#requests += 1;
    const [number, request] = [this.#requests, `request ${this.#requests}`];
    const address = this.address(branch);
    const event = { operation, branch, address, money, number, request };
    const { balance, success } = await customer.perform(event);
    return operation === "query" ? balance : success;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const branch of [...this.#running.keys()].reverse()) await this.stop(branch);
    this.host.close();
    this.#directory[Symbol.dispose]();
  }
}
