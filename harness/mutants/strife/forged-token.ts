/** Any token is as good as a real one. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["who calls is what certificate and token say"],
  edits: [
    {
      file: "sessions.ts",
      find: "const session = this.#sessions.get(hash);",
      replace: `const shown = call.identity?.name ?? "";
    const forged = { hash, user: shown, expiresAtMs: Number.MAX_VALUE };
    const session = this.#sessions.get(hash) ?? forged;`,
    },
  ],
};
