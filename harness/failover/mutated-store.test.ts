import { expect, test } from "bun:test";
import { testMutants } from "../kit/mutants-test-support.ts";
import { mutatedFailover } from "./mutated-store.ts";

const mutants = await testMutants(mutatedFailover, {
  atLeast: 13,
  seeds: 200,
  rightSeeds: 10,
  samples: [
    "answers-forgotten",
    "client-sticks-to-the-dead",
    "deletes-missing-in-catch-up",
    "primary-reads-without-followers",
    "retry-applied-twice",
    "revived-server-takes-over",
  ],
});

test("there are mutants under both guarantees", () => {
  const found = new Set([...mutants.values()].map(({ guarantee }) => guarantee));
  expect([...found].sort()).toEqual(["last-standing", "majority"]);
});
