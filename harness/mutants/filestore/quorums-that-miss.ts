/**
 * N_r + N_w = N is accepted. A read quorum can miss a write quorum. A probe asks for such sizes.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "quorum",
  faults: [],
  caughtBy: ["sizes whose quorums can miss each other are refused"],
  edits: [
    {
      file: "quorum-sizes.ts",
      find: "if (r + w <= n) {",
      replace: "if (r + w < n) {",
    },
  ],
};
