/**
 * A task that fails keeps its slot: after as many failures as there are slots a backend does
 * nothing any more.
 */
import type { Mutant } from "../../kit/mutant.ts";

export const mutant: Mutant = {
  faults: [],
  caughtBy: ["a task that fails gives its slot back"],
  edits: [
    {
      file: "slots.ts",
      find: `    } finally {
      const next`,
      replace: `    } catch (error) {
      this.#queue.unshift(() => {});
      throw error;
    } finally {
      const next`,
    },
  ],
};
