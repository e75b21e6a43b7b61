/** A file of records that only grows; one `fdatasync` carries all that waits for it. */
import { close, fdatasync, ftruncateSync, openSync, readFileSync, writeSync } from "node:fs";
import { promisify } from "node:util";
import type { AppendLog } from "./host.ts";
import { decodeRecords, encodeRecord } from "./record-format.ts";

const sync = promisify(fdatasync);
const closeFile = promisify(close);

export function openAppendLog(path: string): AppendLog {
  const file = openSync(path, "a+");
  const { length } = decodeRecords(readFileSync(path));
  ftruncateSync(file, length);
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  return {
    records: async () => decodeRecords(readFileSync(path)).records,
    append: (record) => {
      const framed = encodeRecord(record);
      const written = writeSync(file, framed);
      if (written !== framed.length) throw new Error(`${path}: wrote ${written} bytes, disk full?`);
    },
    sync: () => {
      next ??= running
        .catch(() => {})
        .then(() => {
          next = undefined;
          running = sync(file);
          return running;
        });
      return next;
    },
    close: () => closeFile(file),
  };
}
