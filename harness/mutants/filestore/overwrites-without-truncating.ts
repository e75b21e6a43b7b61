/**
 * A shorter content leaves the end of the longer one behind. The file is overwritten from its
 * start and not cut. No fault is needed; readers get what nobody has written.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "blocking",
  faults: [],
  caughtBy: ["a version names one content", "regular"],
  edits: [
    {
      file: "store.ts",
      find: "return this.#disk.overwrite(name, encoder.encode(content));",
      replace: `const old = (await this.#disk.read(name)) ?? new Uint8Array();
    const bytes = encoder.encode(content);
    const tail = old.subarray(bytes.length);
    return this.#disk.overwrite(name, Buffer.concat([bytes, tail]));`,
    },
  ],
};
