/** What a wrong file store is, beyond what any mutant is. */
import type { Mutant as AnyMutant } from "../../kit/mutant.ts";

export interface Mutant extends AnyMutant {
  readonly protocol: "blocking" | "nonblocking" | "quorum";
  /** Of the quorum protocol's clients. Default `regular`. */
  readonly consistency?: "regular" | "linearizable";
}
