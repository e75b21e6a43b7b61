/** All problems in the order of the house plan. */
import { balancerProblem } from "../balancer/requirements.ts";
import { branchesProblem } from "../branches/requirements.ts";
import { byzantineProblem } from "../byzantine/requirements.ts";
import { failoverProblem } from "../failover/requirements.ts";
import { fileStoreProblems } from "../filestore/requirements.ts";
import { mapReduceProblem } from "../mapreduce/requirements.ts";
import { strifeProblem } from "../strife/requirements.ts";
import type { ExaminedProblem } from "./problem.ts";

export const problems: readonly ExaminedProblem[] = [
  ...fileStoreProblems,
  failoverProblem,
  balancerProblem,
  mapReduceProblem,
  strifeProblem,
  byzantineProblem,
  branchesProblem,
];
