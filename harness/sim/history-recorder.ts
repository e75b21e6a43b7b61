/** Records what clients ask and are told, by the virtual clock. */
import { RpcError } from "../../nodes/host/rpc-error.ts";
import type { Event } from "../check/history.ts";
import type { WitnessOperation } from "../check/verdict.ts";
import type { Operation, Perform } from "./problem.ts";
import type { Simulation } from "./simulation.ts";
import { summarize } from "./trace.ts";

interface Waiting {
  readonly operation: Operation;
  readonly invokedAt: number;
}

type End = Pick<Event, "type" | "value" | "node">;

export class HistoryRecorder {
  readonly history: Event[] = [];
  private readonly simulation: Simulation;
  private readonly waiting = new Map<string, Waiting>();

  constructor(simulation: Simulation) {
    this.simulation = simulation;
  }

  /** What clients still wait for, in words; empty when they are done. */
  get pending(): string[] {
    return [...this.waiting].map(
      ([
        process,
        {
          operation: { f, key },
        },
      ]) => `${process} ${f} ${key ?? ""}`.trim(),
    );
  }

  /** The same as they stand in the history. */
  get pendingOperations(): WitnessOperation[] {
    return [...this.waiting].map(([process, { invokedAt }]) => ({ process, invokedAt }));
  }

  /** Performs one operation for `process` and says how it ended. */
  async perform(process: string, operation: Operation, act: Perform): Promise<Event["type"]> {
    const { f, key, value } = operation;
    this.add({ process, type: "invoke", f, key, value });
    this.waiting.set(process, { operation, invokedAt: this.simulation.scheduler.now });
    const end = await this.attempt(operation, act);
    this.waiting.delete(process);
    this.add({ process, f, key, ...end });
    return end.type;
  }

  private async attempt(operation: Operation, act: Perform): Promise<End> {
    try {
      return { type: "ok", ...(await act(operation)) };
    } catch (error) {
      if (!(error instanceof RpcError)) throw error;
      return { type: error.definite ? "fail" : "info", value: error.message };
    }
  }

  private add(event: Omit<Event, "time">): void {
    const { scheduler, trace } = this.simulation;
    this.history.push({ time: scheduler.now, ...event });
    if (trace === undefined) return;
    const { process, type, f, key, value } = event;
    const [node = process] = process.split("/");
    const mark = { invoke: "?", ok: "=", fail: "✗", info: "…" }[type];
    const text = `${f}${mark} ${key ?? ""} ${summarize(value)}`;
    trace.push({ kind: "node", at: scheduler.now, node, text });
  }
}
