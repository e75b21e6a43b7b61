import { expect, test } from "bun:test";
import { fileStore } from "./models/file-store.ts";
import { type Call, fileCall, operationsOf } from "./testing/calls.ts";
import { versionOrder } from "./version-order.ts";

type Span = readonly [number, number];

function wrote(content: string, version: string, span: Span, process = "a"): Call {
  return fileCall(process, "write", "u", "SUCCESS", span, { content, version });
}

function saw(content: string, version: string, span: Span): Call {
  return fileCall("r", "read", "u", "SUCCESS", span, { content, version });
}

const judge = (...calls: Call[]) => versionOrder(fileStore(), operationsOf(...calls));

test("later writes have greater versions, concurrent ones any", () => {
  const overlapping = wrote("c", "2", [3, 9], "b");
  const calls = [wrote("a", "1", [1, 2]), wrote("b", "3", [4, 5]), overlapping];
  expect(judge(...calls, saw("b", "3", [10, 11])).verdict).toBe("PASS");
});

test("a write with a version below one that had been acknowledged is flagged, with both", () => {
  const { verdict, evidence } = judge(
    wrote("a", "5", [1, 4], "b"),
    wrote("b", "3", [2, 3]),
    wrote("c", "4", [5, 6]),
  );
  expect(verdict).toBe("FAIL");
  expect(evidence).toContain('"c"');
  expect(evidence).toContain('"version":"5"');
});

test("versions compare as bytes, so 10 is not after 9", () => {
  expect(judge(wrote("a", "9", [1, 2]), wrote("b", "10", [3, 4])).verdict).toBe("FAIL");
});

test("a version that did not advance is flagged", () => {
  expect(judge(wrote("a", "1", [1, 2]), wrote("b", "1", [3, 4])).verdict).toBe("FAIL");
});

test("one value under two versions is flagged, and one version of two values", () => {
  expect(judge(wrote("a", "1", [1, 2]), saw("a", "2", [3, 4])).verdict).toBe("FAIL");
  expect(judge(wrote("a", "1", [1, 2]), saw("b", "1", [3, 4])).verdict).toBe("FAIL");
});

test("two tombstones of one uuid may have two versions", () => {
  const tombstone = (process: string, version: string, span: Span) =>
    fileCall(process, "delete", "u", "SUCCESS", span, { version });
  expect(judge(tombstone("a", "1", [1, 3]), tombstone("b", "2", [2, 4])).verdict).toBe("PASS");
});

test("a tombstone may have the version of a deletion of unknown outcome", () => {
  const calls = [
    fileCall("a", "delete", "u", "SUCCESS", [1, Infinity]),
    fileCall("b", "delete", "u", "SUCCESS", [2, 3], { version: "2" }),
    fileCall("c", "read", "u", "FILE ALREADY DELETED", [4, 5], { version: "1" }),
  ];
  expect(judge(...calls).verdict).toBe("PASS");
});

test("a deletion has a version of its own, after that of the file", () => {
  const deleted = fileCall("a", "delete", "u", "SUCCESS", [3, 4], { version: "0" });
  expect(judge(wrote("a", "1", [1, 2]), deleted).verdict).toBe("FAIL");
});

test("nothing is decided where no version was told", () => {
  expect(judge(fileCall("a", "write", "u", "SUCCESS", [1, 2])).verdict).toBe("UNDECIDED");
});
