import { expect, test } from "bun:test";
import {
  outcomeOfDelete,
  outcomeOfQuorumDelete,
  outcomeOfRead,
  outcomeOfWrite,
} from "./scenario.ts";

const live = { name: "a", deleted: false };
const deleted = { name: "a", deleted: true };

test("READ: each row of the table has its status, to the letter", () => {
  expect(outcomeOfRead(undefined, false)).toBe("FILE DOES NOT EXIST");
  expect(outcomeOfRead(live, true)).toBe("SUCCESS");
  expect(outcomeOfRead(live, false)).toBe("FILE ALREADY DELETED");
  expect(outcomeOfRead(deleted, true)).toBe("FILE ALREADY DELETED");
});

test("WRITE: each row of the table has its status, to the letter", () => {
  expect(outcomeOfWrite(undefined, "a", false)).toBe("SUCCESS");
  expect(outcomeOfWrite(undefined, "a", true)).toBe("FILE WITH THE SAME NAME ALREADY EXISTS");
  expect(outcomeOfWrite(live, "a", true)).toBe("SUCCESS");
  expect(outcomeOfWrite(deleted, "a", false)).toBe("DELETED FILE CANNOT BE UPDATED");
  expect(outcomeOfWrite(live, "b", false)).toBe("FILE CANNOT BE RENAMED");
});

test("DELETE: each row of the table has its status, to the letter", () => {
  expect(outcomeOfDelete(undefined)).toBe("FILE DOES NOT EXIST");
  expect(outcomeOfDelete(live)).toBe("SUCCESS");
  expect(outcomeOfDelete(deleted)).toBe("FILE ALREADY DELETED");
});

test("DELETE in the quorum protocol makes a tombstone of a uuid that is not known", () => {
  expect(outcomeOfQuorumDelete(undefined)).toBe("SUCCESS");
  expect(outcomeOfQuorumDelete(live)).toBe("SUCCESS");
  expect(outcomeOfQuorumDelete(deleted)).toBe("FILE ALREADY DELETED");
});
