/** A thread of a backend: computes tasks. */
import { serveWorker } from "../host/worker-pool.ts";
import { tasks } from "./tasks.ts";

export interface TaskInput {
  readonly task: string;
  readonly size: number;
}

serveWorker(({ task, size }: TaskInput) => {
  const known = tasks.get(task);
  if (known === undefined) throw new Error(`there is no task ${task}`);
  return known.run(size);
});
