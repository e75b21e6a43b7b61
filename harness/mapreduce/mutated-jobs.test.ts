import { testMutants } from "../kit/mutants-test-support.ts";
import { mutatedJobs } from "./mutated-jobs.ts";

await testMutants(mutatedJobs, {
  atLeast: 15,
  seeds: 100,
  rightSeeds: 10,
  samples: [
    "counts-the-loser",
    "forgets-its-journal",
    "gives-up-at-once",
    "leaves-values-behind",
    "never-backs-up",
    "reduces-too-early",
    "serves-any-attempt",
    "splits-within-words",
    "writes-tabs-plainly",
  ],
});
