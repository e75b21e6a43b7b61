import type { Check } from "../check/verdict.ts";
import { describeFault, type Fault, type FaultKind } from "./fault-plan.ts";
import type { ProxiedCall } from "./proxied-call.ts";
import type { Table } from "./table.ts";

/**
 * What the faults of a run did: as JSON lines `{time, event: begin|strike|heal, …}` in the order
 * and on the clock of the history, and how often each kind struck which method in flight.
 */
export class FaultLog implements AsyncDisposable {
  readonly #file: Bun.FileSink;
  /** By kind, then method. */
  readonly #strikes = new Map<FaultKind, Map<string, number>>();

  constructor(file: string) {
    this.#file = Bun.file(file).writer();
  }

  begin(fault: Fault): void {
    this.#write("begin", { fault: describeFault(fault) });
  }

  heal(fault: Fault): void {
    this.#write("heal", { fault: describeFault(fault) });
  }

  /** A fault of this kind struck a call that was in flight. */
  strike(kind: FaultKind, { method, from, to }: ProxiedCall): void {
    const methods = this.#strikes.get(kind) ?? new Map<string, number>();
    methods.set(method, (methods.get(method) ?? 0) + 1);
    this.#strikes.set(kind, methods);
    this.#write("strike", { kind, method, from, to });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#file.end();
  }

  /** How often each kind struck, by method. */
  table(kinds: readonly FaultKind[]): Table {
    const rows = kinds.map((kind) => {
      const methods = [...(this.#strikes.get(kind) ?? [])].sort(
        ([, one], [, other]) => other - one,
      );
      const total = methods.reduce((sum, [, count]) => sum + count, 0);
      return [kind, `${total}`, methods.map(([method, count]) => `${method} ${count}`).join(", ")];
    });
    return { head: ["fault", "calls struck", "by method"], rows };
  }

  /** A fault that struck nothing tested nothing. */
  reached(kinds: readonly FaultKind[]): Check {
    const missed = kinds.filter((kind) => !this.#strikes.has(kind));
    return {
      name: "every fault that was asked for struck a call in flight",
      verdict: missed.length === 0 ? "PASS" : "UNDECIDED",
      evidence:
        missed.length === 0
          ? `${kinds.length} kinds of faults, see the table`
          : `never struck: ${missed.join(", ")}`,
    };
  }

  #write(event: string, fields: object): void {
    this.#file.write(`${JSON.stringify({ time: performance.now(), event, ...fields })}\n`);
    // A run that is interrupted has its log too.
    void this.#file.flush();
  }
}
