/** What a wrong Strife is; the header of each mutant tells what is wrong with it. */
export type { Mutant } from "../../kit/mutant.ts";
