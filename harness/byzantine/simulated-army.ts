/** Generals on the simulated host: one world, in which campaign follows on campaign. */
import type { Account, Bribe, CampaignPlan, Outcome, Post } from "../../nodes/byzantine/camp.ts";
import type { Host } from "../../nodes/host/host.ts";
import { RpcError } from "../../nodes/host/rpc-error.ts";
import type { NetworkModel } from "../sim/network-model.ts";
import { Simulation } from "../sim/simulation.ts";
import { campName, postsOf } from "./army.ts";
import { type GeneralPrograms, rightPrograms } from "./general-programs.ts";

/** Nothing is lost: synchrony is what the algorithms ask of the world. */
const network: NetworkModel = {
  latency: { kind: "uniform", minMs: 0.2, maxMs: 2 },
  loseRequest: 0,
  loseReply: 0,
  duplicate: 0,
  fifo: false,
};

/** Of the simulation: far longer than messages travel, and it costs nothing. */
const roundMs = 100;
/** A campaign that takes more events than any can is stuck. */
const eventsAtMost = 200_000;

export interface ArmyOptions {
  readonly seed: number;
  readonly generals: number;
  /** The numbers of the traitors. */
  readonly traitors: readonly number[];
  readonly programs?: GeneralPrograms;
}

export class SimulatedArmy implements Disposable {
  readonly posts: readonly Post[];
  readonly #simulation: Simulation;
  readonly #camp: Host;
  readonly #traitors: readonly number[];
  readonly #programs: GeneralPrograms;
  #campaign = 0;

  constructor({ seed, generals, traitors, programs = rightPrograms }: ArmyOptions) {
    this.posts = postsOf(generals);
    this.#traitors = traitors;
    this.#programs = programs;
    this.#simulation = new Simulation({ seed, network, mutualTls: true });
    for (const [number, { id, address }] of this.posts.entries()) {
      const start = traitors.includes(number) ? programs.startTraitor : programs.startGeneral;
      const node = this.#simulation.addNode(id, (host) => start(host, { address, camp: campName }));
      this.#await(() => this.#simulation.start(node));
    }
    this.#camp = this.#simulation.client(campName);
  }

  /** Has all traitors betray so from now on. */
  bribe(given: Omit<Bribe, "traitors">): void {
    const traitors = this.#traitors;
    this.#await(() => this.#programs.bribe(this.#camp, this.posts, { ...given, traitors }));
  }

  /** @throws RpcError when a general comes to no decision */
  wage(plan: Omit<CampaignPlan, "campaign" | "roundMs">): Outcome[] {
    this.#campaign += 1;
    const whole = { ...plan, campaign: this.#campaign, roundMs };
    return this.#await(() => this.#programs.wage(this.#camp, this.posts, whole));
  }

  /** Of the last campaign. */
  accounts(): Account[] {
    return this.#await(() => this.#programs.accounts(this.#camp, this.posts, this.#campaign));
  }

  [Symbol.dispose](): void {
    this.#simulation.close();
  }

  /** Lets events happen until this is done. */
  #await<Result>(body: () => Promise<Result>): Result {
    const { scheduler } = this.#simulation;
    let settled: { readonly result: Result } | { readonly error: unknown } | undefined;
    const limit = scheduler.executed + eventsAtMost;
    scheduler.after(0, () => {
      body().then(
        (result) => {
          settled = { result };
        },
        (error: unknown) => {
          settled = { error };
        },
      );
    });
    while (settled === undefined) {
      if (scheduler.executed > limit || !scheduler.step()) {
        throw new RpcError("DEADLINE_EXCEEDED", `stuck after ${scheduler.executed} events`);
      }
    }
    const { result, error } = settled as { result: Result; error?: unknown };
    if (error !== undefined) throw error;
    return result;
  }
}
