import { expect, test } from "bun:test";
import { checkLinearizability } from "./linearizability.ts";
import { register } from "./models/register.ts";
import { sequential, sequentialPerKey } from "./sequential.ts";
import { operationsOf, read, write } from "./testing/calls.ts";

test("a stale read of another process is sequential though not linearizable", () => {
  const operations = operationsOf(write("a", "k", 1, [1, 2]), read("b", "k", null, [3, 4]));
  expect(checkLinearizability(register, operations).result).toBe("illegal");
  expect(sequential(register, operations).verdict).toBe("PASS");
});

test("two keys can each be sequential though both together are not", () => {
  const operations = operationsOf(
    write("a", "x", 1, [1, 2]),
    read("a", "y", null, [3, 4]),
    write("b", "y", 1, [1.5, 2.5]),
    read("b", "x", null, [3.5, 4.5]),
  );
  expect(sequentialPerKey(register, operations).verdict).toBe("PASS");
  expect(sequential(register, operations).verdict).toBe("FAIL");
});

test("a process that does not see its own write is not sequential, and is named", () => {
  const operations = operationsOf(write("a", "k", 1, [1, 2]), read("a", "k", null, [3, 4]));
  const { verdict, evidence } = sequentialPerKey(register, operations);
  expect(verdict).toBe("FAIL");
  expect(evidence).toContain("a's read() of k = null [3-4 ms]");
});

test("no time leaves the question open", () => {
  const operations = operationsOf(write("a", "k", 1, [1, 2]));
  expect(sequential(register, operations, { timeLimitMs: -1 }).verdict).toBe("UNDECIDED");
});
