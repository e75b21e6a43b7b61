/** A session has no end. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["who calls is what certificate and token say"],
  edits: [
    {
      file: "sessions.ts",
      find: "session.expiresAtMs > this.#host.clock.wallMs() &&",
      replace: "",
    },
  ],
};
