/** What schedules that must heal can't show: how clients fare while a server is away for good. */
import { pairOperations } from "../check/history.ts";
import { type Check, fail, pass } from "../check/verdict.ts";
import { usualConditions } from "../sim/plan.ts";
import { runSchedule } from "../sim/run-schedule.ts";
import { failoverProblem, type StoreSizes } from "./simulation.ts";
import type { StorePrograms } from "./store-programs.ts";

const operations = 20;

/** Kills one server after the other, each for longer than the clients work. */
export function probe(sizes: StoreSizes, programs: StorePrograms): Check[] {
  const name = "a client goes on with those that live";
  const problem = failoverProblem(sizes, programs);
  for (let rank = 0; rank < sizes.servers; rank += 1) {
    const at = Array.from({ length: operations }, (_, place) => 500 + 50 * place);
    const plan = {
      operations: at.map((time) => ({ client: "c1", at: time, f: "get", key: "a", value: null })),
      faults: [{ kind: "kill", at: 400, forMs: 4_000, node: `s${rank}` } as const],
    };
    const { history } = runSchedule(problem, plan, rank + 1, { ...usualConditions, clients: 1 });
    const failed = history.find(({ type }) => type === "fail" || type === "info");
    if (failed !== undefined) return [fail(name, `without s${rank}: ${String(failed.value)}`)];
    const done = pairOperations(history).length;
    if (done < operations) return [fail(name, `without s${rank}: ${done} of ${operations} done`)];
  }
  return [pass(name, `${sizes.servers} times`)];
}
