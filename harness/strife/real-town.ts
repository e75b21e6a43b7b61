/** Banks and a gateway as processes, and users as clients of them, all over mutual TLS. */
import { cpSync } from "node:fs";
import { join } from "node:path";
import { createRealHost, type RealHost } from "../../nodes/host/real.ts";
import { RpcError } from "../../nodes/host/rpc-error.ts";
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
import { until } from "../kit/until.ts";
import { readLedger, readPayments } from "./read-ledger.ts";

/** Kept from run to run, since it takes a while to make them. */
const keptCertificates = join(repositoryRoot, "certs");
export const setUpFile = join(repositoryRoot, "inputs/strife/accounts.json");

export const bankNames = ["north", "south", "west"] as const;
const otherGateway = "gateway-2";
/** Who has an account in the set-up file: the first two have a user too, the others register. */
export const clientNames = ["alice", "bob", "erin", "frank"] as const;

export function passwordOf(name: string): string {
  return `${name}-secret`;
}

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
  /** This run's own copies, which may be renewed under nobody else's feet. */
  readonly certificates: string;
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
    this.certificates = join(options.folder, "data", "certs");
  }

  static async start(options: TownOptions): Promise<RealTown> {
    await ensureCertificates(keptCertificates, bankNames, { role: "bank" });
    const gateways = ["gateway", ...(options.store === undefined ? [] : [otherGateway])];
    await ensureCertificates(keptCertificates, gateways, { role: "gateway" });
    await ensureCertificates(keptCertificates, clientNames, { role: "client" });
    const town = new RealTown(options);
    cpSync(keptCertificates, town.certificates, { recursive: true });
    const { cluster, crashing = false, store } = options;
    const common = { tls: "mutual", certs: town.certificates, setup: setUpFile };
    const spec = (id: string, role: "bank" | "gateway", flags: Record<string, string>) => ({
      id,
      script: crashing ? "harness/strife/crashing-node.ts" : `nodes/strife/${role}.ts`,
      flags: { ...common, ...flags, ...(crashing ? { role } : {}) },
    });
    // Questions of banks in doubt would mix their steps into those of a payment.
    const inDoubtMs = crashing ? "300ms" : "100ms";
    const specs = bankNames.map((id) => spec(id, "bank", { inDoubtMs }));
    for (const bank of await cluster.startAll(specs)) town.banks.set(bank.id, bank);
    const banks = [...town.banks].map(([name, { address }]) => `${name}=${address}`).join(",");
    // Each crash of a bank waits for them; without crashes a busy machine must not reach them.
    const timeouts = crashing
      ? { prepareTimeoutMs: "300ms", transactionTimeoutMs: "800ms" }
      : { prepareTimeoutMs: "700ms", transactionTimeoutMs: "1500ms" };
    const flags = { banks, ...timeouts, ...(store === undefined ? {} : { store }) };
    town.#gateway = await cluster.start(spec("gateway", "gateway", flags));
    if (store !== undefined) {
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

  /** A user's client; its queue is that of an earlier one of the same id. */
  async payer(
    name: string,
    options: Partial<PayerOptions> = {},
    id: string = name,
  ): Promise<Payer> {
    return await Payer.open(this.host(id, name), {
      gateway: this.wire.address,
      attemptTimeoutMs: 2_000,
      probeMs: 200,
      onSettled: (payment) => this.#noteSettled(name, payment),
      ...options,
    });
  }

  /** A password takes long to check on purpose, and longer on a machine that is busy. */
  async logIn(payer: Payer, name: string): Promise<void> {
    const tryOnce = async () => {
      try {
        await payer.logIn(name, passwordOf(name));
        return true;
      } catch (error) {
        if (error instanceof RpcError && !error.definite) return false;
        throw error;
      }
    };
    if (!(await until(tryOnce, 10_000))) throw new Error(`${name} can't log in`);
  }

  async ledgers(): Promise<BankLedger[]> {
    return await Promise.all([...this.banks.keys()].map((bank) => this.ledger(bank)));
  }

  async ledger(bank: string): Promise<BankLedger> {
    const auditor = this.#auditor;
    if (auditor === undefined) throw new Error("there is no auditor");
    return await readLedger(bank, auditor.connect(Bank, this.node(bank).address).audit({}));
  }

  /** What the gateway holds of all users' payments. */
  async payments(): Promise<KnownPayment[]> {
    const auditor = this.#auditor;
    if (auditor === undefined) throw new Error("there is no auditor");
    return await readPayments(auditor.connect(Gateway, this.gateway.address).listKeys({}));
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
      logFile: join(this.#options.folder, "logs", `${id}.log`),
      credentials: loadCredentials("mutual", this.certificates, certificate),
    });
    this.#hosts.push(host);
    return host;
  }
}
