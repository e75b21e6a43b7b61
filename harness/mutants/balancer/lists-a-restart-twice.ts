/**
 * The list is kept by incarnation: a restarted backend is on it twice until the old lease ends, and
 * somebody calls the dead one.
 */
import type { Mutant } from "../../kit/mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: [
    "a backend is listed once, and an address belongs to one",
    "an older incarnation can neither replace nor remove the newer",
  ],
  edits: [
    {
      file: "backend-list.ts",
      find: "      if (other.id === id || other.address !== address) continue;",
      replace: "      if (other.id.startsWith(id) || other.address !== address) continue;",
    },
    {
      file: "backend-list.ts",
      find: `    this.#entries.set(id, {
`,
      replace: `    this.#entries.set(\`\${id}/\${incarnation}\`, {
`,
    },
  ],
};
