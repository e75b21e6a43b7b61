/** A message is from whom it says, and not from whose connection it came on. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  algorithm: "oral",
  generals: 7,
  most: 2,
  faults: [],
  caughtBy: [
    "each loyal general tells the others what it was told",
    "each loyal general decides by what it was told",
    "IC1: all loyal generals obey the same order",
    "IC2: a loyal commander is obeyed",
  ],
  edits: [
    {
      file: "general.ts",
      find: "const sender = campaign.numberOf(callerOf(call));",
      replace: `callerOf(call);
      const sender = Number.parseInt(messages[0]?.path.at(-1) ?? "0", 36);`,
    },
  ],
};
