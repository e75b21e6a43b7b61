import { expect, test } from "bun:test";
import { testHost, until } from "../host/test-support.ts";
import type { Write } from "./data.ts";
import { DiskState } from "./disk-state.ts";

function write(number: number, key: string, value: string | undefined): Write {
  const isDelete = value === undefined;
  return { key, value: value ?? "", delete: isDelete, client: "c", number };
}

function execute(disk: DiskState, ...writes: Write[]): void {
  const before = disk.data.sequence;
  for (const each of writes) disk.data.execute(each);
  disk.keep(disk.data.changesAfter(before));
}

test("what was flushed comes back: entries, deletions, answers and the standing", async () => {
  using host = testHost();
  const disk = await DiskState.open(host, 3);
  expect(disk.standing.membership.live).toEqual([0, 1, 2]);
  execute(disk, write(1, "a", "1"), write(2, "b", "2"), write(3, "a", undefined));
  disk.setStanding({ promised: 4, normalEpoch: 3, history: [{ epoch: 3, after: 0 }] });
  await disk.close();
  const again = await DiskState.open(host, 3);
  expect(again.standing).toEqual(disk.standing);
  expect(again.data.changesAfter(0)).toEqual(disk.data.changesAfter(0));
  expect(again.data.execute(write(3, "a", undefined))).toMatchObject({ found: true, old: "1" });
  await again.close();
});

test("what was taken back from the log is gone from disk too", async () => {
  using host = testHost();
  const disk = await DiskState.open(host, 1);
  execute(disk, write(1, "a", "1"), write(2, "b", "2"));
  await disk.flush();
  const lost = disk.data.lostAfter(1);
  disk.data.forget(lost);
  disk.data.install({ entries: [], answers: [] }, 1);
  disk.keep({ entries: [], answers: [] }, lost);
  await disk.close();
  const again = await DiskState.open(host, 1);
  expect(again.data.entry("b")).toBeUndefined();
  expect(again.data.sequence).toBe(1);
  await again.close();
});

test("flushes that wait share a transaction, and each resolves when its own is done", async () => {
  using host = testHost();
  const disk = await DiskState.open(host, 1);
  const sequences: number[] = [];
  const flushed = [1, 2, 3].map((number) => {
    execute(disk, write(number, "a", `${number}`));
    return disk.flush().then(() => sequences.push(disk.durable.sequence));
  });
  await Promise.all(flushed);
  for (const [place, sequence] of sequences.entries()) {
    expect(sequence).toBeGreaterThanOrEqual(place + 1);
  }
  await disk.close();
});

test("what need not be durable at once is on disk soon all the same", async () => {
  using host = testHost();
  const disk = await DiskState.open(host, 1);
  execute(disk, write(1, "a", "1"));
  disk.flushSoon();
  disk.flushSoon();
  await until(() => disk.durable.sequence === 1);
  await disk.close();
});
