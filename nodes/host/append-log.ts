/** A file of records that only grows; one `fdatasync` carries all that waits for it. */
import { closeSync, fdatasync, ftruncateSync, openSync, readFileSync } from "node:fs";
import { promisify } from "node:util";
import { replaceFile, writeAll } from "./files.ts";
import type { AppendLog } from "./host.ts";
import { decodeRecords, encodeRecord } from "./record-format.ts";

const syncFile = promisify(fdatasync);

export function openAppendLog(path: string): AppendLog {
  let file = openSync(path, "a+");
  const { length } = decodeRecords(readFileSync(path));
  ftruncateSync(file, length);
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  return {
    records: async () => decodeRecords(readFileSync(path)).records,
    append: (record) => writeAll(file, encodeRecord(record)),
    sync: () => {
      next ??= running
        .catch(() => {})
        .then(() => {
          next = undefined;
          running = syncFile(file);
          return running;
        });
      return next;
    },
    reset: async (records) => {
      await running;
      replaceFile(path, Buffer.concat(records.map(encodeRecord)));
      closeSync(file);
      file = openSync(path, "a+");
    },
    close: async () => closeSync(file),
  };
}
