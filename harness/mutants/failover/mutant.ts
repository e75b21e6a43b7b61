/** What a wrong fail-over store is, beyond what any mutant is. */
import type { GuaranteeName } from "../../../nodes/failover/guarantee.ts";
import type { Mutant as AnyMutant } from "../../kit/mutant.ts";

export interface Mutant extends AnyMutant {
  readonly guarantee: GuaranteeName;
}
