/** Whose money is paid is taken from the request. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["who calls is what certificate and token say"],
  edits: [
    {
      file: "authorization.ts",
      find: '{ ...payer, own: (request) => (request as PayRequest).payer ?? "" }',
      replace: "payer",
    },
  ],
};
