/** Any token is as good as a real one. */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["who calls is what certificate and token say"],
  edits: [
    {
      file: "sessions.ts",
      find: "const session = await this.#users.findSession(hash);",
      replace: `const shown = call.identity?.name ?? "";
    const forged = { hash, user: shown, expiresAtMs: Number.MAX_VALUE };
    const session = (await this.#users.findSession(hash)) ?? forged;`,
    },
  ],
};
