/**
 * A file of records that only grows. A sync stops the process for the time of one `fdatasync`, as a
 * commit of SQLite does: a trip to the thread pool and back costs more than that on an SSD, and
 * group commit lets one sync carry all that waits.
 */
import {
  closeSync,
  existsSync,
  fdatasyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { replaceFile, syncFolder, writeAll } from "./files.ts";
import type { AppendLog } from "./host.ts";
import { decodeRecords, encodeRecord } from "./record-format.ts";

/** @param temporary as `replaceFile` takes it, for `reset` */
export function openAppendLog(path: string, temporary: string): AppendLog {
  const isNew = !existsSync(path);
  let file = openSync(path, "a+");
  if (isNew) syncFolder(dirname(path));
  else ftruncateSync(file, decodeRecords(readFileSync(path)).length);
  let unsynced = false;
  let failure: unknown;
  /**
   * Nobody knows what a file holds after a failed write or sync, and a second sync may report
   * success for data that is lost; only opening the log anew tells (Rebello et al. 2020, "Can
   * Applications Recover from fsync Failures?").
   */
  const giveUp = (error: unknown): never => {
    failure = error;
    throw error;
  };
  const refuseIfFailed = () => {
    if (failure !== undefined) throw new Error("the log has failed before", { cause: failure });
  };
  return {
    records: async () => decodeRecords(readFileSync(path)).records,
    append: (record) => {
      refuseIfFailed();
      unsynced = true;
      try {
        writeAll(file, encodeRecord(record));
      } catch (error) {
        giveUp(error);
      }
    },
    sync: async () => {
      refuseIfFailed();
      if (!unsynced) return;
      try {
        fdatasyncSync(file);
      } catch (error) {
        giveUp(error);
      }
      unsynced = false;
    },
    reset: async (records) => {
      refuseIfFailed();
      replaceFile(path, Buffer.concat(records.map(encodeRecord)), temporary);
      closeSync(file);
      file = openSync(path, "a+");
      unsynced = false;
    },
    close: async () => closeSync(file),
  };
}
