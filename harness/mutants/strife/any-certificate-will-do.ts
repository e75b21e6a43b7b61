/** No one looks at the role of a certificate. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["who calls is what certificate and token say"],
  edits: [
    {
      file: "authorization.ts",
      find: "|| !rule.certificates.some((each) => each === role)",
      replace: "",
    },
  ],
};
