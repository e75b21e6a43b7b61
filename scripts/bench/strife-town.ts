/** A gateway and banks as processes with large accounts, and lanes that pay, for measuring. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type BankLedger, judgePayments } from "../../harness/check/payments.ts";
import { combine } from "../../harness/check/verdict.ts";
import { ensureCertificates } from "../../harness/kit/certificates.ts";
import type { Cluster } from "../../harness/kit/cluster.ts";
import type { NodeProcess } from "../../harness/kit/node-process.ts";
import { until } from "../../harness/kit/until.ts";
import { readLedger, readPayments } from "../../harness/strife/read-ledger.ts";
import { createRealHost, type RealHost } from "../../nodes/host/real.ts";
import { loadCredentials } from "../../nodes/host/tls.ts";
import { Bank, decodeReceipt, Gateway } from "../../nodes/strife/protocol.ts";
import { uuidV7 } from "../../nodes/strife/uuid-v7.ts";
import type { Operation } from "./load-loops.ts";

const user = "payer";
const password = "payer-secret";
/** Of each bank; a lane pays from an account of its own. */
const accountsOfBank = 128;
const balance = 1_000_000_000;
/** Lanes share connections, as the clients of one machine would not: eight at the most. */
const connections = 8;

export interface TownSize {
  readonly banks: number;
  readonly directory: string;
  readonly cluster: Cluster;
}

export class BenchTown {
  readonly #directory: string;
  readonly #banks: readonly NodeProcess[];
  readonly #gateway: NodeProcess;
  readonly #hosts: RealHost[] = [];
  #session: { readonly metadata: { readonly authorization: string } } | undefined;

  private constructor(directory: string, banks: readonly NodeProcess[], gateway: NodeProcess) {
    this.#directory = directory;
    this.#banks = banks;
    this.#gateway = gateway;
  }

  static async start({ banks: count, directory, cluster }: TownSize): Promise<BenchTown> {
    const names = Array.from({ length: count }, (_, index) => `bank-${index + 1}`);
    const certs = join(directory, "certs");
    await mkdir(join(directory, "logs"), { recursive: true });
    await ensureCertificates(certs, names, { role: "bank" });
    await ensureCertificates(certs, ["gateway"], { role: "gateway" });
    await ensureCertificates(certs, [user], { role: "client" });
    const setup = join(directory, "setup.json");
    await Bun.write(setup, JSON.stringify(await setUpOf(names)));
    const flags = { tls: "mutual", certs, setup };
    const banks = await cluster.startAll(
      names.map((id) => ({ id, script: "nodes/strife/bank.ts", flags })),
    );
    const places = banks.map(({ id, address }) => `${id}=${address}`).join(",");
    const gateway = await cluster.start({
      id: "gateway",
      script: "nodes/strife/gateway.ts",
      flags: { ...flags, banks: places },
    });
    const town = new BenchTown(directory, banks, gateway);
    const { token } = await town
      .#host(user)
      .connect(Gateway, gateway.address)
      .logIn({ user, password }, { timeoutMs: 20_000 });
    town.#session = { metadata: { authorization: `Bearer ${token}` } };
    return town;
  }

  /**
   * One operation a client: pays 1 from its own account at one bank to another bank.
   * @param hot whether all pay into one account
   */
  lanes(clients: number, hot = false): Operation[] {
    const hosts = Array.from({ length: Math.min(clients, connections) }, () => this.#host(user));
    return Array.from({ length: clients }, (_, client) => {
      const host = hosts[client % hosts.length] as RealHost;
      const gateway = host.connect(Gateway, this.#gateway.address);
      const from = client % this.#banks.length;
      const number = Math.floor(client / this.#banks.length) % accountsOfBank;
      const to = hot ? 0 : (from + 1) % this.#banks.length;
      // The payee of a hot account is at the first bank; payers are at the others.
      const payerBank = hot && from === 0 ? 1 : from;
      const payer = `bank-${payerBank + 1}/${number}`;
      const payee = hot ? `bank-1/${accountsOfBank - 1}` : `bank-${to + 1}/${number}`;
      return async () => {
        const request = { key: uuidV7(host), payer, payee, amount: 1 };
        const { receipt } = await gateway.pay(request, { ...this.#session, timeoutMs: 20_000 });
        const { outcome, reason } = decodeReceipt(receipt);
        if (outcome !== "PAID") throw new Error(`${payer} to ${payee}: ${reason}`);
      };
    });
  }

  /**
   * Kills the gateway while so many payments are open, and starts it again.
   * @returns milliseconds from the start of the process until it is ready
   */
  async recover(open: number): Promise<number> {
    const paying = this.lanes(open).map((pay) => pay().catch(() => {}));
    await Bun.sleep(5);
    await this.#gateway.kill();
    const beganMs = performance.now();
    await this.#gateway.restart({ samePort: true });
    const tookMs = performance.now() - beganMs;
    await Promise.all(paying);
    return tookMs;
  }

  /** @throws Error when the ledgers break a promise; returns how many payments they hold */
  async check(): Promise<number> {
    const auditor = this.#host("gateway");
    const audit = async (): Promise<BankLedger[]> =>
      await Promise.all(
        this.#banks.map(async ({ id, address }) => {
          const bank = auditor.connect(Bank, address);
          return await readLedger(id, bank.audit({}, { timeoutMs: 60_000 }));
        }),
      );
    const isOpen = ({ transfers }: BankLedger) =>
      transfers.some(({ phase }) => phase === "prepared");
    await until(async () => !(await audit()).some(isOpen), 20_000);
    const gateway = auditor.connect(Gateway, this.#gateway.address);
    const payments = await readPayments(gateway.listKeys({}, { timeoutMs: 60_000 }));
    const evidence = { earlier: [], answers: [], payments, faultless: false };
    const checks = judgePayments({ ...evidence, ledgers: await audit() });
    const broken = checks.filter(({ verdict }) => verdict === "FAIL");
    if (combine(broken) === "FAIL") throw new Error(JSON.stringify(broken));
    return payments.filter(({ state }) => /^committ/.test(state)).length;
  }

  close(): void {
    for (const host of this.#hosts) host.close();
  }

  #host(certificate: string): RealHost {
    const host = createRealHost({
      id: `bench-${this.#hosts.length}`,
      dataDirectory: "",
      logLevel: "silent",
      credentials: loadCredentials("mutual", join(this.#directory, "certs"), certificate),
    });
    this.#hosts.push(host);
    return host;
  }
}

async function setUpOf(banks: readonly string[]) {
  const passwordHash = await Bun.password.hash(password, "argon2id");
  return {
    users: [{ name: user, passwordHash, role: "client" }],
    accounts: banks.flatMap((bank) =>
      Array.from({ length: accountsOfBank }, (_, number) => {
        return { bank, number: `${number}`, owner: user, balance };
      }),
    ),
  };
}
