import { expect, test } from "bun:test";
import { testMutants } from "../kit/mutants-test-support.ts";
import { mutatedGenerals } from "./mutated-generals.ts";

const mutants = await testMutants(mutatedGenerals, {
  atLeast: 16,
  seeds: 100,
  rightSeeds: 10,
  // The first one's army has generals enough: right ones never fail there.
  samples: [
    "flat-vote-pool",
    "decides-centrally",
    "late-counts-later",
    "leaks-into-next-campaign",
    "sender-from-the-body",
    "signatures-not-checked",
    "sure-of-nothing",
    "tame-traitor",
    "too-few-is-safe",
    "waits-for-ever",
  ],
});

test("there are mutants of each algorithm", () => {
  const found = new Set([...mutants.values()].map(({ algorithm }) => algorithm));
  expect([...found].sort()).toEqual(["oral", "phase-king", "signed"]);
});
