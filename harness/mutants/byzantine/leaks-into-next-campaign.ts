/** A general goes into a campaign with what he was told in the last one. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  algorithm: "oral",
  generals: 4,
  most: 1,
  faults: [],
  caughtBy: [
    "each loyal general decides by what it was told",
    "each loyal general tells the others what it was told",
    "IC2: a loyal commander is obeyed",
  ],
  edits: [
    {
      file: "campaign.ts",
      find: "this.algorithm = this.#createAlgorithm(self);",
      replace: `this.algorithm = last.get(host) ?? this.#createAlgorithm(self);
    last.set(host, this.algorithm);`,
    },
    {
      file: "campaign.ts",
      find: "export type Muster",
      replace: `const last = new WeakMap<Host, Algorithm>();

export type Muster`,
    },
  ],
};
