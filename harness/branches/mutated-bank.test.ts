import { expect, test } from "bun:test";
import { modes } from "../../nodes/branches/mode.ts";
import { testMutants } from "../kit/mutants-test-support.ts";
import { mutatedBank } from "./mutated-bank.ts";

const mutants = await testMutants(mutatedBank, {
  atLeast: 14,
  seeds: 100,
  rightSeeds: 20,
  samples: [
    "answers-before-it-is-durable",
    "answers-before-propagation",
    "applies-twice",
    "clock-starts-anew",
    "counts-copies-as-messages",
    "forgets-own-writes",
    "forgets-what-it-read",
    "ignores-the-senders-clock",
    "late-joiner-gets-nothing",
    "never-says-no",
    "refuses-the-last-unit",
    "tells-before-it-is-durable",
  ],
});

test("there are mutants of each mode", () => {
  const found = new Set([...mutants.values()].map(({ mode }) => mode));
  expect([...found].sort()).toEqual([...modes].sort());
});
