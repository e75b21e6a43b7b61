import { expect, test } from "bun:test";
import { climb, RUNGS } from "./ladder.ts";
import { fileStore } from "./models/file-store.ts";
import { keyValue } from "./models/key-value.ts";
import { register } from "./models/register.ts";
import { type Call, fileCall, operationsOf, read, write } from "./testing/calls.ts";

const QUIET = { quietAtMs: 100 };

const first = write("a", "k", 1, [1, 2]);

/** What the ladder says of each rung, without the evidence. */
function table(...calls: Call[]): Record<string, string> {
  const { rungs } = climb(register, operationsOf(...calls), QUIET);
  return Object.fromEntries(rungs.map((rung) => [rung.name, rung.verdict]));
}

test("a linearizable history keeps every rung", () => {
  const ladder = climb(register, operationsOf(first, read("b", "k", 1, [3, 4])));
  expect(ladder.rungs.map((rung) => rung.name)).toEqual([...RUNGS]);
  expect(ladder.rungs.every((rung) => rung.verdict === "PASS")).toBe(true);
  expect(ladder.highest).toBe("linearizable");
  expect(ladder.firstBroken).toBeUndefined();
});

test("new then old during a write is regular, and not linearizable", () => {
  const second = write("a", "k", 2, [3, 20]);
  const newThenOld = [read("b", "k", 2, [4, 5]), read("c", "k", 1, [6, 7])];
  expect(table(first, second, ...newThenOld, read("c", "k", 2, [101, 102]))).toMatchObject({
    linearizable: "FAIL",
    sequential: "PASS",
    regular: "PASS",
    "linearizable updates": "PASS",
    eventual: "PASS",
  });
});

test("stale reads before quiet break regular, and leave eventual", () => {
  const second = write("a", "k", 2, [3, 4]);
  const stale = [read("b", "k", 1, [5, 6]), read("b", "k", 2, [101, 102])];
  const ladder = climb(register, operationsOf(first, second, ...stale), QUIET);
  expect(ladder.highest).toBe("sequential");
  expect(ladder.firstBroken?.name).toBe("linearizable");
  expect(ladder.firstBroken?.evidence).toContain("b's read() of k = 1 [5-6 ms]");
  expect(ladder.firstBroken?.evidence).toContain("a's write(2) of k = null [3-4 ms] had replaced");
  expect(table(first, second, ...stale)).toMatchObject({ regular: "FAIL", eventual: "PASS" });
});

test("going back to an older value breaks what a process may see, and leaves eventual", () => {
  const second = write("a", "k", 2, [3, 4]);
  const back = [read("b", "k", 2, [5, 6]), read("b", "k", 1, [7, 8])];
  const ladder = climb(
    register,
    operationsOf(first, second, ...back, read("b", "k", 2, [101, 102])),
    QUIET,
  );
  const failed = ladder.rungs.filter((rung) => rung.verdict === "FAIL").map((rung) => rung.name);
  expect(failed).toEqual([
    "linearizable",
    "sequential",
    "causal",
    "sequential per key",
    "regular",
    "monotonic reads",
  ]);
  expect(ladder.highest).toBe("linearizable updates");
});

test("a write of unknown outcome that shows up late breaks nothing", () => {
  const late = write("b", "k", 2, [3, Infinity]);
  const reads = [read("c", "k", 1, [4, 5]), read("c", "k", 2, [101, 102])];
  expect(new Set(Object.values(table(first, late, ...reads)))).toEqual(new Set(["PASS"]));
});

test("without writes that can be told apart the lower rungs are undecided, never passed", () => {
  const call = (f: string, input: unknown, output: unknown, from: number): Call => {
    return { process: "a", f, key: "k", input, output, from, to: from + 0.5 };
  };
  const calls = [call("append", "x", null, 1), call("get", null, "", 2)];
  const { rungs, highest } = climb(keyValue, operationsOf(...calls), QUIET);
  const undecided = rungs.filter((rung) => rung.verdict === "UNDECIDED").map((rung) => rung.name);
  expect(undecided).toContain("regular");
  expect(undecided).toContain("eventual");
  expect(highest).toBe("linearizable updates");
});

test("no time leaves every rung undecided", () => {
  const { rungs, highest } = climb(register, operationsOf(first), { timeLimitMs: -1 });
  expect(new Set(rungs.map((rung) => rung.verdict))).toEqual(new Set(["UNDECIDED"]));
  expect(highest).toBeUndefined();
});

test("two creates of one name that both succeed break the updates, whatever is read", () => {
  const creates = ["u", "v"].map((uuid, n) =>
    fileCall(uuid, "write", uuid, "SUCCESS", [n + 1, n + 5], { name: "n", content: uuid }),
  );
  const { rungs } = climb(fileStore(), operationsOf(...creates));
  expect(rungs.find((rung) => rung.name === "linearizable updates")?.verdict).toBe("FAIL");
});
