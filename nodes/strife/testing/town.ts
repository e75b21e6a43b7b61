/** A gateway, banks and users in one process, each on a host and with a certificate of its own. */
import { join } from "node:path";
import type { Server } from "../../host/host.ts";
import type { Passwords } from "../../host/passwords.ts";
import { createRealHost, type RealHost } from "../../host/real.ts";
import { temporaryDirectory } from "../../host/test-support.ts";
import { loadCredentials } from "../../host/tls.ts";
import { startBank } from "../bank.ts";
import { startGateway } from "../gateway.ts";
import { Payer, type PayerOptions } from "../payer.ts";
import type { QueuedPayment } from "../payment-queue.ts";
import type { SetUp } from "../setup.ts";

/** Quick to check, for tests and simulations alone. */
export const plainPasswords: Passwords = {
  hash: async (password) => `$argon2id$${password}`,
  verify: async (password, hash) => hash === `$argon2id$${password}`,
};

export const setUp: SetUp = {
  users: [
    { name: "alice", passwordHash: "$argon2id$alice-secret", role: "client" },
    { name: "bob", passwordHash: "$argon2id$bob-secret", role: "client" },
    { name: "root", passwordHash: "$argon2id$root-secret", role: "admin" },
  ],
  accounts: [
    { bank: "north", number: "1", owner: "alice", balance: 1_000 },
    { bank: "south", number: "2", owner: "bob", balance: 500 },
    { bank: "south", number: "3", owner: "alice", balance: 50 },
    { bank: "south", number: "4", owner: "carol", balance: 70 },
  ],
};

export const roles = {
  bank: ["north", "south"],
  gateway: ["gateway", "gateway-2"],
  client: ["alice", "bob", "carol", "root", "mallory"],
};

const anyPort = "127.0.0.1:0";

export interface TownOptions {
  readonly sessionMs?: number;
  /** As the gateway's flag. */
  readonly store?: string;
}

/** As the harness's `ensureCertificates`, which nodes do not import. */
type MakeCertificates = (
  directory: string,
  names: readonly string[],
  options: { readonly role: string },
) => Promise<unknown>;

export class Town implements AsyncDisposable {
  readonly #directory = temporaryDirectory();
  readonly folder = this.#directory.path;
  readonly certificates = join(this.folder, "certs");
  readonly servers = new Map<string, Server>();
  readonly settled: QueuedPayment[] = [];
  readonly #hosts = new Map<string, RealHost>();
  readonly #payers: Payer[] = [];
  readonly #options: TownOptions;

  private constructor(options: TownOptions) {
    this.#options = options;
  }

  static async open(make: MakeCertificates, options: TownOptions = {}): Promise<Town> {
    const town = new Town(options);
    for (const [role, names] of Object.entries(roles)) {
      await make(town.certificates, names, { role });
    }
    await town.startBank("north");
    await town.startBank("south");
    await town.startGateway();
    return town;
  }

  /** A host with a certificate; the one of its name that was there before is closed. */
  host(name: string, certificate = name): RealHost {
    this.#hosts.get(name)?.close();
    const host = createRealHost({
      id: name,
      dataDirectory: join(this.folder, "data", name),
      logLevel: "silent",
      credentials: loadCredentials("mutual", this.certificates, certificate),
    });
    this.#hosts.set(name, host);
    return host;
  }

  address(name: string): string {
    return this.servers.get(name)?.address ?? anyPort;
  }

  async startBank(name: string): Promise<void> {
    const address = this.address(name);
    const options = { setup: setUp, inDoubtMs: 50, address };
    this.servers.set(name, await startBank(this.host(name), options));
  }

  async startGateway(name = "gateway"): Promise<void> {
    const banks = new Map(roles.bank.map((bank) => [bank, this.address(bank)]));
    const options = {
      setup: setUp,
      banks,
      store: this.#options.store ?? "sqlite:",
      prepareTimeoutMs: 300,
      transactionTimeoutMs: 600,
      sessionMs: this.#options.sessionMs ?? 60_000,
      address: this.address(name),
    };
    const host = this.host(name);
    this.servers.set(name, await startGateway(host, options, plainPasswords));
  }

  async payer(name: string, options: Partial<PayerOptions> = {}): Promise<Payer> {
    const payer = await Payer.open(this.host(name), {
      gateway: this.address("gateway"),
      attemptTimeoutMs: 2_000,
      probeMs: 50,
      onSettled: (payment) => this.settled.push(payment),
      ...options,
    });
    this.#payers.push(payer);
    return payer;
  }

  async loggedIn(name: string): Promise<Payer> {
    const payer = await this.payer(name);
    await payer.logIn(name, `${name}-secret`);
    return payer;
  }

  async stop(name: string): Promise<void> {
    await this.servers.get(name)?.stop(0);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const payer of this.#payers) payer.close();
    for (const server of this.servers.values()) await server.stop(0);
    for (const host of this.#hosts.values()) host.close();
    this.#directory[Symbol.dispose]();
  }
}
