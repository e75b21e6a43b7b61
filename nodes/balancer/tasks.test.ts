import { expect, test } from "bun:test";
import { RpcError } from "../host/rpc-error.ts";
import { checkTask, emulated, tasks } from "./tasks.ts";

const answer = (task: string, size: number) => tasks.get(task)?.run(size);

test("primes are counted as in the table of the prime counting function", () => {
  const counts = [0, 1, 2, 10, 100, 1_000, 1_000_000].map((limit) => answer("primes", limit));
  expect(counts).toEqual(["0", "0", "1", "4", "25", "168", "78498"]);
});

test("Fibonacci numbers are exact beyond what a float holds", () => {
  expect([0, 1, 2, 10].map((index) => answer("fibonacci", index))).toEqual(["0", "1", "1", "55"]);
  expect(answer("fibonacci", 100)).toBe("354224848179261915075");
});

test("the sum of a matrix product is what its closed form says", () => {
  // Over i, j, k: (i + 2 k) (k - j), with the sums of 0..n-1 and of their squares.
  const closed = (n: number) => {
    const sum = (n * (n - 1)) / 2;
    const squares = ((n - 1) * n * (2 * n - 1)) / 6;
    return n * sum * sum + 2 * n * n * squares - n * sum * sum - 2 * n * sum * sum;
  };
  for (const rows of [0, 1, 2, 7, 50]) expect(answer("matrix", rows)).toBe(`${closed(rows)}`);
});

test("a chain of hashes begins with the hash of nothing", () => {
  const ofNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  expect(answer("sha256", 1)).toBe(ofNothing);
  const second = new Bun.CryptoHasher("sha256").update(Buffer.from(ofNothing, "hex"));
  expect(answer("sha256", 2)).toBe(second.digest("hex"));
});

test("unknown tasks, and sizes too large or no size at all, are refused", () => {
  for (const [name, { most }] of tasks) expect(() => checkTask(name, most)).not.toThrow();
  expect(() => checkTask(emulated, 1_000)).not.toThrow();
  expect(() => checkTask("nosuch", 1)).toThrow(/one of primes, .*, emulate/);
  for (const size of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 1e12, 2 ** 60]) {
    for (const name of [...tasks.keys(), emulated]) {
      expect(() => checkTask(name, size), `${name} ${size}`).toThrow(RpcError);
    }
  }
});
