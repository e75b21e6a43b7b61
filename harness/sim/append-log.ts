/** An append-only file of a simulated disk. */
import type { AppendLog } from "../../nodes/host/host.ts";
import { decodeRecords, encodeRecord } from "../../nodes/host/record-format.ts";
import { assert } from "./assert.ts";
import { never, type SimulatedDisk } from "./disk.ts";
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
    return decodeRecords(Buffer.concat(this.stored.content.records)).records;
  }

  append(record: Uint8Array): void {
    assert(!this.closed, "appended to a closed log");
    if (this.host.isAlive) this.stored.content.records.push(encodeRecord(record));
  }

  sync(): Promise<void> {
    const { content } = this.stored;
    const upTo = content.records.length;
    return this.disk.sync("sync", () => {
      content.synced = Math.max(content.synced, upTo);
    });
  }

  async reset(records: readonly Uint8Array[]): Promise<void> {
    if (!this.host.isAlive) return never();
    const { stored } = this;
    // The new file is synced before it takes the old one's name.
    const content = { records: records.map(encodeRecord), synced: records.length };
    stored.before ??= stored.content;
    stored.content = content;
    return this.disk.sync("reset", () => {
      if (stored.content === content) stored.before = undefined;
    });
  }

  async close(): Promise<void> {
    this.closed = true;
  }
}
