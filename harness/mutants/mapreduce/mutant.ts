/** What a wrong MapReduce is, beyond what any mutant is. */
import type { Mutant as AnyMutant } from "../../kit/mutant.ts";

export interface Mutant extends AnyMutant {
  /** Where it is looked for; in neither a simulation nor the other when it is a probe's. */
  readonly seenBy: "probe" | "shared folder" | "shared nothing";
}
