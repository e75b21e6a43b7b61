/**
 * A client whose connection fails after its put was sent: it asks another server, and the put must
 * not run twice. The specification names this risk and leaves it ("Client-Server Protocol").
 */
import { FailoverClient } from "../../nodes/failover/failover-client.ts";
import { Store } from "../../nodes/failover/protocol.ts";
import type { Check } from "../check/verdict.ts";
import { FaultyNetwork } from "../kit/faulty-network.ts";
import type { CallFaultKind } from "../kit/proxied-call.ts";
import { type FailoverCluster, StuckError } from "./failover-cluster.ts";
import type { FailoverContext } from "./flags.ts";
import { RecordedClient } from "./recorded-client.ts";

/** Until the client gives up a server that does not answer. */
const patience = { tryMs: 400, operationMs: 10_000 };
/** Of the second copy of a doubled put: when the client has long gone on. */
const copyDelayMs = 50;

const kinds: readonly CallFaultKind[] = ["lose-reply", "cut", "lose-request", "duplicate"];

const what: Record<CallFaultKind, string> = {
  "lose-reply": "its reply is lost",
  cut: "its connection breaks",
  "lose-request": "it never arrives",
  duplicate: "it arrives twice",
  delay: "it is late",
};

/** A client behind proxies in front of two of the servers. */
export class LostReplies implements Disposable {
  readonly #context: FailoverContext;
  readonly #store: FailoverCluster;
  readonly #network: FaultyNetwork;
  readonly #client: RecordedClient;
  readonly #strikes: () => number;

  private constructor(
    context: FailoverContext,
    store: FailoverCluster,
    network: FaultyNetwork,
    addresses: readonly string[],
    strikes: () => number,
  ) {
    this.#context = context;
    this.#store = store;
    this.#network = network;
    const client = new FailoverClient(context.host, addresses, patience);
    this.#client = new RecordedClient("unlucky", client, context.recorder);
    this.#strikes = strikes;
  }

  /** @param ranks of the servers that the client asks, each behind a proxy */
  static async open(
    context: FailoverContext,
    store: FailoverCluster,
    ranks: readonly number[],
  ): Promise<LostReplies> {
    let strikes = 0;
    const network = new FaultyNetwork(() => {
      strikes += 1;
    });
    const addresses = await Promise.all(
      ranks.map(async (rank) => {
        const proxy = await network.place(`s${rank}`);
        proxy.aim(store.addresses[rank] ?? "");
        return proxy.address;
      }),
    );
    return new LostReplies(context, store, network, addresses, () => strikes);
  }

  [Symbol.dispose](): void {
    this.#network.close();
  }

  /** Each kind of fault strikes one put, and what it answers and leaves shows that it ran once. */
  async eachKind(): Promise<void> {
    const rows: string[][] = [];
    for (const kind of kinds) {
      this.#context.progress(`a put when ${what[kind]}`);
      const { answer, next, last, struck } = await this.#struckPut(kind);
      const once = answer === "before" && next === "struck" && last === "after";
      const answers = [answer, next, last].map((each) => each ?? "none");
      rows.push([what[kind], struck ? "yes" : "no", ...answers]);
      this.#context.check(ranOnce(`a put when ${what[kind]} runs once`, once, struck, answer));
    }
    const head = ["a put over `before`", "struck", "its answer", "of the next put", "in the end"];
    this.#context.table("Puts that something befalls", { head, rows });
  }

  /** The reply is lost, the primary dies, another server answers the retry; then it comes back. */
  async primaryDies(): Promise<void> {
    this.#context.progress("the reply of a put is lost and the primary dies before the retry");
    const key = "lost before the primary died";
    await this.#client.put(key, "before");
    const heal = this.#network.strike({ kind: "lose-reply", method: "Put", nth: 1, delayMs: 0 });
    const before = this.#strikes();
    const [answer, primary] = await Promise.all([
      this.#client.put(key, "struck"),
      this.#killPrimaryOnce(key, "struck"),
    ]);
    heal();
    const struck = this.#strikes() > before;
    const next = await this.#client.put(key, "after");
    const once = answer === "before" && next === "struck";
    const name = "a put whose reply is lost runs once, although the primary dies before the retry";
    this.#context.check(ranOnce(name, once, struck, answer));
    await this.#store.revive([primary]);
    await this.#store.untilServing([primary]);
  }

  /** Kills it as soon as another server answers this value for the key. @returns its rank */
  async #killPrimaryOnce(key: string, value: string): Promise<number> {
    const { clock } = this.#context.host;
    const primary = await this.#store.primary();
    const witness = this.#store.client(this.#store.up.filter((rank) => rank !== primary));
    const deadlineMs = clock.monotonicMs() + patience.operationMs;
    while ((await witness.get(key)) !== value) {
      if (clock.monotonicMs() > deadlineMs) throw new StuckError(`no server holds ${key}`);
      await clock.sleep(1);
    }
    await this.#store.kill([primary]);
    return primary;
  }

  async #struckPut(kind: CallFaultKind) {
    const key = `unlucky ${kind}`;
    await this.#client.put(key, "before");
    const strikes = this.#strikes();
    const rule = { kind, method: "Put", nth: 1, delayMs: copyDelayMs };
    const heal = this.#network.strike(rule);
    const answer = await this.#client.put(key, "struck");
    heal();
    const next = await this.#client.put(key, "after");
    if (kind === "duplicate") await this.#context.host.clock.sleep(2 * copyDelayMs);
    const last = await this.#client.get(key);
    return { answer, next, last, struck: this.#strikes() > strikes };
  }
}

/** Of which every server remembers the answer, with the data. */
const remembered = { client: "remembered", number: 1, key: "remembered", value: "first" };

/** A put that is sent again when all servers have died and come back. */
export async function putOnce(store: FailoverCluster, context: FailoverContext): Promise<void> {
  await sendRemembered(context, store, store.up[0] ?? 0);
  await store.client().put(remembered.key, "second");
}

export async function putAgain(store: FailoverCluster, context: FailoverContext): Promise<Check> {
  const name = "a put that is sent again to any server after all had died gets its first answer";
  const answers = await Promise.all(store.up.map((rank) => sendRemembered(context, store, rank)));
  const value = await store.client().get(remembered.key);
  const wrong = answers.some(({ found }) => found) || value !== "second";
  const evidence = wrong
    ? `answers ${JSON.stringify(answers)}, and the key holds ${value}`
    : `${answers.length} servers, and the later put stands`;
  return { name, verdict: wrong ? "FAIL" : "PASS", evidence };
}

function sendRemembered({ host }: FailoverContext, store: FailoverCluster, rank: number) {
  return host.connect(Store, store.addresses[rank] ?? "").put(remembered);
}

function ranOnce(name: string, once: boolean, struck: boolean, answer: string | undefined): Check {
  if (!once) return { name, verdict: "FAIL", evidence: `it answered ${answer ?? "not present"}` };
  if (!struck) return { name, verdict: "UNDECIDED", evidence: "nothing befell it" };
  return { name, verdict: "PASS", evidence: "it answered the old value, and so did the next put" };
}
