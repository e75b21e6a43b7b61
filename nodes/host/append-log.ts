/** A file of records that only grows; one `fdatasync` carries all that waits for it. */
import {
  closeSync,
  existsSync,
  fdatasync,
  fdatasyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { replaceFile, syncFolder, writeAll } from "./files.ts";
import type { AppendLog } from "./host.ts";
import { Mutex } from "./mutex.ts";
import { decodeRecords, encodeRecord } from "./record-format.ts";

const syncInPool = promisify(fdatasync);

/**
 * A log that was at rest for this long is synced in place: a trip to the thread pool and back costs
 * a lone write more than the sync. A busy one is synced in the pool, so that more writes arrive
 * meanwhile and share the next sync.
 */
const restMs = 1;

/** @param temporary as `replaceFile` takes it, for `reset` */
export function openAppendLog(path: string, temporary: string): AppendLog {
  const isNew = !existsSync(path);
  let file = openSync(path, "a+");
  if (isNew) syncFolder(dirname(path));
  else ftruncateSync(file, decodeRecords(readFileSync(path)).length);
  const syncs = new Mutex();
  let next: Promise<void> | undefined;
  let failure: unknown;
  let syncedAtMs = 0;
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
      try {
        writeAll(file, encodeRecord(record));
      } catch (error) {
        giveUp(error);
      }
    },
    sync: () => {
      next ??= syncs.run(async () => {
        next = undefined;
        refuseIfFailed();
        try {
          if (performance.now() - syncedAtMs > restMs) fdatasyncSync(file);
          else await syncInPool(file);
        } catch (error) {
          giveUp(error);
        }
        syncedAtMs = performance.now();
      });
      return next;
    },
    reset: async (records) => {
      refuseIfFailed();
      replaceFile(path, Buffer.concat(records.map(encodeRecord)), temporary);
      const replaced = file;
      file = openSync(path, "a+");
      // A sync may still be under way on the old file.
      await syncs.run(async () => closeSync(replaced));
    },
    close: () => syncs.run(async () => closeSync(file)),
  };
}
