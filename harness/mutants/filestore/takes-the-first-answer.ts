/**
 * A quorum read takes the first answer instead of the newest. No fault is needed: one of the
 * replicas that are asked missed the last write. The regular register sees it.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "quorum",
  faults: [],
  caughtBy: ["regular", "a deleted file stays deleted"],
  edits: [
    {
      file: "quorum-client.ts",
      find: "const { status: said, name, content, version } = newest(answers);",
      replace: "const { status: said, name, content, version } = answers[0] ?? newest(answers);",
    },
  ],
};
