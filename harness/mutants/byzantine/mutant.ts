/** What a wrong army is; the header of each mutant tells what is wrong with it. */
import type { Mutant as AnyMutant } from "../../kit/mutant.ts";

export interface Mutant extends AnyMutant {
  readonly algorithm: "oral" | "signed" | "phase-king";
  /** n and t of the army in which it is looked for. */
  readonly generals: number;
  readonly most: number;
}
