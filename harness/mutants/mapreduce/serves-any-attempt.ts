/**
 * A mapper hands out whatever it has, and nothing where it has nothing. A restarted mapper brings
 * it out: outputs are not whole.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  seenBy: "shared nothing",
  faults: ["kill"],
  caughtBy: ["every output is whole"],
  edits: [
    {
      file: "worker.ts",
      find: "  for await (const content of runner.read(request, partition, offset)) yield { content };",
      replace: `  try {
    for await (const content of runner.read(request, partition, offset)) yield { content };
  } catch {}`,
    },
    {
      file: "job.ts",
      find: "if (!this.#plan.sharedNothing || this.hasSucceeded) return;",
      replace: "return;",
    },
  ],
};
