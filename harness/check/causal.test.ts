import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { causal } from "./causal.ts";
import { type Operation, pairOperations } from "./history.ts";
import { register } from "./models/register.ts";
import { outOfThinAir, registerView, sourceOf } from "./register-view.ts";
import { type Call, operationsOf, read, write } from "./testing/calls.ts";
import { randomHistory } from "./testing/random-history.ts";

function judge(...calls: Call[]) {
  return causal(registerView(register, operationsOf(...calls)) ?? []);
}

describe("causal memory", () => {
  test("lets two processes see concurrent writes in different orders", () => {
    const writes = [write("a", "k", 1, [1, 2]), write("b", "k", 2, [3, 4])];
    const one = [read("c", "k", 1, [5, 6]), read("c", "k", 2, [7, 8])];
    const other = [read("d", "k", 2, [5.5, 6.5]), read("d", "k", 1, [7.5, 8.5])];
    expect(judge(...writes, ...one, ...other).verdict).toBe("PASS");
  });

  test("does not let one process go back to a value that it saw replaced", () => {
    const writes = [write("a", "k", 1, [1, 2]), write("a", "k", 2, [3, 4])];
    const reads = [read("c", "k", 2, [5, 6]), read("c", "k", 1, [7, 8])];
    const { verdict, evidence } = judge(...writes, ...reads);
    expect(verdict).toBe("FAIL");
    expect(evidence).toContain("c's read() of k = 1 [7-8 ms] returned the value of a's write(1)");
  });

  test("does not let an answer be seen before its question", () => {
    const question = write("a", "x", 1, [1, 2]);
    const answer = [read("b", "x", 1, [3, 4]), write("b", "y", 1, [5, 6])];
    const reads = [read("c", "y", 1, [7, 8]), read("c", "x", null, [9, 10])];
    expect(judge(question, ...answer, ...reads).verdict).toBe("FAIL");
  });

  test("lets a later read show that an earlier one was too old", () => {
    const one = [
      write("a", "y", 1, [1, 2]),
      write("a", "x", 1, [3, 4]),
      write("a", "u", 1, [5, 6]),
    ];
    const other = [write("b", "x", 2, [7, 8]), write("b", "z", 1, [9, 10])];
    const reads = [read("c", "z", 1, [11, 12]), read("c", "y", null, [13, 14])];
    const later = [read("c", "u", 1, [15, 16]), read("c", "x", 2, [17, 18])];
    expect(judge(...one, ...other, ...reads).verdict).toBe("PASS");
    expect(judge(...one, ...other, ...reads, ...later).verdict).toBe("FAIL");
  });

  test("is undecided where two writes could explain a read", () => {
    const twice = [write("a", "k", 1, [1, 2]), write("b", "k", 1, [3, 4])];
    expect(judge(...twice, read("c", "k", 1, [5, 6])).verdict).toBe("UNDECIDED");
  });
});

/** The definition, word for word: tries every order of all writes and one process's reads. */
function causalByBruteForce(operations: readonly Operation[]): boolean {
  const views = registerView(register, operations) ?? [];
  const sources = new Map(
    views.flatMap((view) =>
      view.reads.map((each) => [each.operation, sourceOf(each)?.operation ?? null] as const),
    ),
  );
  const happened = new Set(views.flatMap((view) => view.writes.map((each) => each.operation)));
  const all = operations.filter((each) => happened.has(each) || sources.has(each));
  const before = (first: Operation, second: Operation, seen = new Set<Operation>()): boolean =>
    all.some((middle) => {
      const direct =
        (middle.process === second.process && middle.invoked < second.invoked) ||
        sources.get(second) === middle;
      if (!direct || seen.has(middle)) return false;
      seen.add(middle);
      return middle === first || before(first, middle, seen);
    });
  const goesOn = (last: ReadonlyMap<string | null, Operation>, left: Operation[]): boolean =>
    left.length === 0 ||
    left.some((next) => {
      if (left.some((other) => other !== next && before(other, next))) return false;
      if (sources.has(next) && (last.get(next.key) ?? null) !== sources.get(next)) return false;
      const after = happened.has(next) ? new Map(last).set(next.key, next) : last;
      const rest = left.filter((other) => other !== next);
      return goesOn(after, rest);
    });
  return [...new Set(all.map((each) => each.process))].every((process) =>
    goesOn(
      new Map(),
      all.filter((each) => each.process === process || happened.has(each)),
    ),
  );
}

/** Each verdict must occur so often, or agreement would say little. */
const LEAST_OF_EACH = 50;

test("causal agrees with trying every order on a thousand random histories", () => {
  const key = fc.constantFrom("x", "x", "y");
  const plan = fc.oneof(
    {
      weight: 1,
      arbitrary: fc.record({ f: fc.constant("write"), key, input: fc.nat(9), output: fc.nat(9) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ f: fc.constant("read"), key, input: fc.nat(9), output: fc.nat(9) }),
    },
  );
  const counts = { PASS: 0, FAIL: 0 };
  const property = fc.property(
    randomHistory(plan, 9),
    fc.infiniteStream(fc.nat(9)),
    (events, picks) => {
      const operations = withPlausibleReads(pairOperations(events), picks);
      const views = registerView(register, operations) ?? [];
      fc.pre(outOfThinAir(views) === undefined);
      const expected = causalByBruteForce(operations) ? "PASS" : "FAIL";
      expect(causal(views).verdict).toBe(expected);
      counts[expected] += 1;
    },
  );
  fc.assert(property, { numRuns: 1000, seed: 1995 });
  expect(Math.min(counts.PASS, counts.FAIL)).toBeGreaterThan(LEAST_OF_EACH);
});

/** Gives each write its own value, and each read one of those that its key had been given. */
function withPlausibleReads(operations: Operation[], picks: fc.Stream<number>): Operation[] {
  const distinct = operations.map((each, n) => (each.f === "write" ? { ...each, input: n } : each));
  return distinct.map((each) => {
    if (each.f === "write") return each;
    const possible = distinct.filter(
      (other) => other.f === "write" && other.key === each.key && other.invoked < each.returned,
    );
    const pick = (picks.next().value ?? 0) % (possible.length + 1);
    return { ...each, output: possible[pick]?.input ?? null };
  });
}
