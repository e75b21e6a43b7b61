/** The clock of one start of a node, on virtual time. */
import type { Clock, Repeating } from "../../nodes/host/host.ts";
import { never } from "./disk.ts";
import type { ScheduledEvent } from "./event-queue.ts";
import type { SimulatedHost } from "./host.ts";

/** What all wall clocks show at the start: 14 November 2023, 22:13:20 UTC. */
const epochMs = 1_700_000_000_000;

export class SimulatedClock implements Clock {
  private readonly startedAt: number;

  private readonly host: SimulatedHost;

  constructor(host: SimulatedHost) {
    this.host = host;
    this.startedAt = host.simulation.scheduler.now;
  }

  wallMs(): number {
    const { node, simulation } = this.host;
    if (node.clockSteps > 0) simulation.reached.strike("clock-step", "wallMs");
    return Math.floor(epochMs + simulation.scheduler.now + node.wallOffsetMs);
  }

  monotonicMs(): number {
    return this.host.simulation.scheduler.now - this.startedAt;
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    if (!this.host.isAlive) return never();
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const onAbort = () => {
        timer.action = undefined;
        reject(signal?.reason);
      };
      const timer = this.timer(Math.max(milliseconds, 0), () => {
        signal?.removeEventListener("abort", onAbort);
        resolve();
      });
      signal?.addEventListener("abort", onAbort);
    });
  }

  every(milliseconds: number, task: () => Promise<void> | void): Repeating {
    const { scheduler } = this.host.simulation;
    let stopped = !this.host.isAlive;
    let timer: ScheduledEvent | undefined;
    const next = (at: number) => {
      if (!stopped) timer = this.timer(Math.max(at - scheduler.now, 0), () => void round(at));
    };
    const round = async (at: number) => {
      try {
        await task();
      } catch (error) {
        this.host.log.error("a repeated task failed", { error: String(error) });
      }
      next(Math.max(at + milliseconds, scheduler.now));
    };
    next(scheduler.now + milliseconds);
    return {
      stop() {
        stopped = true;
        if (timer !== undefined) timer.action = undefined;
      },
    };
  }

  private timer(delayMs: number, action: () => void): ScheduledEvent {
    const { simulation, node, generation } = this.host;
    return simulation.scheduler.on(node, generation, delayMs, action);
  }
}
