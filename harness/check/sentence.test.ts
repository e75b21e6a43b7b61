import { expect, test } from "bun:test";
import { pairOperations, phrase } from "./history.ts";
import { join, say } from "./sentence.ts";
import { fail } from "./verdict.ts";

const [write, read] = pairOperations([
  { time: 1, process: "c1", type: "invoke", f: "write", key: "k", value: "a" },
  { time: 2, process: "c1", type: "ok", f: "write", key: "k", value: null },
  { time: 3, process: "c2", type: "invoke", f: "read", key: "k", value: null },
  { time: 4, process: "c2", type: "ok", f: "read", key: "k", value: "b" },
]);
if (write === undefined || read === undefined) throw new Error("there are two operations");

test("a sentence has the words of its operations, and each operation once", () => {
  const inner = say`${read} misses ${{ operation: write }}`;
  const whole = join([inner, say`${write} came ${1}st`], "; ");
  const words = `${phrase(read)} misses ${phrase(write)}; ${phrase(write)} came 1st`;
  expect(whole).toEqual({ text: words, about: [read, write] });
});

test("a failed check has the operations of its sentence as its witness", () => {
  expect(fail("regular", say`${read} is older than ${write}`).witness).toEqual([
    { process: "c2", invokedAt: 3 },
    { process: "c1", invokedAt: 1 },
  ]);
  expect(fail("regular", "it is")).toEqual({ name: "regular", verdict: "FAIL", evidence: "it is" });
});

test("the value before all writes is no operation", () => {
  expect(say`it is ${{ operation: null }}`).toEqual({
    text: "it is the value before all writes",
    about: [],
  });
});
