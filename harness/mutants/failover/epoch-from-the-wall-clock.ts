/**
 * The newest epoch is the one with the latest time of day, as the specification has it ("the
 * largest timestamp"). A clock that is behind makes an epoch that was left long ago.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  guarantee: "last-standing",
  faults: ["kill", "clock-step", "power-failure"],
  caughtBy: ["liveness", "linearizable", "all servers are in one epoch"],
  edits: [
    {
      file: "succession.ts",
      find: "const epoch = nextEpoch(after, rank, servers);",
      replace: `const seconds = replica.host.clock.wallMs() / 1_000 - 1_699_990_000;
    const epoch = nextEpoch(after < 0 ? after : Math.floor(seconds), rank, servers);`,
    },
    {
      file: "succession.ts",
      find: "if (replica.promised >= epoch || replica.heardAt !== heardAt) return;",
      replace: "if (replica.heardAt !== heardAt) return;",
    },
    {
      file: "succession.ts",
      find: "if (epoch <= replica.promised || isLed()) return false;",
      replace: "if (isLed()) return false;",
    },
    {
      file: "replica.ts",
      find: "if (epoch <= this.#promised) return;",
      replace: "if (epoch === this.#promised) return;",
    },
  ],
};
