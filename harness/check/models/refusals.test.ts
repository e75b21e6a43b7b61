import { describe, expect, test } from "bun:test";
import { isIndefinite } from "../history.ts";
import { judgeFileStore } from "../judge-file-store.ts";
import { type Call, eventsOf, fileCall, operationsOf } from "../testing/calls.ts";
import { refusalsMayApply } from "./refusals.ts";

const failed = (...calls: Call[]) =>
  judgeFileStore("quorum-regular", eventsOf(calls))
    .filter((check) => check.verdict === "FAIL")
    .map((check) => check.name);

const created = fileCall("a", "write", "u", "SUCCESS", [1, 2], { content: "a", version: "1" });
const namesake = fileCall("b", "write", "v", "FILE WITH THE SAME NAME ALREADY EXISTS", [3, 4], {
  content: "b",
});
const sees = (uuid: string, content: string, version: string, from: number) =>
  fileCall("c", "read", uuid, "SUCCESS", [from, from + 0.5], { content, version });

describe("in the quorum's regular flow", () => {
  test("what one replica refused may be read from another, and may go away again", () => {
    const unknown = fileCall("c", "read", "v", "FILE DOES NOT EXIST", [7, 8]);
    expect(failed(created, namesake, sees("v", "b", "2", 5), unknown)).toEqual([]);
  });

  test("a refused delete may have left a tombstone, and a refused update may be read", () => {
    const twice = fileCall("b", "delete", "u", "FILE ALREADY DELETED", [3, 4]);
    const gone = fileCall("c", "read", "u", "FILE ALREADY DELETED", [5, 6], { version: "2" });
    expect(failed(created, twice, gone, sees("u", "a", "1", 7))).toEqual([]);
    const update = fileCall("b", "write", "u", "DELETED FILE CANNOT BE UPDATED", [3, 4], {
      content: "b",
    });
    expect(failed(created, update, sees("u", "b", "2", 5))).toEqual([]);
  });

  test("deleting a uuid that nobody wrote leaves a tombstone", () => {
    const deletion = fileCall("b", "delete", "x", "SUCCESS", [3, 4], { version: "2" });
    const gone = fileCall("c", "read", "x", "FILE ALREADY DELETED", [5, 6], { version: "2" });
    expect(failed(deletion, gone)).toEqual([]);
  });

  test("a write that tried again may be seen under the version of its first attempt", () => {
    const again = fileCall("a", "write", "u", "SUCCESS", [1, 9], { content: "a", version: "3" });
    expect(failed(again, sees("u", "a", "2", 4))).toEqual([]);
    expect(failed(again, sees("u", "a", "4", 4))).toEqual(["version order"]);
  });

  test("an acknowledged write that a read misses is still flagged", () => {
    const lost = fileCall("c", "read", "u", "FILE DOES NOT EXIST", [5, 6]);
    expect(failed(created, namesake, lost)).toEqual(["regular"]);
    const update = fileCall("a", "write", "u", "SUCCESS", [3, 4], { content: "b", version: "2" });
    expect(failed(created, update, sees("u", "a", "1", 5))).toEqual(["regular"]);
  });

  test("a content that nobody asked to write is still flagged", () => {
    expect(failed(created, namesake, sees("v", "?", "2", 5))).toEqual(["regular"]);
  });
});

test("answers that every replica gives alike stay definite", () => {
  const bad = fileCall("a", "write", "u", "NAME NOT ALLOWED", [1, 2]);
  const read = fileCall("a", "read", "u", "FILE ALREADY DELETED", [3, 4]);
  const after = refusalsMayApply(operationsOf(bad, read, namesake));
  expect(after.map(isIndefinite)).toEqual([false, false, true]);
  expect(after.map(({ process }) => process)).toEqual(["a", "a", "b/refused-3"]);
});
