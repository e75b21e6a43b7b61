/** What of its machine a backend uses besides its host; a simulation has one of its own. */
import { join } from "node:path";
import { processorMs } from "../host/processor-time.ts";
import { WorkerPool } from "../host/worker-pool.ts";

export interface Machine {
  /** Computes off the event loop. @throws Error when the computation failed */
  compute(task: string, size: number): Promise<string>;
  /** Processor time that the process has used so far, in milliseconds. */
  processorMs(): number;
}

/** @param threads that compute at once */
export function thisMachine(threads: number): Machine {
  const pool = new WorkerPool(join(import.meta.dir, "task-worker.ts"), threads);
  return {
    compute: async (task, size) => (await pool.run({ task, size })) as string,
    processorMs,
  };
}
