/**
 * A restarted registry tells the primary of the members only at the next change. A change that was
 * saved, but had not reached the primary, is lost on it: a returned backup never gets to serve.
 * Lost messages, and a kill of the registry before it has tried again, bring it out; the watchdog
 * sees it. (The file store once was so.)
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "blocking",
  faults: ["kill", "lose-request"],
  caughtBy: ["liveness"],
  edits: [
    {
      file: "roster.ts",
      find: "void roster.#tellPrimary();",
      replace: "",
    },
  ],
};
