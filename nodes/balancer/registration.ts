/**
 * Keeps a backend on the list of every balancer: registers, reports, and registers again wherever a
 * balancer does not know it, as after the balancer's restart.
 */
import type { Discovery } from "../host/discovery.ts";
import type { Host, Repeating } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import type { Client } from "../host/service.ts";
import type { Start } from "./backend-list.ts";
import type { Load } from "./load.ts";
import { Membership } from "./protocol.ts";

/** A balancer that does not answer for so long is asked again in the next round. */
const timeoutMs = 500;
/** A newer incarnation of this backend has the place; it may die. */
const supersededMs = 1_000;

/** How this backend stands with one balancer. */
interface Standing {
  readonly balancer: Client<typeof Membership>;
  registered: boolean;
  /** While the balancer is slow it gets no second call. */
  underWay: Promise<void> | undefined;
  notBeforeMs: number;
  /** The last thing that went wrong, which is logged once. */
  trouble: string;
}

export class Registration {
  readonly #host: Host;
  readonly #balancers: Discovery;
  readonly #start: Start;
  readonly #load: () => Load;
  readonly #standings = new Map<string, Standing>();
  #sequence = 0;
  #rounds: Repeating | undefined;

  /** @param load looks at how the backend is doing, once a round */
  constructor(host: Host, balancers: Discovery, start: Start, load: () => Load) {
    this.#host = host;
    this.#balancers = balancers;
    this.#start = start;
    this.#load = load;
  }

  /** Resolves after the first round, whatever came of it; further ones follow. */
  async begin(everyMs: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#rounds = this.#host.clock.every(everyMs, () => void this.#round());
    void this.#round().then(resolve);
    await promise;
  }

  /** Leaves every list. Resolves when all that answer have been told. */
  async end(): Promise<void> {
    this.#rounds?.stop();
    const { id, incarnation } = this.#start;
    const leave = async ({ balancer, underWay }: Standing) => {
      // A call that is still under way could put the backend on the list again.
      await underWay;
      await balancer.deregister({ id, incarnation }, { timeoutMs }).catch(() => {});
    };
    await Promise.all([...this.#standings.values()].map(leave));
  }

  async #round(): Promise<void> {
    this.#sequence += 1;
    const load = this.#load();
    const addresses = await this.#balancers.addresses().catch((error): readonly string[] => {
      this.#host.log.debug("no balancer is found", { error: String(error) });
      return [];
    });
    for (const address of this.#standings.keys()) {
      if (!addresses.includes(address)) this.#standings.delete(address);
    }
    await Promise.all(addresses.map((address) => this.#keep(address, load, this.#sequence)));
  }

  async #keep(address: string, load: Load, sequence: number): Promise<void> {
    const standing = this.#standing(address);
    const isLeftAlone = this.#host.clock.monotonicMs() < standing.notBeforeMs;
    if (isLeftAlone || standing.underWay !== undefined) return;
    standing.underWay = this.#tell(address, standing, load, sequence);
    await standing.underWay;
    standing.underWay = undefined;
  }

  /** Registers where that is due, and reports. */
  async #tell(address: string, standing: Standing, load: Load, sequence: number): Promise<void> {
    try {
      if (!standing.registered) await this.#register(standing);
      await this.#report(standing, load, sequence);
      standing.trouble = "";
    } catch (error) {
      this.#note(address, standing, error);
    }
  }

  #standing(address: string): Standing {
    const known = this.#standings.get(address);
    if (known !== undefined) return known;
    const balancer = this.#host.connect(Membership, address);
    const made: Standing = {
      balancer,
      registered: false,
      underWay: undefined,
      notBeforeMs: 0,
      trouble: "",
    };
    this.#standings.set(address, made);
    return made;
  }

  async #register(standing: Standing): Promise<void> {
    const { id, address, incarnation } = this.#start;
    const request = { backend: { id, address }, incarnation };
    await standing.balancer.register(request, { timeoutMs });
    standing.registered = true;
  }

  async #report(standing: Standing, load: Load, sequence: number): Promise<void> {
    const { id, incarnation } = this.#start;
    const report = () =>
      standing.balancer.report({ id, incarnation, sequence, load }, { timeoutMs });
    try {
      await report();
    } catch (error) {
      if (!(error instanceof RpcError && error.code === "NOT_FOUND")) throw error;
      await this.#register(standing);
      await report();
    }
  }

  #note(address: string, standing: Standing, error: unknown): void {
    if (!(error instanceof RpcError)) throw error;
    if (error.code === "ABORTED") {
      standing.registered = false;
      standing.notBeforeMs = this.#host.clock.monotonicMs() + supersededMs;
    }
    if (standing.trouble === error.code) return;
    standing.trouble = error.code;
    this.#host.log.warn("not on a balancer's list", { balancer: address, error: error.message });
  }
}
