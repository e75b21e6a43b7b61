import { describe, expect, test } from "bun:test";
import { fileStore } from "./models/file-store.ts";
import { register } from "./models/register.ts";
import { registerView } from "./register-view.ts";
import { sessionGuarantees } from "./sessions.ts";
import { type Call, fileCall, operationsOf, read, write } from "./testing/calls.ts";

function judge(...calls: Call[]) {
  return sessionGuarantees(registerView(register, operationsOf(...calls)) ?? []);
}

/** The names of the guarantees that are broken. */
function broken(...calls: Call[]): string[] {
  const failed = judge(...calls).filter((each) => each.verdict === "FAIL");
  return failed.map((each) => each.name);
}

const first = write("a", "k", 1, [1, 2]);
const second = write("a", "k", 2, [3, 4]);

describe("read your writes", () => {
  test("is broken by a read older than the session's own write", () => {
    expect(broken(first, second, read("a", "k", 1, [5, 6]))).toEqual(["read your writes"]);
    expect(broken(first, read("a", "k", null, [5, 6]))).toEqual(["read your writes"]);
  });

  test("is kept by a newer value of another session, and says nothing of other sessions", () => {
    expect(broken(first, write("b", "k", 2, [3, 4]), read("a", "k", 2, [5, 6]))).toEqual([]);
    expect(broken(first, second, read("b", "k", 1, [5, 6]))).toEqual([]);
  });

  test("is broken when two sessions see two concurrent writes each in its own order", () => {
    const concurrent = [write("a", "k", 1, [1, 4]), write("b", "k", 2, [2, 3])];
    const crossed = [read("a", "k", 2, [5, 6]), read("b", "k", 1, [5.5, 6.5])];
    expect(broken(...concurrent, ...crossed)).toEqual(["read your writes"]);
    expect(broken(...concurrent, read("a", "k", 2, [5, 6]))).toEqual([]);
  });
});

describe("monotonic reads", () => {
  test("are broken by new then old, and the evidence names both reads", () => {
    const reads = [read("b", "k", 2, [5, 6]), read("b", "k", 1, [7, 8])];
    expect(broken(first, second, ...reads)).toEqual(["monotonic reads"]);
    const [evidence] = judge(first, second, ...reads).flatMap((each) =>
      each.verdict === "FAIL" ? [each.evidence] : [],
    );
    expect(evidence).toContain("b's read() of k = 1 [7-8 ms]");
    expect(evidence).toContain("b's read() of k = 2 [5-6 ms]");
  });

  test("are kept by two sessions of which one sees new and the other old", () => {
    expect(broken(first, second, read("b", "k", 2, [5, 6]), read("c", "k", 1, [7, 8]))).toEqual([]);
  });
});

describe("monotonic writes", () => {
  const wrote = [write("a", "x", 1, [1, 2]), write("a", "y", 1, [3, 4])];

  test("are broken by a node that has a session's second write without its first", () => {
    const at = (node: string) => [
      read("b", "y", 1, [5, 6], "r1"),
      read("c", "x", null, [7, 8], node),
    ];
    expect(broken(...wrote, ...at("r1"))).toEqual(["monotonic writes"]);
    expect(broken(...wrote, ...at("r2"))).toEqual([]);
  });

  test("are kept by what a node answered before it had the second write", () => {
    const earlier = [read("c", "x", null, [5, 6], "r1"), read("b", "y", 1, [7, 8], "r1")];
    expect(broken(...wrote, ...earlier)).toEqual([]);
  });

  test("are broken by versions that run against a session's own order", () => {
    const calls = [
      fileCall("a", "write", "u", "SUCCESS", [1, 2], { content: "1", version: "9" }),
      fileCall("a", "write", "u", "SUCCESS", [3, 4], { content: "2", version: "10" }),
    ];
    const checks = sessionGuarantees(registerView(fileStore(), operationsOf(...calls)) ?? []);
    expect(checks.filter((each) => each.verdict === "FAIL").map((each) => each.name)).toEqual([
      "monotonic writes",
    ]);
  });
});

describe("writes follow reads", () => {
  test("are broken by a node that has an answer without what it answers to", () => {
    const question = write("a", "x", 1, [1, 2]);
    const answer = [read("b", "x", 1, [3, 4], "r1"), write("b", "y", 1, [5, 6])];
    const at = (node: string) => [
      read("c", "y", 1, [7, 8], "r2"),
      read("c", "x", null, [9, 10], node),
    ];
    expect(broken(question, ...answer, ...at("r2"))).toEqual(["writes follow reads"]);
    expect(broken(question, ...answer, ...at("r3"))).toEqual([]);
  });
});

test("a read that two writes could explain leaves the guarantees undecided", () => {
  const checks = judge(first, write("b", "k", 1, [3, 4]), read("c", "k", 1, [5, 6]));
  expect(new Set(checks.map((each) => each.verdict))).toEqual(new Set(["UNDECIDED"]));
});

test("a value that nobody wrote breaks all", () => {
  expect(broken(read("a", "k", 9, [1, 2]))).toHaveLength(4);
});

test("an answer without a version is not taken for that of a write without a version", () => {
  const calls = [
    fileCall("a", "delete", "u", "SUCCESS", [3, Infinity]),
    fileCall("b", "delete", "u", "SUCCESS", [4, 5], { version: "2" }),
    fileCall("c", "delete", "u", "FILE ALREADY DELETED", [6, 7]),
    fileCall("c", "read", "u", "FILE ALREADY DELETED", [8, 9], { version: "2" }),
  ];
  const checks = sessionGuarantees(registerView(fileStore(), operationsOf(...calls)) ?? []);
  expect(new Set(checks.map((each) => each.verdict))).toEqual(new Set(["UNDECIDED"]));
});
