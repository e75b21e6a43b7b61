import { describe, expect, test } from "bun:test";
import { causal } from "./causal.ts";
import { Deadline, unlessLate, withinTime } from "./deadline.ts";
import { eventual } from "./eventual.ts";
import { register } from "./models/register.ts";
import { type KeyView, registerView } from "./register-view.ts";
import { regular } from "./regular.ts";
import { sessionGuarantees } from "./sessions.ts";
import { type Call, operationsOf, read, write } from "./testing/calls.ts";
import { pass } from "./verdict.ts";

test("a check without time is undecided, with the limit as its evidence", () => {
  const judged = withinTime("some check", new Deadline(-1), () => pass("some check", "seen"));
  expect(judged).toMatchObject({ name: "some check", verdict: "UNDECIDED" });
  expect(judged.evidence).toContain("-1 ms");
});

test("other errors are not taken for the end of the time", () => {
  const wrong = () => {
    throw new Error("a defect");
  };
  expect(() => unlessLate(new Deadline(1000), wrong)).toThrow("a defect");
});

/** Each process writes and reads one key in turns; all writes overlap, so every pair counts. */
function large(processes: number, rounds: number): Call[] {
  const last = 10 * processes * rounds;
  return Array.from({ length: processes * rounds }, (_, n) => n).flatMap((n) => [
    write(`w${n}`, "k", n, [n + 0.1, last + n]),
    read(`r${n % processes}`, "k", n, [last * 2 + n, last * 2 + n + 0.5], `n${n % 3}`),
  ]);
}

const views = registerView(register, operationsOf(...large(4, 450))) ?? [];

/** Far below what each of them takes for this history, far above one look at the clock. */
const LIMITS = { timeLimitMs: 1 };

const checks: [string, (all: readonly KeyView[]) => readonly { verdict: string }[]][] = [
  ["regular", (all) => [regular(all, LIMITS)]],
  ["causal", (all) => [causal(all, LIMITS)]],
  ["eventual", (all) => [eventual(all, 0, LIMITS)]],
  ["the session guarantees", (all) => sessionGuarantees(all, LIMITS)],
];

describe("on a large history", () => {
  test.each(checks)("%s ends undecided when its time is up", (_, judge) => {
    expect(judge(views).some(({ verdict }) => verdict === "UNDECIDED")).toBe(true);
  });

  test("finding where the values came from ends when its time is up", () => {
    const same = large(1, 1500).map((call) => ({
      ...call,
      ...(call.f === "write" ? { input: 1 } : { output: 1 }),
    }));
    const deadline = new Deadline(1);
    const found = unlessLate(deadline, () =>
      registerView(register, operationsOf(...same), deadline),
    );
    expect(found).toBe(deadline.reason);
  });
});
