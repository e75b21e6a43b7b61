/** What a wrong bank is, beyond what any mutant is. */
import type { Mode } from "../../../nodes/branches/mode.ts";
import type { Mutant as AnyMutant } from "../../kit/mutant.ts";

export interface Mutant extends AnyMutant {
  /** In which the mistake shows. */
  readonly mode: Mode;
}
