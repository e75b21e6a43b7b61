import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { type Event, type Operation, pairOperations } from "./history.ts";
import { checkLinearizability } from "./linearizability.ts";
import type { Model } from "./model.ts";
import { fileStore } from "./models/file-store.ts";
import { keyValue } from "./models/key-value.ts";
import { register } from "./models/register.ts";
import { sequential } from "./sequential.ts";
import {
  linearizableByBruteForce,
  overAllKeys,
  sequentialByBruteForce,
} from "./testing/brute-force.ts";
import { fileStorePlan, keyValuePlan, registerPlan } from "./testing/plans.ts";
import { randomHistory } from "./testing/random-history.ts";

const RUNS = 1000;
const SIZE = 7;
const SEED = 2017;

/** Each verdict must occur so often, or agreement would say little. */
const LEAST_OF_EACH = 100;

type Judge<State> = (model: Model<State>, operations: readonly Operation[]) => boolean;

function expectAgreement(
  histories: fc.Arbitrary<Event[]>,
  search: (operations: readonly Operation[]) => boolean,
  definition: (operations: readonly Operation[]) => boolean,
): void {
  let legal = 0;
  const property = fc.property(histories, (events) => {
    const operations = pairOperations(events);
    const expected = definition(operations);
    expect(search(operations)).toBe(expected);
    if (expected) legal += 1;
  });
  fc.assert(property, { numRuns: RUNS, seed: SEED });
  expect(Math.min(legal, RUNS - legal)).toBeGreaterThan(LEAST_OF_EACH);
}

const isLinearizable: Judge<unknown> = (model, operations) =>
  checkLinearizability(model, operations).result === "ok";

const isSequential: Judge<unknown> = (model, operations) =>
  sequential(model, operations).verdict === "PASS";

const cases = [
  {
    name: "registers with compare-and-set",
    model: register as Model<unknown>,
    whole: overAllKeys(register) as Model<unknown>,
    plan: registerPlan,
  },
  {
    name: "a key-value store with append",
    model: keyValue as Model<unknown>,
    whole: overAllKeys(keyValue) as Model<unknown>,
    plan: keyValuePlan,
  },
  {
    name: "the file store",
    model: fileStore() as Model<unknown>,
    whole: fileStore() as Model<unknown>,
    plan: fileStorePlan,
  },
  {
    name: "the file store with tombstones for unknown uuids",
    model: fileStore({ tombstoneUnknown: true }) as Model<unknown>,
    whole: fileStore({ tombstoneUnknown: true }) as Model<unknown>,
    plan: fileStorePlan,
  },
];

describe.each(cases)("random histories of $name", ({ model, whole, plan }) => {
  const histories = randomHistory(plan, SIZE);

  test("are linearizable to the search exactly where every order was tried", () => {
    expectAgreement(
      histories,
      (operations) => isLinearizable(model, operations),
      (operations) => linearizableByBruteForce(whole, operations),
    );
  });

  test("are sequential to the search exactly where every order was tried", () => {
    expectAgreement(
      histories,
      (operations) => isSequential(model, operations),
      (operations) => sequentialByBruteForce(whole, operations),
    );
  });
});
