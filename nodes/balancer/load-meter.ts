/** Measures how a backend is doing, one look a report. */
import { median } from "simple-statistics";
import type { Clock } from "../host/host.ts";
import type { Load } from "./load.ts";
import type { Machine } from "./machine.ts";
import type { Slots } from "./slots.ts";

/** Rates and utilizations are averages over about so long: a report alone sees few requests. */
const averagedOverMs = 1_000;
const answersKept = 128;
/** A latency is the median of so many. */
const answersCompared = 15;

export class LoadMeter {
  readonly #clock: Clock;
  readonly #machine: Machine;
  readonly #slots: Slots;
  readonly #periodMs: number;
  readonly #answers: { readonly latencyMs: number; readonly calls: number }[] = [];
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

  /**
   * A task has ended.
   * @param latencyMs from its arrival on
   * @param calls that were here when it arrived, itself among them
   */
  record(latencyMs: number, calls: number, failed: boolean): void {
    if (failed) this.#failed += 1;
    else this.#finished += 1;
    this.#answers.push({ latencyMs, calls });
    if (this.#answers.length > answersKept) this.#answers.shift();
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
      latencyMs: this.#latencyAt(inFlight + queued + 1),
    };
    this.#finished = 0;
    this.#failed = 0;
    this.#last = now;
    return this.#load;
  }

  /**
   * How long an answer takes that finds so many calls here: the median of those that found about
   * as many, as Prequal's backends estimate it (Wydrowski et al. 2024, section 4).
   */
  #latencyAt(calls: number): number {
    const distance = (answer: { readonly calls: number }) => Math.abs(answer.calls - calls);
    const near = this.#answers
      .toSorted((one, other) => distance(one) - distance(other))
      .slice(0, answersCompared);
    return near.length === 0 ? 0 : median(near.map(({ latencyMs }) => latencyMs));
  }

  #now() {
    const processorMs = this.#machine.processorMs();
    return { atMs: this.#clock.monotonicMs(), busyMs: this.#slots.busyMs, processorMs };
  }
}
