import { expect, test } from "bun:test";
import { fileStore } from "./models/file-store.ts";
import { register } from "./models/register.ts";
import { registerView } from "./register-view.ts";
import { regular } from "./regular.ts";
import { type Call, fileCall, operationsOf, read, swap, write } from "./testing/calls.ts";

function judge(...calls: Call[]) {
  return regular(registerView(register, operationsOf(...calls)) ?? []);
}

const first = write("a", "k", 1, [1, 2]);

test("during a write, readers may see new then old", () => {
  const second = write("a", "k", 2, [3, 20]);
  const newThenOld = [read("b", "k", 2, [4, 5]), read("b", "k", 1, [6, 7])];
  expect(judge(first, second, ...newThenOld).verdict).toBe("PASS");
});

test("once a write has returned, nobody may see what it replaced", () => {
  const second = write("a", "k", 2, [3, 4]);
  const { verdict, evidence } = judge(first, second, read("b", "k", 1, [5, 6]));
  expect(verdict).toBe("FAIL");
  expect(evidence).toContain("b's read() of k = 1 [5-6 ms]");
  expect(evidence).toContain("a's write(2) of k = null [3-4 ms] had replaced");
});

test("once a write has returned, nobody may see the value before all writes", () => {
  expect(judge(first, read("b", "k", null, [3, 4])).verdict).toBe("FAIL");
});

test("of two concurrent writes either may be the last, even for different readers", () => {
  const writes = [write("a", "k", 1, [1, 4]), write("b", "k", 2, [2, 3])];
  const reads = [read("c", "k", 1, [5, 6]), read("c", "k", 2, [7, 8]), read("d", "k", 1, [9, 10])];
  expect(judge(...writes, ...reads).verdict).toBe("PASS");
});

test("a write of unknown outcome may show up late, and go away again while it is under way", () => {
  const lost = write("b", "k", 2, [3, Infinity]);
  const reads = [1, 2, 1].map((value, n) => read("c", "k", value, [10 + 2 * n, 11 + 2 * n]));
  expect(judge(first, lost, ...reads).verdict).toBe("PASS");
});

test("a value that nobody wrote, or that was written only later, is flagged", () => {
  expect(judge(read("b", "k", 7, [1, 2])).verdict).toBe("FAIL");
  expect(judge(read("b", "k", 1, [0, 0.5]), first).verdict).toBe("FAIL");
});

test("a swap does not explain what it saw by what it wrote itself", () => {
  expect(judge(swap("a", "k", [1, 1], [1, 2])).verdict).toBe("FAIL");
  expect(judge(first, swap("a", "k", [1, 1], [3, 4])).verdict).toBe("PASS");
});

test("a value written twice is legal when either write explains it", () => {
  const again = write("b", "k", 1, [5, 6]);
  const calls = [first, write("a", "k", 2, [3, 4]), again, read("c", "k", 1, [7, 8])];
  expect(judge(...calls).verdict).toBe("PASS");
});

test("a file read after its acknowledged deletion is flagged; a refusal counts as a read", () => {
  const calls = [
    fileCall("a", "write", "u", "SUCCESS", [1, 2], { content: "x" }),
    fileCall("a", "delete", "u", "SUCCESS", [3, 4]),
  ];
  const view = (call: Call) => registerView(fileStore(), operationsOf(...calls, call)) ?? [];
  const stale = fileCall("b", "read", "u", "SUCCESS", [5, 6], { content: "x" });
  const forgotten = fileCall("b", "delete", "u", "FILE DOES NOT EXIST", [5, 6]);
  const right = fileCall("b", "write", "u", "DELETED FILE CANNOT BE UPDATED", [5, 6]);
  expect(regular(view(stale)).verdict).toBe("FAIL");
  expect(regular(view(forgotten)).verdict).toBe("FAIL");
  expect(regular(view(right)).verdict).toBe("PASS");
});
