/** The camp tells everybody the commander's order, and lieutenants pass that on. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  algorithm: "oral",
  generals: 4,
  most: 1,
  faults: [],
  caughtBy: ["each loyal general tells the others what it was told"],
  edits: [
    {
      file: "camp.ts",
      find: "order: number === commander ? order : defaultOrder }",
      replace: "order }",
    },
    {
      file: "oral.ts",
      find: "const said = self === commander ? order : this.#orderOn(path);",
      replace:
        'const said = path === "" || path === commanderLetter ? order : this.#orderOn(path);',
    },
  ],
};
