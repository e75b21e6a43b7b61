import { describe, expect, test } from "bun:test";
import { checkLinearizability, linearizable } from "./linearizability.ts";
import { register } from "./models/register.ts";
import { type Call, operationsOf, read, swap, write } from "./testing/calls.ts";

/** Writes of one key that all overlap, then a read of what nobody wrote: every order is tried. */
function hard(key: string, writes: number): Call[] {
  const all = Array.from({ length: writes }, (_, n) =>
    write(`${key}${n}`, key, n, [n + 1, 2000 + n]),
  );
  return [...all, read(key, key, "unknown", [3000, 3001])];
}

describe("linearizable", () => {
  test("a write of unknown outcome may show up late", () => {
    const found = checkLinearizability(
      register,
      operationsOf(
        write("a", "k", 1, [1, Infinity]),
        read("b", "k", null, [2, 3]),
        read("b", "k", 1, [4, 5]),
      ),
    );
    expect(found.result).toBe("ok");
  });

  test("a write of unknown outcome can not take effect twice", () => {
    const calls = [
      write("a", "k", 1, [1, Infinity]),
      read("b", "k", 1, [2, 3]),
      write("b", "k", 2, [4, 5]),
      read("b", "k", 1, [6, 7]),
    ];
    expect(checkLinearizability(register, operationsOf(...calls)).result).toBe("illegal");
  });

  test("the witness is the operation that ends the shortest illegal prefix", () => {
    const found = checkLinearizability(
      register,
      operationsOf(
        write("a", "k", 1, [1, 2]),
        write("a", "k", 2, [3, 4]),
        read("b", "k", 1, [5, 6]),
        read("b", "k", 9, [7, 8]),
      ),
    );
    if (found.result !== "illegal") throw new Error(`the result is ${found.result}`);
    expect(found.witness.stuck).toMatchObject({ process: "b", output: 1 });
    expect(found.witness.prefix.map((each) => each.input)).toEqual([1, 2]);
    expect(found.witness.state).toBe("2");
  });

  test("events at one time keep the order in which they were recorded", () => {
    const calls = [write("a", "k", 1, [1, 2]), read("b", "k", null, [2, 3])];
    expect(checkLinearizability(register, operationsOf(...calls)).result).toBe("illegal");
  });

  test("two orders of the same writes are not taken for one, for their states differ", () => {
    const writes = [write("a", "k", 1, [1, 3]), write("b", "k", 2, [2, 4])];
    for (const last of [1, 2]) {
      const operations = operationsOf(...writes, swap("c", "k", [last, 3], [5, 6]));
      expect(checkLinearizability(register, operations).result).toBe("ok");
    }
  });

  test("the evidence names values, processes and times", () => {
    const calls = [write("a", "k", 1, [1, 2]), read("b", "k", null, [3, 4])];
    const { verdict, evidence } = linearizable(register, operationsOf(...calls));
    expect(verdict).toBe("FAIL");
    expect(evidence).toContain("b's read() of k = null [3-4 ms]");
    expect(evidence).toContain("a's write(1) of k = null [1-2 ms]");
  });
});

describe("limits", () => {
  test("no time leaves the question open", () => {
    const found = checkLinearizability(register, operationsOf(...hard("k", 14)), {
      timeLimitMs: 0,
    });
    expect(found).toMatchObject({ result: "undecided", reason: expect.stringContaining("0 ms") });
  });

  test("little memory leaves the question open", () => {
    const found = checkLinearizability(register, operationsOf(...hard("k", 14)), {
      memoryLimitBytes: 100_000,
    });
    expect(found).toMatchObject({ result: "undecided", reason: expect.stringContaining("memory") });
  });

  test("a key that is quickly illegal decides beside one that would exhaust the memory", () => {
    const wrong = [write("a", "easy", 1, [5001, 5002]), read("a", "easy", 2, [5003, 5004])];
    const found = checkLinearizability(register, operationsOf(...hard("k", 25), ...wrong), {
      memoryLimitBytes: 4_000_000,
    });
    if (found.result !== "illegal") throw new Error(`the result is ${found.result}`);
    expect(found.witness.stuck.key).toBe("easy");
  });
});
