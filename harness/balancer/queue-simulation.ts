/**
 * The same arrivals at the same backends in virtual time: a balancer's list, its policies, the
 * backends' slots and their meters are the nodes' own code; what is left out is gRPC and the
 * machine. With reports that are always fresh, `least_load` is join-shortest-queue with perfect
 * knowledge, which nothing that waits for reports can beat by much.
 */
import type { Arrival } from "../../nodes/balancer/arrivals.ts";
import { BackendList, type Endpoint } from "../../nodes/balancer/backend-list.ts";
import { choose, inTurns } from "../../nodes/balancer/choose.ts";
import { LoadMeter } from "../../nodes/balancer/load-meter.ts";
import { type PolicyName, policies } from "../../nodes/balancer/policies.ts";
import { Slots } from "../../nodes/balancer/slots.ts";
import type { Clock, Random } from "../../nodes/host/host.ts";
import { seededRandom } from "../../nodes/host/random.ts";
import { RpcError } from "../../nodes/host/rpc-error.ts";
import { Scheduler } from "../sim/scheduler.ts";

export interface QueueBackend {
  readonly id: string;
  readonly capacity: number;
  readonly slowFactor: number;
  /** When it joins the list; default: from the start. */
  readonly fromMs?: number;
  /** When it is killed; default: never. */
  readonly untilMs?: number;
}

export interface QueueCall extends Arrival {
  /** Which client makes it. */
  readonly client: number;
  /** It goes to this backend whatever the policy says, and is not measured. */
  readonly pinnedTo?: string;
}

export interface QueueModel {
  /** In the order in which they are due. Sizes are service times in microseconds. */
  readonly calls: readonly QueueCall[];
  readonly backends: readonly QueueBackend[];
  readonly policy: PolicyName;
  /** `perfect`: the balancer knows at each moment what each backend has to do. */
  readonly reports: "perfect" | { readonly everyMs: number };
  /** For how many calls a client uses one answer, and for how long. */
  readonly reuse: number;
  readonly lifetimeMs: number;
  /** Places in the queue of each backend. */
  readonly queueAtMost: number;
  /** From a client to a balancer or a backend, and back. */
  readonly roundTripMs: number;
  readonly seed: number;
}

export interface QueueOutcome {
  /** Of each call that was answered, since it was due. */
  readonly responses: readonly { readonly dueMs: number; readonly responseMs: number }[];
  readonly failed: number;
  /** Answers of each backend. */
  readonly answered: ReadonlyMap<string, number>;
}

const leaseMs = 1_000;
/** As the client tries. */
const attemptsAtMost = 3;

class Backend {
  readonly id: string;
  readonly model: QueueBackend;
  readonly slots: Slots;
  readonly meter: LoadMeter;
  alive = false;
  answered = 0;
  /** Its death, which fails all calls that are there. */
  readonly death = Promise.withResolvers<void>();

  constructor(model: QueueBackend, clock: Clock, everyMs: number, queueAtMost: number) {
    this.id = model.id;
    this.model = model;
    this.slots = new Slots(clock, model.capacity, queueAtMost);
    const machine = { compute: async () => "", processorMs: () => 0 };
    this.meter = new LoadMeter(clock, machine, this.slots, everyMs);
  }
}

export function simulateQueues(model: QueueModel): QueueOutcome {
  const run = new QueueRun(model);
  run.schedule();
  while (run.scheduler.step());
  const answered = new Map([...run.backends.values()].map(({ id, answered: its }) => [id, its]));
  return { responses: run.responses, failed: run.failed, answered };
}

class QueueRun {
  readonly scheduler = new Scheduler();
  readonly backends: ReadonlyMap<string, Backend>;
  readonly responses: { dueMs: number; responseMs: number }[] = [];
  failed = 0;
  readonly #model: QueueModel;
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #list: BackendList;
  /** By client: what is left of its last answer. */
  readonly #advice = new Map<number, { endpoints: Endpoint[]; goodUntilMs: number }>();
  readonly #endMs: number;
  #sequence = 0;

  constructor(model: QueueModel) {
    this.#model = model;
    this.#clock = clockOf(this.scheduler);
    this.#random = seededRandom(model.seed, "balancer");
    this.#list = new BackendList(this.#clock, leaseMs);
    this.#endMs = model.calls.at(-1)?.dueMs ?? 0;
    const everyMs = model.reports === "perfect" ? 1 : model.reports.everyMs;
    this.backends = new Map(
      model.backends.map((each) => [
        each.id,
        new Backend(each, this.#clock, everyMs, model.queueAtMost),
      ]),
    );
  }

  schedule(): void {
    const { scheduler } = this;
    const { reports, calls } = this.#model;
    for (const [index, backend] of [...this.backends.values()].entries()) {
      const { fromMs = 0, untilMs } = backend.model;
      // Backends report out of step, as processes do that were started one after the other.
      const offsetMs =
        reports === "perfect" ? 0 : (reports.everyMs * index) / this.#model.backends.length;
      scheduler.after(fromMs, () => this.#join(backend, offsetMs));
      if (untilMs !== undefined) {
        scheduler.after(untilMs, () => {
          backend.alive = false;
          backend.death.resolve();
        });
      }
    }
    for (const call of calls) scheduler.after(call.dueMs, () => void this.#perform(call));
  }

  #join(backend: Backend, offsetMs: number): void {
    const { id } = backend;
    backend.alive = true;
    this.#list.register({ id, address: `${id}:1`, incarnation: 1 });
    const { reports } = this.#model;
    this.#report(backend);
    if (reports === "perfect") return;
    const again = () => {
      if (!backend.alive || this.scheduler.now > this.#endMs) return;
      this.#report(backend);
      this.scheduler.after(reports.everyMs, again);
    };
    this.scheduler.after(offsetMs, again);
  }

  #report(backend: Backend): void {
    this.#sequence += 1;
    this.#list.report(backend.id, 1, this.#sequence, backend.meter.look());
  }

  /** Knows what each backend has to do, at this moment, without asking its meter. */
  #learnAll(): void {
    for (const backend of this.backends.values()) {
      if (!backend.alive) this.#list.deregister(backend.id, 1);
      else {
        const { inFlight, queued } = backend.slots;
        this.#sequence += 1;
        this.#list.report(backend.id, 1, this.#sequence, {
          ...backend.meter.load,
          inFlight,
          queued,
        });
      }
    }
  }

  async #perform(call: QueueCall): Promise<void> {
    const { roundTripMs } = this.#model;
    const tried: string[] = [];
    while (tried.length < attemptsAtMost) {
      const backend = call.pinnedTo ?? (await this.#next(call.client, tried));
      if (backend === undefined) break;
      tried.push(backend);
      await this.#clock.sleep(roundTripMs / 2);
      const done = await this.#serve(this.backends.get(backend), call);
      await this.#clock.sleep(roundTripMs / 2);
      if (call.pinnedTo !== undefined) return;
      if (!done) continue;
      const { dueMs } = call;
      this.responses.push({ dueMs, responseMs: this.scheduler.now - dueMs });
      return;
    }
    if (call.pinnedTo === undefined) this.failed += 1;
  }

  async #next(client: number, tried: readonly string[]): Promise<string | undefined> {
    const { reuse, lifetimeMs, policy, roundTripMs, reports } = this.#model;
    const advice = this.#advice.get(client);
    const usable = advice !== undefined && this.scheduler.now <= advice.goodUntilMs;
    const known = usable && tried.length === 0 ? advice.endpoints.shift() : undefined;
    if (known !== undefined) return known.id;
    if (reports === "perfect") this.#learnAll();
    else await this.#clock.sleep(roundTripMs);
    try {
      const calls = tried.length === 0 && reports !== "perfect" ? reuse : 1;
      const query = { calls, count: 1, exclude: tried };
      const choices = choose(this.#list, policies[policy], query, this.scheduler.now, this.#random);
      const endpoints = inTurns(choices);
      const chosen = endpoints.shift();
      const goodUntilMs = this.scheduler.now + lifetimeMs;
      if (tried.length === 0) this.#advice.set(client, { endpoints, goodUntilMs });
      return chosen?.id;
    } catch (error) {
      if (error instanceof RpcError) return undefined;
      throw error;
    }
  }

  /** @returns whether it was answered: a backend that dies answers nothing */
  async #serve(backend: Backend | undefined, { size }: QueueCall): Promise<boolean> {
    if (backend === undefined || !backend.alive) return false;
    const arrivedMs = this.scheduler.now;
    const calls = backend.slots.inFlight + backend.slots.queued + 1;
    const work = () => this.#clock.sleep((size / 1_000) * backend.model.slowFactor);
    try {
      const served = backend.slots.run(work, () => false);
      await Promise.race([served, backend.death.promise]);
    } catch (error) {
      if (error instanceof RpcError) return false;
      throw error;
    }
    backend.meter.record(this.scheduler.now - arrivedMs, calls, false);
    if (backend.alive) backend.answered += 1;
    return backend.alive;
  }
}

function clockOf(scheduler: Scheduler): Clock {
  return {
    wallMs: () => Math.floor(scheduler.now),
    monotonicMs: () => scheduler.now,
    sleep: (milliseconds) =>
      new Promise((resolve) => void scheduler.after(Math.max(0, milliseconds), resolve)),
    every: () => {
      throw new Error("reports are scheduled one by one");
    },
  };
}
