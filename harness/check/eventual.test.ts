import { expect, test } from "bun:test";
import { eventual } from "./eventual.ts";
import { register } from "./models/register.ts";
import { registerView } from "./register-view.ts";
import { type Call, operationsOf, read, write } from "./testing/calls.ts";

const QUIET_AT_MS = 100;

function judge(...calls: Call[]) {
  return eventual(registerView(register, operationsOf(...calls)) ?? [], QUIET_AT_MS);
}

const writes = [write("a", "k", 1, [1, 2]), write("a", "k", 2, [3, 4])];

test("before quiet any value ever written may be read", () => {
  const stale = [null, 2, 1, null].map((value, n) => read("b", "k", value, [10 + n, 10.5 + n]));
  expect(judge(...writes, ...stale, read("b", "k", 2, [101, 102])).verdict).toBe("PASS");
});

test("after quiet a read of an older value is flagged", () => {
  const { verdict, evidence } = judge(...writes, read("b", "k", 1, [101, 102]));
  expect(verdict).toBe("FAIL");
  expect(evidence).toContain("b's read() of k = 1 [101-102 ms] does not tell of a's write(2)");
});

test("after quiet readers that disagree are flagged, also between concurrent writes", () => {
  const concurrent = [write("a", "k", 1, [1, 4]), write("b", "k", 2, [2, 3])];
  const reads = [read("c", "k", 1, [101, 102]), read("c", "k", 2, [103, 104])];
  expect(judge(...concurrent, ...reads).verdict).toBe("FAIL");
  expect(judge(...concurrent, read("c", "k", 1, [101, 102])).verdict).toBe("PASS");
});

test("a write of unknown outcome may show up after quiet, but not go away again", () => {
  const late = write("b", "k", 3, [5, Infinity]);
  const values = (...all: number[]) =>
    all.map((value, n) => read("c", "k", value, [101 + 2 * n, 102 + 2 * n]));
  expect(judge(...writes, late, ...values(2, 2, 3, 3)).verdict).toBe("PASS");
  expect(judge(...writes, late, ...values(2, 3, 2)).verdict).toBe("FAIL");
  const another = write("d", "k", 4, [6, Infinity]);
  expect(judge(...writes, late, another, ...values(3, 4, 3)).verdict).toBe("FAIL");
  const overlapping = [read("c", "k", 3, [101, 110]), read("d", "k", 2, [102, 103])];
  expect(judge(...writes, late, ...overlapping).verdict).toBe("PASS");
});

test("a value that nobody wrote is flagged at any time", () => {
  expect(judge(...writes, read("b", "k", 9, [5, 6])).verdict).toBe("FAIL");
});

test("keys not read after quiet, or no time of quiet, leave the question open", () => {
  expect(judge(...writes)).toMatchObject({ verdict: "UNDECIDED" });
  const views = registerView(register, operationsOf(...writes)) ?? [];
  expect(eventual(views, undefined).verdict).toBe("UNDECIDED");
});
