import { expect, test } from "bun:test";
import fc from "fast-check";
import { causal } from "./causal.ts";
import { eventual } from "./eventual.ts";
import { pairOperations } from "./history.ts";
import { linearizable } from "./linearizability.ts";
import { fileStore } from "./models/file-store.ts";
import { registerView } from "./register-view.ts";
import { regular } from "./regular.ts";
import { sequential, sequentialPerKey } from "./sequential.ts";
import { sessionGuarantees } from "./sessions.ts";
import { atomicHistory } from "./testing/atomic-store.ts";
import { combine } from "./verdict.ts";
import { versionOrder } from "./version-order.ts";

const RUNS = 500;
const TURNS = 90;

test("no check flags a store with one copy, whatever is lost or late", () => {
  const model = fileStore();
  let decided = 0;
  const property = fc.property(atomicHistory(TURNS), (events) => {
    const operations = pairOperations(events);
    const views = registerView(model, operations) ?? [];
    const exact = [
      linearizable(model, operations),
      sequential(model, operations),
      sequentialPerKey(model, operations),
    ];
    const checks = [
      ...exact,
      causal(views),
      regular(views),
      ...sessionGuarantees(views),
      eventual(views, 0),
      versionOrder(model, operations),
    ];
    expect(checks.filter((each) => each.verdict === "FAIL")).toEqual([]);
    if (combine(exact) === "PASS") decided += 1;
  });
  fc.assert(property, { numRuns: RUNS, seed: 530 });
  expect(decided).toBe(RUNS);
});
