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
      find: "  for await (const content of runner.read(request, partition, offset))",
      replace: "  for await (const content of orNothing(runner.read(request, partition, offset)))",
    },
    {
      file: "worker.ts",
      find: "/** The task that this worker is at. */",
      replace: `async function* orNothing(chunks: AsyncIterable<Uint8Array>) {
  try {
    yield* chunks;
  } catch {}
}
`,
    },
    {
      file: "job.ts",
      find: "if (!this.#plan.sharedNothing || this.hasSucceeded) return;",
      replace: "return;",
    },
  ],
};
