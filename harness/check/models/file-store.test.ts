import { describe, expect, test } from "bun:test";
import { checkLinearizability } from "../linearizability.ts";
import { type Call, fileCall, operationsOf } from "../testing/calls.ts";
import { type FileStoreOptions, fileStore } from "./file-store.ts";

type Step = [f: "write" | "read" | "delete", uuid: string, status: string, file?: File | undefined];
type File = { name?: string; content?: string; version?: string };

/** One client, one operation after the other. */
function isLegal(steps: readonly Step[], options: FileStoreOptions = {}): boolean {
  const calls = steps.map(([f, uuid, status, file], index): Call => {
    return fileCall("c", f, uuid, status, [index * 2, index * 2 + 1], file);
  });
  return checkLinearizability(fileStore(options), operationsOf(...calls)).result === "ok";
}

const created: Step = ["write", "u", "SUCCESS", { name: "n", content: "a" }];
const deleted: Step = ["delete", "u", "SUCCESS"];

/** The scenario table: what has happened before, the operation, and its one right answer. */
const scenarios: [string, Step[], ["write" | "read" | "delete", string, File?], string][] = [
  ["read unknown", [], ["read", "u"], "FILE DOES NOT EXIST"],
  ["read live", [created], ["read", "u", { name: "n", content: "a" }], "SUCCESS"],
  ["read deleted", [created, deleted], ["read", "u"], "FILE ALREADY DELETED"],
  ["create", [], ["write", "u", { name: "n" }], "SUCCESS"],
  [
    "create under a taken name",
    [created],
    ["write", "v", { name: "n" }],
    "FILE WITH THE SAME NAME ALREADY EXISTS",
  ],
  ["create under a freed name", [created, deleted], ["write", "v", { name: "n" }], "SUCCESS"],
  ["overwrite", [created], ["write", "u", { name: "n", content: "b" }], "SUCCESS"],
  ["rename", [created], ["write", "u", { name: "m" }], "FILE CANNOT BE RENAMED"],
  [
    "write deleted",
    [created, deleted],
    ["write", "u", { name: "n" }],
    "DELETED FILE CANNOT BE UPDATED",
  ],
  ["delete unknown", [], ["delete", "u"], "FILE DOES NOT EXIST"],
  ["delete live", [created], ["delete", "u"], "SUCCESS"],
  ["delete deleted", [created, deleted], ["delete", "u"], "FILE ALREADY DELETED"],
];

const STATUSES = [...new Set(scenarios.map(([, , , status]) => status)), "NO SUCH STATUS"];

describe("the scenario table", () => {
  test.each(scenarios)("%s: only its own status is legal", (_, before, [f, uuid, file], right) => {
    const legal = STATUSES.filter((status) => isLegal([...before, [f, uuid, status, file]]));
    expect(legal).toEqual([right]);
  });

  test("quorum: deleting an unknown uuid leaves a tombstone", () => {
    const quorum = { tombstoneUnknown: true };
    expect(isLegal([deleted, ["read", "u", "FILE ALREADY DELETED"]], quorum)).toBe(true);
    expect(isLegal([["delete", "u", "FILE DOES NOT EXIST"]], quorum)).toBe(false);
  });
});

describe("answers must fit what was written", () => {
  test("a read has the name and the content of the last write", () => {
    const update: Step = ["write", "u", "SUCCESS", { name: "n", content: "b" }];
    expect(isLegal([created, update, ["read", "u", "SUCCESS", { name: "n", content: "b" }]])).toBe(
      true,
    );
    expect(isLegal([created, update, ["read", "u", "SUCCESS", { name: "n", content: "a" }]])).toBe(
      false,
    );
    expect(isLegal([created, ["read", "u", "SUCCESS", { name: "m", content: "a" }]])).toBe(false);
  });

  test("a read has the version that its write was told", () => {
    const written: Step = ["write", "u", "SUCCESS", { name: "n", content: "a", version: "1" }];
    const readAs = (version: string): Step => [
      "read",
      "u",
      "SUCCESS",
      { name: "n", content: "a", version },
    ];
    expect(isLegal([written, readAs("1")])).toBe(true);
    expect(isLegal([written, readAs("2")])).toBe(false);
  });

  test("refusals of the request itself say nothing and change nothing", () => {
    for (const status of ["NAME NOT ALLOWED", "CONTENT TOO LARGE", "NOT A UUID"]) {
      expect(isLegal([created, ["write", "u", status, { name: "../n" }], deleted])).toBe(true);
    }
  });

  test("a deleted uuid's old name does not come back with the new file of that name", () => {
    const reused: Step = ["write", "v", "SUCCESS", { name: "n", content: "b" }];
    const mixed: Step = ["read", "u", "SUCCESS", { name: "n", content: "b" }];
    expect(isLegal([created, deleted, reused, mixed])).toBe(false);
  });
});

describe("splitting a history", () => {
  const groups = (...steps: Step[]) => {
    const calls = steps.map(([f, uuid, status, file], index) =>
      fileCall("c", f, uuid, status, [index * 2, index * 2 + 1], file),
    );
    const partitions = fileStore().partition(operationsOf(...calls));
    return partitions.map((operations) => operations.map((each) => each.key).join(" "));
  };

  test("keeps together the uuids that were written under one name, through others too", () => {
    expect(
      groups(
        ["write", "u", "SUCCESS", { name: "n" }],
        ["write", "v", "SUCCESS", { name: "m" }],
        ["write", "w", "SUCCESS", { name: "o" }],
        ["write", "u", "FILE WITH THE SAME NAME ALREADY EXISTS", { name: "m" }],
        ["write", "u", "FILE CANNOT BE RENAMED", { name: "o" }],
        ["read", "w", "SUCCESS", { name: "o" }],
      ),
    ).toEqual(["u v u u", "w w"]);
  });

  test("two creates of one name by two clients cannot both succeed", () => {
    const calls = [
      fileCall("a", "write", "u", "SUCCESS", [1, 3], { name: "n" }),
      fileCall("b", "write", "v", "SUCCESS", [2, 4], { name: "n" }),
    ];
    expect(checkLinearizability(fileStore(), operationsOf(...calls)).result).toBe("illegal");
  });
});

test.each([
  ["no status", { ...fileCall("c", "read", "u", "", [1, 2]), output: null }, /has no status/],
  ["no name", { ...fileCall("c", "write", "u", "SUCCESS", [1, 2]), input: {} }, /name, content/],
])("an operation with %s is refused, not judged", (_, call, message) => {
  expect(() => checkLinearizability(fileStore(), operationsOf(call))).toThrow(message);
});
