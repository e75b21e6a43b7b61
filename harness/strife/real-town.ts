/** Banks and a gateway as processes, and users as clients of them, all over mutual TLS. */
import { join } from "node:path";
import { createRealHost, type RealHost } from "../../nodes/host/real.ts";
import { loadCredentials } from "../../nodes/host/tls.ts";
import { Payer, type PayerOptions } from "../../nodes/strife/payer.ts";
import type { QueuedPayment } from "../../nodes/strife/payment-queue.ts";
import { Bank, Gateway } from "../../nodes/strife/protocol.ts";
import type { BankLedger, KnownPayment, PaymentAnswer } from "../check/payments.ts";
import { ensureCertificates } from "../kit/certificates.ts";
import type { Cluster } from "../kit/cluster.ts";
import type { NodeProcess } from "../kit/node-process.ts";
import { repositoryRoot } from "../kit/repository.ts";
import { TcpRelay } from "../kit/tcp-relay.ts";
import { readLedger } from "./read-ledger.ts";

const certificates = join(repositoryRoot, "certs");
export const setUpFile = join(repositoryRoot, "inputs/strife/accounts.json");

export const bankNames = ["north", "south", "west"] as const;
const otherGateway = "gateway-2";
/** Who has an account in the set-up file: the first two have a user too, the others register. */
export const clientNames = ["alice", "bob", "erin", "frank"] as const;

export interface TownOptions {
  readonly cluster: Cluster;
  /** Where clients keep their queues. */
  readonly folder: string;
  /** Whether nodes can be told to kill themselves at a step. */
  readonly crashing?: boolean;
  /** A database that two gateways share; without it there is one gateway, on its own. */
  readonly store?: string;
}

export class RealTown {
  readonly banks = new Map<string, NodeProcess>();
  readonly settled: QueuedPayment[] = [];
  readonly answers: PaymentAnswer[] = [];
  readonly #options: TownOptions;
  readonly #hosts: RealHost[] = [];
  #gateway: NodeProcess | undefined;
  #otherGateway: NodeProcess | undefined;
  #relay: TcpRelay | undefined;
  #auditor: RealHost | undefined;

  private constructor(options: TownOptions) {
    this.#options = options;
  }

  static async start(options: TownOptions): Promise<RealTown> {
    await ensureCertificates(certificates, bankNames, { role: "bank" });
    await ensureCertificates(certificates, ["gateway"], { role: "gateway" });
    await ensureCertificates(certificates, clientNames, { role: "client" });
    const town = new RealTown(options);
    const { cluster, crashing = false, store } = options;
    const common = { tls: "mutual", certs: certificates, setup: setUpFile };
    const spec = (id: string, role: "bank" | "gateway", flags: Record<string, string>) => ({
      id,
      script: crashing ? "harness/strife/crashing-node.ts" : `nodes/strife/${role}.ts`,
      flags: { ...common, ...flags, ...(crashing ? { role } : {}) },
    });
    const specs = bankNames.map((id) => spec(id, "bank", { inDoubtMs: "100ms" }));
    for (const bank of await cluster.startAll(specs)) town.banks.set(bank.id, bank);
    const banks = [...town.banks].map(([name, { address }]) => `${name}=${address}`).join(",");
    const timeouts = { prepareTimeoutMs: "300ms", transactionTimeoutMs: "800ms" };
    const flags = { banks, ...timeouts, ...(store === undefined ? {} : { store }) };
    town.#gateway = await cluster.start(spec("gateway", "gateway", flags));
    if (store !== undefined) {
      await ensureCertificates(certificates, [otherGateway], { role: "gateway" });
      town.#otherGateway = await cluster.start(spec(otherGateway, "gateway", flags));
    }
    town.#relay = await TcpRelay.start(town.#gateway.address);
    town.#auditor = town.host("auditor", "gateway");
    return town;
  }

  get gateway(): NodeProcess {
    if (this.#gateway === undefined) throw new Error("there is no gateway");
    return this.#gateway;
  }

  /** The second one, on the same store. */
  get otherGateway(): NodeProcess {
    if (this.#otherGateway === undefined) throw new Error("there is one gateway alone");
    return this.#otherGateway;
  }

  /** The wire between the clients and the gateway. */
  get wire(): TcpRelay {
    if (this.#relay === undefined) throw new Error("there is no wire");
    return this.#relay;
  }

  node(name: string): NodeProcess {
    return this.banks.get(name) ?? this.gateway;
  }

  /** A user's client; its queue is that of an earlier one of the same name. */
  async payer(name: string, options: Partial<PayerOptions> = {}): Promise<Payer> {
    return await Payer.open(this.host(name, name), {
      gateway: this.wire.address,
      attemptTimeoutMs: 2_000,
      probeMs: 200,
      onSettled: (payment) => this.#noteSettled(name, payment),
      ...options,
    });
  }

  async ledgers(): Promise<BankLedger[]> {
    return await Promise.all([...this.banks.keys()].map((bank) => this.ledger(bank)));
  }

  async ledger(bank: string): Promise<BankLedger> {
    const auditor = this.#auditor;
    if (auditor === undefined) throw new Error("there is no auditor");
    return readLedger(bank, await auditor.connect(Bank, this.node(bank).address).audit({}));
  }

  /** What the gateway holds of all users' payments. */
  async payments(): Promise<KnownPayment[]> {
    const auditor = this.#auditor;
    if (auditor === undefined) throw new Error("there is no auditor");
    return (await auditor.connect(Gateway, this.gateway.address).listKeys({})).keys;
  }

  close(): void {
    this.#relay?.close();
    for (const host of this.#hosts) host.close();
  }

  #noteSettled(user: string, payment: QueuedPayment): void {
    this.settled.push(payment);
    const { key, payer, payee, amount, state } = payment;
    if (state === "waiting") throw new Error(`${key} was settled while it waits`);
    this.answers.push({ user, key, payer, payee, amount: BigInt(amount), outcome: state });
  }

  /** A host of a user or an auditor; it ends with the town. */
  host(id: string, certificate: string): RealHost {
    const host = createRealHost({
      id,
      dataDirectory: join(this.#options.folder, "data", "clients", id),
      logLevel: "silent",
      credentials: loadCredentials("mutual", certificates, certificate),
    });
    this.#hosts.push(host);
    return host;
  }
}
