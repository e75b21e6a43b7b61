/** The disk as a running node sees it: every operation takes time, one after another. */

import type { AppendLog, Database, Disk } from "../../nodes/host/host.ts";
import { decodeRecords, encodeRecord } from "../../nodes/host/record-format.ts";
import { SimulatedLog } from "./append-log.ts";
import { assert } from "./assert.ts";
import { SimulatedDatabase } from "./database.ts";
import { between } from "./draws.ts";
import { type DiskOperation, defaultDownMs } from "./fault-plan.ts";
import type { SimulatedHost } from "./host.ts";
import { StoredDatabase } from "./stored-database.ts";

/** What operations cost, in milliseconds; each takes from half to one and a half times as long. */
export interface DiskModel {
  readonly readMs: number;
  /** Into the page cache. */
  readonly writeMs: number;
  /** Until it is durable. */
  readonly syncMs: number;
}

export const usualDisk: DiskModel = { readMs: 0.05, writeMs: 0.05, syncMs: 0.4 };

export class SimulatedDisk implements Disk {
  private readonly host: SimulatedHost;

  constructor(host: SimulatedHost) {
    this.host = host;
  }

  private get volume() {
    return this.host.node.volume;
  }

  private get model(): DiskModel {
    return this.host.simulation.disk;
  }

  read(name: string): Promise<Uint8Array | undefined> {
    const held = this.volume.content(name);
    const content = held === undefined ? undefined : new Uint8Array(held);
    return this.perform("read", this.model.readMs, () => content);
  }

  exists(name: string): Promise<boolean> {
    const found = this.volume.names().includes(name);
    return this.perform("exists", this.model.readMs, () => found);
  }

  replace(name: string, content: Uint8Array): Promise<void> {
    return this.change("replace", name, content);
  }

  overwrite(name: string, content: Uint8Array): Promise<void> {
    return this.change("overwrite", name, content);
  }

  async remove(name: string): Promise<void> {
    const { logs, databases } = this.volume;
    assert(!logs.has(name) && !databases.has(name), `${name} is no plain file to be removed`);
    if (this.volume.content(name) === undefined) await this.perform("remove", 0, () => {});
    else await this.change("remove", name, undefined);
  }

  list(folder: string): Promise<string[]> {
    const prefix = folder === "" || folder.endsWith("/") ? folder : `${folder}/`;
    const inside = this.volume
      .names()
      .filter((name) => name.startsWith(prefix) && !name.slice(prefix.length).includes("/"))
      .map((name) => name.slice(prefix.length));
    inside.sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
    return this.perform("list", this.model.readMs, () => inside);
  }

  async openLog(name: string): Promise<AppendLog> {
    const { volume, host } = this;
    let stored = volume.logs.get(name);
    if (stored === undefined) {
      stored = { content: { records: [], synced: 0 }, before: undefined };
      volume.logs.set(name, stored);
    }
    const log = stored;
    return this.perform("open-log", this.model.syncMs, () => {
      const { content } = log;
      const bytes = Buffer.concat(content.records);
      const whole = decodeRecords(bytes);
      if (whole.length < bytes.length) {
        host.note(`cut off the torn end of ${name}`);
        host.simulation.reached.strike("torn-append", name);
      }
      content.records = whole.records.map(encodeRecord);
      content.synced = Math.min(content.synced, content.records.length);
      return new SimulatedLog(this, host, log);
    });
  }

  async openDatabase(name: string): Promise<Database> {
    const { volume, host } = this;
    let stored = volume.databases.get(name);
    if (stored === undefined) {
      stored = new StoredDatabase();
      volume.databases.set(name, stored);
    }
    const database = stored;
    if (database.isOpen) throw new Error(`the database ${name} is open already`);
    database.isOpen = true;
    return this.perform("open-database", this.model.syncMs, () => {
      return new SimulatedDatabase(this, host, database);
    });
  }

  sync<Result>(operation: DiskOperation, complete: () => Result): Promise<Result> {
    return this.perform(operation, this.model.syncMs, complete);
  }

  private async change(
    operation: "replace" | "overwrite" | "remove",
    name: string,
    content: Uint8Array | undefined,
  ): Promise<void> {
    if (!this.host.isAlive) return never();
    const change = this.volume.change(name, content, operation === "overwrite");
    const durable = operation === "replace";
    const costMs = durable ? this.model.syncMs : this.model.writeMs;
    await this.perform(operation, costMs, () => this.volume.complete(change, durable));
  }

  /** Lets an operation be complete when the disk has come to it, unless the node crashes. */
  private perform<Result>(
    operation: DiskOperation,
    costMs: number,
    complete: () => Result,
  ): Promise<Result> {
    const { host, volume } = this;
    const { simulation, node } = host;
    if (!host.isAlive) return never();
    const placed = simulation.placed.onDisk(node.id, operation);
    if (volume.slowness > 1) simulation.reached.strike("slow-disk", operation);
    const durationMs = costMs * volume.slowness * between(volume.random, 0.5, 1.5);
    const { scheduler } = simulation;
    volume.busyUntil = Math.max(scheduler.now, volume.busyUntil) + durationMs;
    return new Promise((resolve) => {
      scheduler.on(node, host.generation, volume.busyUntil - scheduler.now, () => {
        if (placed === undefined) {
          resolve(complete());
          return;
        }
        if (placed.moment === "after") complete();
        simulation.reached.strike(placed.do, operation);
        const interrupted = placed.moment === "during" ? "half" : "nothing";
        host.note(`${placed.do} ${placed.moment} ${operation}`);
        const kind = placed.do === "disk-kill" ? "kill" : "power-failure";
        simulation.crash(node, kind, placed.downMs ?? defaultDownMs, interrupted);
      });
    });
  }
}

/** What a crashed node waits for. */
export function never<Result>(): Promise<Result> {
  return new Promise(() => {});
}
