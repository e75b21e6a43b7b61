/** Measures how a backend is doing, one look a report. */
import { median } from "simple-statistics";
import type { Clock } from "../host/host.ts";
import type { Load } from "./load.ts";
import type { Machine } from "./machine.ts";
import type { Slots } from "./slots.ts";

/** Rates and utilizations are averages over about so long: a report alone sees few requests. */
const averagedOverMs = 1_000;
const latenciesKept = 64;

export class LoadMeter {
  readonly #clock: Clock;
  readonly #machine: Machine;
  readonly #slots: Slots;
  readonly #periodMs: number;
  readonly #latenciesMs: number[] = [];
  #finished = 0;
  #failed = 0;
  #last: { readonly atMs: number; readonly busyMs: number; readonly processorMs: number };
  #load: Load;

  /** @param periodMs between two looks */
  constructor(clock: Clock, machine: Machine, slots: Slots, periodMs: number) {
    this.#clock = clock;
    this.#machine = machine;
    this.#slots = slots;
    this.#periodMs = periodMs;
    this.#last = this.#now();
    this.#load = {
      inFlight: 0,
      queued: 0,
      capacity: slots.capacity,
      utilization: 0,
      processUtilization: 0,
      eventLoopDelayMs: 0,
      requestsPerSecond: 0,
      errorsPerSecond: 0,
      latencyMs: 0,
    };
  }

  /** As of the last look. */
  get load(): Load {
    return this.#load;
  }

  /** A task has ended. @param latencyMs from its arrival on */
  record(latencyMs: number, failed: boolean): void {
    if (failed) this.#failed += 1;
    else this.#finished += 1;
    this.#latenciesMs.push(latencyMs);
    if (this.#latenciesMs.length > latenciesKept) this.#latenciesMs.shift();
  }

  /** Looks again. */
  look(): Load {
    const now = this.#now();
    const elapsedMs = now.atMs - this.#last.atMs;
    if (elapsedMs <= 0) return this.#load;
    const share = 1 - Math.exp(-elapsedMs / averagedOverMs);
    const average = (before: number, value: number) => before + share * (value - before);
    const { capacity, inFlight, queued } = this.#slots;
    const utilization = (now.busyMs - this.#last.busyMs) / (elapsedMs * capacity);
    const cores = (now.processorMs - this.#last.processorMs) / elapsedMs;
    this.#load = {
      inFlight,
      queued,
      capacity,
      utilization: Math.min(1, average(this.#load.utilization, utilization)),
      processUtilization: average(this.#load.processUtilization, cores),
      eventLoopDelayMs: Math.max(0, elapsedMs - this.#periodMs),
      requestsPerSecond: average(
        this.#load.requestsPerSecond,
        (this.#finished * 1_000) / elapsedMs,
      ),
      errorsPerSecond: average(this.#load.errorsPerSecond, (this.#failed * 1_000) / elapsedMs),
      latencyMs: this.#latenciesMs.length === 0 ? 0 : median(this.#latenciesMs),
    };
    this.#finished = 0;
    this.#failed = 0;
    this.#last = now;
    return this.#load;
  }

  #now() {
    const processorMs = this.#machine.processorMs();
    return { atMs: this.#clock.monotonicMs(), busyMs: this.#slots.busyMs, processorMs };
  }
}
