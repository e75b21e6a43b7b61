/** An append-only file of a simulated disk. */
import type { AppendLog } from "../../nodes/host/host.ts";
import { decodeRecords, encodeRecord } from "../../nodes/host/record-format.ts";
import { assert } from "./assert.ts";
import type { SimulatedDisk } from "./disk.ts";
import type { SimulatedHost } from "./host.ts";
import type { StoredLog } from "./volume.ts";

export class SimulatedLog implements AppendLog {
  private closed = false;

  private readonly disk: SimulatedDisk;
  private readonly host: SimulatedHost;
  private readonly stored: StoredLog;

  constructor(disk: SimulatedDisk, host: SimulatedHost, stored: StoredLog) {
    this.disk = disk;
    this.host = host;
    this.stored = stored;
  }

  async records(): Promise<Uint8Array[]> {
    return decodeRecords(Buffer.concat(this.stored.records)).records;
  }

  append(record: Uint8Array): void {
    assert(!this.closed, "appended to a closed log");
    if (this.host.isAlive) this.stored.records.push(encodeRecord(record));
  }

  sync(): Promise<void> {
    const { stored } = this;
    const upTo = stored.records.length;
    return this.disk.sync("sync", () => {
      stored.synced = Math.max(stored.synced, upTo);
    });
  }

  async close(): Promise<void> {
    this.closed = true;
  }
}
