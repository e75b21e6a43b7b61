/** A client at work: performs one operation after the other, each recorded. */
import type { Host } from "../../nodes/host/host.ts";
import type { HistoryRecorder } from "./history-recorder.ts";
import type { Operation, Perform, Problem } from "./problem.ts";

export class Worker {
  readonly host: Host;
  private readonly recorder: HistoryRecorder;
  private readonly act: Perform;
  /** How many of its operations may still happen: after each it goes on under a new name. */
  private lost = 0;

  constructor(problem: Problem, host: Host, recorder: HistoryRecorder) {
    this.host = host;
    this.recorder = recorder;
    this.act = problem.client(host);
  }

  /** Whether the operation succeeded. */
  async perform(operation: Operation): Promise<boolean> {
    const { id } = this.host;
    const process = this.lost === 0 ? id : `${id}/${this.lost + 1}`;
    const type = await this.recorder.perform(process, operation, this.act);
    if (type === "info") this.lost += 1;
    return type === "ok";
  }
}
