/**
 * A placed schedule that random ones hit once in a thousand: a deletion reaches one of its two
 * replicas, and before it is settled another file is created under the name, and both are read.
 */
import { type Check, combine, fail, pass } from "../check/verdict.ts";
import { ignoreRejections } from "../sim/ignore-rejections.ts";
import { type PlannedOperation, usualConditions } from "../sim/plan.ts";
import { runSchedule } from "../sim/run-schedule.ts";
import { fileStoreProblem, type StoreUnderTest } from "./simulation.ts";
import type { StorePrograms } from "./store-programs.ts";
import { uuids } from "./workload.ts";

/** Which replicas are asked is left to chance; one seed in thirteen asks those that it takes. */
const seeds = 75;

export async function halfDeletion(store: StoreUnderTest, programs: StorePrograms): Promise<Check> {
  const name = "a half-deleted file keeps its name until the deletion is settled";
  const [one = "", other = ""] = uuids;
  const value = (content: string) => ({ name: "a.txt", content });
  const operations: PlannedOperation[] = [
    { client: "c1", at: 0, f: "write", key: one, value: value("first") },
    { client: "c1", at: 200, f: "delete", key: one, value: null },
    { client: "c2", at: 400, f: "write", key: other, value: value("second") },
    ...Array.from({ length: 8 }, (_, index): PlannedOperation => {
      return { client: "c2", at: 600, f: "read", key: index % 2 === 0 ? one : other, value: null };
    }),
  ];
  // Two installed the file, one installs the deletion, and the other does not hear of it.
  const faults = [{ on: { method: "Install", nth: 3 }, do: "lose-request" }] as const;
  const problem = fileStoreProblem(store, programs);
  const conditions = { ...usualConditions, quietMs: 1_500 };
  for (let seed = 1; seed <= seeds; seed += 1) {
    const { checks } = await ignoreRejections(async () =>
      runSchedule(problem, { operations, faults }, seed, conditions),
    );
    if (combine(checks) === "PASS") continue;
    const broken = checks.find(({ verdict }) => verdict !== "PASS");
    return fail(name, `seed ${seed}, ${broken?.name}: ${broken?.evidence}`);
  }
  return pass(name, `${seeds} seeds`);
}
