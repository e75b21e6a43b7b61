/**
 * Runs one schedule: starts the nodes, lets clients and faults loose, waits until all has healed
 * and become quiet, reads the final state, and has it judged. A run that stops making progress
 * after all has healed violates liveness; what it did until then is still judged for safety.
 */
import type { Host } from "../../nodes/host/host.ts";
import { seededRandom } from "../../nodes/host/random.ts";
import { RpcError } from "../../nodes/host/rpc-error.ts";
import type { Event } from "../check/history.ts";
import { type Check, fail, pass, undecided } from "../check/verdict.ts";
import { injectFaults } from "./fault-injector.ts";
import { HistoryRecorder } from "./history-recorder.ts";
import type { Conditions, Plan } from "./plan.ts";
import type { Problem } from "./problem.ts";
import type { Reached } from "./reached.ts";
import { Simulation } from "./simulation.ts";
import type { TraceEntry } from "./trace.ts";
import { Worker } from "./worker.ts";

export interface ScheduleResult {
  readonly seed: number;
  readonly checks: readonly Check[];
  readonly history: readonly Event[];
  /** What the problem's `observe` read; undefined when the run never became quiet. */
  readonly state: unknown;
  readonly reached: Reached;
  /** How many events happened, in how much virtual time. */
  readonly events: number;
  readonly virtualMs: number;
  /** Empty unless asked for. */
  readonly trace: readonly TraceEntry[];
}

/** After the last fault has healed its late messages may still arrive, and nodes still start. */
const settlingMs = 1_000;

/** Whether there is a time after which no fault can strike. */
function hasCalm({ faults }: Plan, { network }: Conditions): boolean {
  const losses = network.loseRequest + network.loseReply + network.duplicate;
  return losses === 0 && faults.every((fault) => "at" in fault);
}

/** How often it is looked whether all has healed. */
const lookAgainMs = 100;
/** An operation so rare that so many draws do not bring it up is not tried again. */
const drawsAtMost = 1_000;

export interface RunOptions {
  readonly traced?: boolean;
}

export function runSchedule<State>(
  problem: Problem<State>,
  plan: Plan,
  seed: number,
  conditions: Conditions,
  options: RunOptions = {},
): ScheduleResult {
  const simulation = new Simulation({
    seed,
    network: conditions.network,
    faults: plan.faults,
    skewMs: conditions.skewMs,
    mutualTls: problem.mutualTls ?? false,
    ...(problem.roleOf === undefined ? {} : { roleOf: problem.roleOf }),
    traced: options.traced ?? false,
    ...(conditions.disk === undefined ? {} : { disk: conditions.disk }),
  });
  const recorder = new HistoryRecorder(simulation);
  try {
    const run = new Run(problem, plan, conditions, simulation, recorder);
    const liveness = run.watch();
    const { history } = recorder;
    const calmSince = hasCalm(plan, conditions) ? simulation.healsAt + settlingMs : undefined;
    const checks = [liveness, ...problem.judge({ history, state: run.state, calmSince })];
    const { state } = run;
    const { reached, scheduler, trace = [] } = simulation;
    const { executed: events, now: virtualMs } = scheduler;
    return { seed, checks, history, state, reached, events, virtualMs, trace };
  } finally {
    simulation.close();
  }
}

class Run<State> {
  state: State | undefined;
  private readonly problem: Problem<State>;
  private readonly plan: Plan;
  private readonly conditions: Conditions;
  private readonly simulation: Simulation;
  private recorder: HistoryRecorder;
  private phase = "the nodes start";
  private lastProgress = 0;
  private finished = false;
  private mistake: unknown;

  constructor(
    problem: Problem<State>,
    plan: Plan,
    conditions: Conditions,
    simulation: Simulation,
    recorder: HistoryRecorder,
  ) {
    this.problem = problem;
    this.plan = plan;
    this.conditions = conditions;
    this.simulation = simulation;
    this.recorder = recorder;
  }

  /** Lets events happen until the run is over, and says whether it got to its end. */
  watch(): Check {
    const { simulation, conditions } = this;
    const { scheduler } = simulation;
    scheduler.after(0, () => {
      this.drive().catch((error: unknown) => {
        this.mistake = error;
        this.finished = true;
      });
    });
    while (!this.finished) {
      if (scheduler.executed >= conditions.eventsAtMost)
        return undecided("liveness", `given up after ${scheduler.executed} events`);
      const since = Math.max(this.lastProgress, simulation.healsAt);
      const isStuck = scheduler.now > since + conditions.patienceMs;
      if (isStuck || !scheduler.step()) return this.stuck(since);
    }
    const { mistake } = this;
    if (mistake instanceof RpcError) return fail("liveness", `${this.phase}: ${mistake.message}`);
    if (mistake !== undefined) throw mistake;
    return pass("liveness", `all was done after ${Math.round(scheduler.now)} ms of virtual time`);
  }

  private stuck(since: number): Check {
    const waiting = this.recorder.pending.join(", ");
    const what = waiting === "" ? this.phase : `${this.phase}: ${waiting}`;
    const time = Math.round(since);
    const evidence = `no progress since ${time} ms, although all had healed (${what})`;
    return { ...fail("liveness", evidence), witness: this.recorder.pendingOperations };
  }

  private async drive(): Promise<void> {
    const { problem, plan, simulation, conditions } = this;
    const nodes = problem.nodes.map(({ id, start }) => simulation.addNode(id, start));
    const clients = [...new Set(plan.operations.map(({ client }) => client))].sort();
    const hosts = clients.map((client) => simulation.client(client));
    const harness = simulation.client("harness");
    for (const node of nodes) {
      await simulation.start(node);
      this.progress("the nodes start");
    }
    injectFaults(simulation, plan.faults);
    this.progress("the clients work");
    const workers = hosts.map((host) => new Worker(problem, host, this.recorder));
    await Promise.all(workers.map((worker) => this.work(worker)));
    this.progress("all heals");
    await this.untilHealed(harness);
    this.progress("all becomes quiet");
    await harness.clock.sleep(conditions.quietMs);
    this.progress("the final state is read");
    this.state = await problem.observe(harness);
    this.progress("each client tries each operation again");
    // Not before the state was read: new operations would mend what a system never mends itself.
    // They count for liveness only and are no part of the history.
    this.recorder = new HistoryRecorder(simulation);
    const again = hosts.map((host) => new Worker(problem, host, this.recorder));
    await Promise.all(again.map((worker) => this.tryAgain(worker)));
    this.finished = true;
  }

  private async work(worker: Worker): Promise<void> {
    const { id, clock } = worker.host;
    const beganAt = clock.monotonicMs();
    for (const operation of this.plan.operations) {
      if (operation.client !== id) continue;
      await clock.sleep(beganAt + operation.at - clock.monotonicMs());
      await worker.perform(operation);
      this.progress(this.phase);
    }
  }

  /**
   * Once all has healed, every sort of operation must succeed soon: a system that only times out
   * makes no progress, although its clients go on from one failure to the next.
   */
  private async tryAgain(worker: Worker): Promise<void> {
    const random = seededRandom(this.simulation.seed, `again ${worker.host.id}`);
    const left = new Set(this.plan.operations.map(({ f }) => f));
    for (let draws = 0; left.size > 0 && draws < drawsAtMost; draws += 1) {
      const operation = this.problem.operation(random, worker.host.id);
      while (left.has(operation.f)) {
        if (await worker.perform(operation)) left.delete(operation.f);
        else await worker.host.clock.sleep(lookAgainMs);
      }
      this.progress(this.phase);
    }
  }

  private async untilHealed(harness: Host): Promise<void> {
    const { simulation } = this;
    simulation.placed.disarm();
    simulation.network.calm();
    while (simulation.scheduler.now < simulation.healsAt || !simulation.areAllReady)
      await harness.clock.sleep(lookAgainMs);
  }

  private progress(phase: string): void {
    const { trace, scheduler } = this.simulation;
    if (phase !== this.phase) trace?.push({ kind: "world", at: scheduler.now, text: phase });
    this.phase = phase;
    this.lastProgress = scheduler.now;
  }
}
