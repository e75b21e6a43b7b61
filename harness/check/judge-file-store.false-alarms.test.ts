import { expect, test } from "bun:test";
import fc from "fast-check";
import { judgeFileStore } from "./judge-file-store.ts";
import { FILE_STORE_PROMISES, type FileStoreProtocol } from "./promises.ts";
import { atomicHistory } from "./testing/atomic-store.ts";

const RUNS = 200;
const TURNS = 90;

test("no promise is seen broken by a store with one copy, whatever is lost or late", () => {
  const protocols = Object.keys(FILE_STORE_PROMISES) as FileStoreProtocol[];
  const property = fc.property(atomicHistory(TURNS), (events) => {
    // The one copy refuses to delete what it does not know; a quorum would keep a tombstone.
    const refused = events.some(
      ({ f, type, value }) =>
        f === "delete" &&
        type === "ok" &&
        (value as { status: string }).status === "FILE DOES NOT EXIST",
    );
    for (const protocol of protocols) {
      if (refused && protocol === "quorum-linearizable") continue;
      const checks = judgeFileStore(protocol, events, { quietAtMs: 0 });
      expect(checks.filter((check) => check.verdict === "FAIL")).toEqual([]);
    }
  });
  fc.assert(property, { numRuns: RUNS, seed: 530 });
});
