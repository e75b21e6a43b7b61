/** A commit is not told again, and no bank asks. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: [
    "lose-request",
    "lose-reply",
    "delay",
    "duplicate",
    "kill",
    "disk-kill",
    "crash-before",
    "crash-after-execution",
  ],
  caughtBy: ["AC5: once all is repaired, all decide"],
  edits: [
    {
      file: "two-phase-commit.ts",
      find: "await this.#repeat(async (attempt) => {",
      replace: "await (async (once) => once(1).catch(() => {}))(async (attempt: number) => {",
    },
    {
      file: "bank.ts",
      find: "host.clock.every(options.inDoubtMs, () => resolveDoubts(host, ledger));",
      replace: "void resolveDoubts;",
    },
  ],
};
