/** A balancer with backends in this process, on real connections, for the tests of this folder. */
import type { Server } from "../../host/host.ts";
import type { RealHost } from "../../host/real.ts";
import { anyPort, testHost, until } from "../../host/test-support.ts";
import { type BackendOptions, startBackend } from "../backend.ts";
import { type BalancerOptions, startBalancer } from "../balancer.ts";
import { Admin, Balancer, Membership } from "../protocol.ts";

export interface TestPlan {
  readonly backends: number;
  readonly policy?: BalancerOptions["policy"];
  readonly leaseMs?: number;
  /** Of every backend. */
  readonly backend?: Partial<BackendOptions>;
}

interface Started {
  readonly host: RealHost & Disposable;
  readonly server: Server;
}

export class TestBalancer implements AsyncDisposable {
  readonly backends: Started[] = [];
  readonly #balancer: Started;
  readonly #plan: TestPlan;

  private constructor(balancer: Started, plan: TestPlan) {
    this.#balancer = balancer;
    this.#plan = plan;
  }

  /** Resolves when every backend is listed and has reported. */
  static async start(plan: TestPlan): Promise<TestBalancer> {
    const host = testHost({ id: "lb1" });
    const server = await startBalancer(host, {
      address: anyPort,
      policy: plan.policy ?? "least_load",
      leaseMs: plan.leaseMs ?? 1_000,
      lifetimeMs: 50,
      announce: undefined,
      foreignAddresses: false,
    });
    const balanced = new TestBalancer({ host, server }, plan);
    for (let index = 1; index <= plan.backends; index += 1) await balanced.addBackend(`b${index}`);
    return balanced;
  }

  get address(): string {
    return this.#balancer.server.address;
  }

  /** Connections of the balancer's own host, to itself. */
  get host(): RealHost {
    return this.#balancer.host;
  }

  get balancer() {
    return this.host.connect(Balancer, this.address);
  }

  get membership() {
    return this.host.connect(Membership, this.address);
  }

  get admin() {
    return this.host.connect(Admin, this.address);
  }

  async addBackend(id: string, options: Partial<BackendOptions> = {}): Promise<Started> {
    const host = testHost({ id });
    const server = await startBackend(host, {
      address: anyPort,
      balancers: this.address,
      capacity: 2,
      queue: 100,
      slowFactor: 1,
      reportEveryMs: 20,
      drainMs: 50,
      plainHeaders: false,
      ...this.#plan.backend,
      ...options,
    });
    const started = { host, server };
    this.backends.push(started);
    await until(async () => (await this.listed()).includes(id));
    return started;
  }

  /** Ids of those that are listed and have reported. */
  async listed(): Promise<string[]> {
    const { backends } = await this.admin.listBackends({});
    const reported = backends.filter(({ load }) => load !== null);
    return reported.map(({ backend }) => backend?.id ?? "").sort();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.backends.map(({ server }) => server.stop(0)));
    await this.#balancer.server.stop(0);
    for (const { host } of [...this.backends, this.#balancer]) host[Symbol.dispose]();
  }
}
