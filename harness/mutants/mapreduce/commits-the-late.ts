/**
 * The output of a late finisher is put in place too. Backup copies bring it out; what stands is
 * not what the master counts, or something is placed after the end.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  seenBy: "shared folder",
  faults: ["delay", "pause"],
  caughtBy: [
    "the first finisher is committed, and no other",
    "nothing changes after the end, and nobody leaves before it",
    "every output is whole",
    "the job succeeds",
  ],
  edits: [
    {
      file: "master-service.ts",
      find: "const judgement = this.#job.judge(known, finished);",
      replace: `const judgement = this.#job.judge(known, finished);
      if (judgement === "late" && finished.kind === "REDUCE") {
        this.#files.place(this.#description, finished.number, finished.attempt);
      }`,
    },
    {
      file: "worker.ts",
      find: "if (cancel || done) current?.cancel.abort();",
      replace: "if (cancel && done) current?.cancel.abort();",
    },
  ],
};
