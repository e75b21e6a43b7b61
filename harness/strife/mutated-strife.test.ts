import { testMutants } from "../kit/mutants-test-support.ts";
import { mutatedStrife } from "./mutated-strife.ts";

await testMutants(mutatedStrife, {
  atLeast: 26,
  seeds: 60,
  rightSeeds: 10,
  samples: [
    "first-yes-commits",
    "nobody-asks-in-doubt",
    "vote-before-it-is-durable",
    "forged-token",
    "new-key-each-attempt",
    "newest-payment-first",
    "pays-again-on-retry",
    "logs-the-password",
    "unknown-balance-is-zero",
    "late-prepare-is-heard",
    "negative-amounts",
  ],
});
