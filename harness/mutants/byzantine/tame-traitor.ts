/** Traitors who should split the generals tell all the same: every algorithm seems to hold. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  algorithm: "oral",
  generals: 4,
  most: 1,
  faults: [],
  caughtBy: ["every strategy does harm where harm can be done"],
  edits: [
    {
      file: "strategies.ts",
      find: 'return say(voice, topic, attacks ? "ATTACK" : "RETREAT");',
      replace: "return say(voice, topic, attacks ? topic.honest.order : topic.honest.order);",
    },
  ],
};
