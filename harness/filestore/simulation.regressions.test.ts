/** Exactly placed schedules that once broke the file store, as found by `harness/sim.ts`. */
import { expect, test } from "bun:test";
import { combine } from "../check/verdict.ts";
import type { FaultPlan } from "../sim/fault-plan.ts";
import { ignoreRejections } from "../sim/ignore-rejections.ts";
import { type PlannedOperation, usualConditions } from "../sim/plan.ts";
import { runSchedule } from "../sim/run-schedule.ts";
import { fileStoreProblem } from "./simulation.ts";
import { uuids } from "./workload.ts";

const conditions = { ...usualConditions, quietMs: 1_500 };
const [one = "", other = ""] = uuids;

function write(at: number, key: string, name: string, content: string): PlannedOperation {
  return { client: "c1", at, f: "write", key, value: { name, content } };
}

function read(at: number, key: string): PlannedOperation {
  return { client: "c1", at, f: "read", key, value: null };
}

/** What clients were told, in their order, of the blocking protocol under these faults. */
async function blocking(operations: readonly PlannedOperation[], faults: FaultPlan, seed: number) {
  const problem = fileStoreProblem({ protocol: "blocking", consistency: "regular" });
  const plan = { operations, faults };
  const { checks, history } = await ignoreRejections(async () =>
    runSchedule(problem, plan, seed, conditions),
  );
  const told = history.filter(({ type }) => type !== "invoke");
  return {
    verdict: combine(checks),
    broken: checks.filter((each) => each.verdict === "FAIL"),
    told,
  };
}

test("after its restart a primary confirms nothing before it knows its backups", async () => {
  for (let seed = 1; seed <= 10; seed += 1) {
    const reads = Array.from({ length: 8 }, () => read(450, one));
    const { broken, told } = await blocking(
      [write(0, one, "a.txt", "old"), write(400, one, "a.txt", "new"), ...reads],
      [
        { kind: "kill", at: 100, forMs: 200, node: "r1" },
        // One for each of the three replicas that started, and the one that this test is about.
        { on: { method: "UpdateMembers", to: "r1", nth: 4 }, do: "lose-request" },
      ],
      seed,
    );
    expect(broken).toEqual([]);
    expect(told[1]).toMatchObject({ f: "write", type: "fail" });
  }
});

test("a write that came too late once does not make later answers late", async () => {
  const { verdict, told } = await blocking(
    [
      write(0, one, "a.txt", "content"),
      write(150, one, "a.txt", "too late"),
      // Refused, so that nothing new is there to be acknowledged.
      write(1_500, other, "a.txt", "second file of this name"),
    ],
    [{ kind: "pause", at: 100, forMs: 600, node: "r2" }],
    // Both writes happen to ask replicas that are not paused.
    1,
  );
  expect(told.map(({ type }) => type)).toEqual(["ok", "info", "ok"]);
  expect(told[2]?.value).toMatchObject({ status: "FILE WITH THE SAME NAME ALREADY EXISTS" });
  expect(verdict).toBe("PASS");
});

test("a restarted registry tells the primary of a change that had not reached it", async () => {
  const { verdict } = await blocking(
    [write(0, one, "a.txt", "content"), read(1_500, one)],
    [
      { kind: "power-failure", at: 100, forMs: 900, node: "r3" },
      // Three starts, one lease that ran out, and the return of r3, which is the one that is lost.
      { on: { method: "UpdateMembers", to: "r1", nth: 5 }, do: "lose-request" },
      { kind: "kill", at: 1_300, forMs: 300, node: "registry" },
    ],
    1,
  );
  expect(verdict).toBe("PASS");
});

test("a client whose deletion needs two attempts is told of no other deletion", async () => {
  const problem = fileStoreProblem({ protocol: "quorum", consistency: "regular" });
  const create = write(0, one, "a.txt", "content");
  const operations = [create, { client: "c2", at: 100, f: "delete", key: one, value: null }];
  for (let seed = 1; seed <= 30; seed += 1) {
    const { history } = await ignoreRejections(async () =>
      runSchedule(problem, { operations, faults: [] }, seed, { ...conditions, skewMs: 5_000 }),
    );
    const answers = history.filter(({ type }) => type === "ok").map(({ value }) => value);
    expect(answers).toMatchObject([{ status: "SUCCESS" }, { status: "SUCCESS" }]);
  }
});

test("the name of a half-deleted file is not given away before that is settled", async () => {
  const problem = fileStoreProblem({ protocol: "quorum", consistency: "linearizable" });
  const operations: PlannedOperation[] = [
    write(0, one, "a.txt", "content"),
    { client: "c1", at: 200, f: "delete", key: one, value: null },
    { ...write(400, other, "a.txt", "another file of this name"), client: "c2" },
    ...Array.from({ length: 8 }, (_, index) => {
      return { ...read(600, index % 2 === 0 ? one : other), client: "c2" };
    }),
  ];
  // Two installed the file, one installs the deletion, and the other does not hear of it.
  const faults = [{ on: { method: "Install", nth: 3 }, do: "lose-request" }] as const;
  for (let seed = 1; seed <= 75; seed += 1) {
    const { checks, history } = await ignoreRejections(async () =>
      runSchedule(problem, { operations, faults }, seed, conditions),
    );
    expect(history.some(({ f, type }) => f === "delete" && type === "info")).toBe(true);
    expect(checks.filter(({ verdict }) => verdict !== "PASS")).toEqual([]);
  }
});
