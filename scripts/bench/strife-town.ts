/** A gateway and banks as processes, with large accounts, for measuring. */
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
import { Bank, Gateway } from "../../nodes/strife/protocol.ts";
import type { LoadProcesses } from "./load-processes.ts";
import { accountsOfBank, type StrifeLoadOptions } from "./strife-load.ts";

const user = "payer";
const password = "payer-secret";
const balance = 1_000_000_000;

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
  #metadata: Readonly<Record<string, string>> = {};

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
      // So long that a busy machine does not reach them.
      flags: { ...flags, banks: places, prepareTimeoutMs: "5s", transactionTimeoutMs: "10s" },
    });
    const town = new BenchTown(directory, banks, gateway);
    const { token } = await town
      .host(user)
      .connect(Gateway, gateway.address)
      .logIn({ user, password }, { timeoutMs: 20_000 });
    town.#metadata = { authorization: `Bearer ${token}` };
    return town;
  }

  get nodes(): readonly NodeProcess[] {
    return [this.#gateway, ...this.#banks];
  }

  /** What a load process needs to pay here. */
  get load(): StrifeLoadOptions {
    return {
      gateway: this.#gateway.address,
      certificates: join(this.#directory, "certs"),
      user,
      metadata: this.#metadata,
      banks: this.#banks.map(({ id }) => id),
    };
  }

  /**
   * Kills the gateway while so many payments are open, prepared at one bank and not at the other,
   * and starts it again.
   * @param loads has this town's load open, as `strife`
   * @returns milliseconds from the start of the process until it is ready
   */
  async recover(loads: LoadProcesses, open: number): Promise<number> {
    const [awake, asleep] = this.#banks as readonly [NodeProcess, NodeProcess];
    const auditor = this.host("gateway").connect(Bank, awake.address);
    const run = { load: "strife", kind: "spread", durationMs: 60_000, callsPerLane: 1 };
    asleep.pause();
    const paying = loads.run({ ...run, lanes: open });
    const arePrepared = async () => {
      const audit = auditor.audit({}, { timeoutMs: 60_000 });
      const { transfers } = await readLedger(awake.id, audit);
      return transfers.filter(({ phase }) => phase === "prepared").length === open;
    };
    const all = await until(arePrepared, 8_000);
    await this.#gateway.kill();
    asleep.resume();
    if (!all) throw new Error(`${open} payments were not open together`);
    await paying;
    const beganMs = performance.now();
    await this.#gateway.restart({ samePort: true });
    const tookMs = performance.now() - beganMs;
    const isBack = async () => (await loads.run({ ...run, lanes: open })).errors === 0;
    if (await until(isBack, 20_000)) return tookMs;
    throw new Error("the clients did not find the gateway again");
  }

  /** @throws Error when the ledgers break a promise; returns how many payments they hold */
  async check(): Promise<number> {
    const auditor = this.host("gateway");
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

  /** A host with this certificate; it ends with the town. */
  host(certificate: string): RealHost {
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
