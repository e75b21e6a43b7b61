import { expect, test } from "bun:test";
import { appendFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openAppendLog } from "./append-log.ts";
import { encodeRecord } from "./record-format.ts";
import { temporaryDirectory } from "./test-support.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

/** A path of a log, and what opens the log there as a start of a node does. */
function place() {
  const directory = temporaryDirectory();
  const path = join(directory.path, "log");
  const open = () => openAppendLog(path, join(directory.path, "new"));
  return { path, open, [Symbol.dispose]: directory[Symbol.dispose] };
}

type Log = ReturnType<typeof openAppendLog>;

async function texts(log: Log): Promise<string[]> {
  return (await log.records()).map((record) => new TextDecoder().decode(record));
}

const records = ["first", "", "\u0000\u0001", "x".repeat(10_000), "last"];

test("records come back as they were, in order, now and after the next opening", async () => {
  using at = place();
  const log = at.open();
  for (const record of records) log.append(bytes(record));
  expect(await texts(log)).toEqual(records);
  await log.sync();
  await log.close();
  expect(await texts(at.open())).toEqual(records);
});

test("a last record torn at any byte is cut off, and the log goes on after it", async () => {
  using at = place();
  const whole = ["one", "two"];
  const start = whole.reduce((sum, text) => sum + encodeRecord(bytes(text)).length, 0);
  const last = encodeRecord(bytes("three"));
  for (let kept = 0; kept < last.length; kept++) {
    const framed = whole.map((text) => encodeRecord(bytes(text)));
    writeFileSync(at.path, Buffer.concat([...framed, last]));
    truncateSync(at.path, start + kept);
    const log = at.open();
    expect(await texts(log)).toEqual(whole);
    log.append(bytes("four"));
    await log.close();
    expect(await texts(at.open())).toEqual([...whole, "four"]);
  }
});

test("zeros that a file system left at the end after a crash are no records", async () => {
  using at = place();
  for (let zeros = 1; zeros <= 40; zeros++) {
    writeFileSync(at.path, encodeRecord(bytes("one")));
    appendFileSync(at.path, new Uint8Array(zeros));
    expect(await texts(at.open())).toEqual(["one"]);
  }
});

test("a flipped bit anywhere in a record is found, and what stood before it is kept", async () => {
  using at = place();
  const first = encodeRecord(bytes("one"));
  const second = encodeRecord(bytes("two!"));
  for (let bit = 0; bit < second.length * 8; bit++) {
    const content = Buffer.concat([first, second]);
    const index = first.length + (bit >> 3);
    content[index] = (content[index] as number) ^ (1 << (bit & 7));
    writeFileSync(at.path, content);
    expect(await texts(at.open())).toEqual(["one"]);
  }
});

test("syncs that are asked for while one runs share the next one", async () => {
  using at = place();
  const log = at.open();
  log.append(bytes("one"));
  const running = log.sync();
  await Promise.resolve();
  await Promise.resolve();
  const shared = log.sync();
  expect(shared).not.toBe(running);
  for (let call = 0; call < 100; call++) expect(log.sync()).toBe(shared);
  await Promise.all([running, shared]);
  expect(log.sync()).not.toBe(shared);
});

test("a reset replaces all records at its call, and what follows is appended to it", async () => {
  using at = place();
  const log = at.open();
  for (const record of records) log.append(bytes(record));
  const syncing = [log.sync(), log.sync()];
  const resetting = log.reset([bytes("snapshot"), bytes("")]);
  log.append(bytes("after"));
  expect(await texts(log)).toEqual(["snapshot", "", "after"]);
  await Promise.all([...syncing, resetting, log.sync()]);
  await log.reset([]);
  log.append(bytes("again"));
  await log.sync();
  await log.close();
  expect(await texts(at.open())).toEqual(["again"]);
});

test("resets, appends and syncs in any mixture lose nothing", async () => {
  using at = place();
  const log = at.open();
  const expected: string[] = [];
  const pending: Promise<void>[] = [];
  for (let step = 0; step < 200; step++) {
    log.append(bytes(`${step}`));
    expected.push(`${step}`);
    pending.push(log.sync());
    if (step % 7 === 0) pending.push(log.reset(expected.map(bytes)));
  }
  await Promise.all(pending);
  await log.close();
  expect(await texts(at.open())).toEqual(expected);
});

test("a log that has failed once takes and confirms nothing more", async () => {
  using at = place();
  const log = at.open();
  await log.close();
  expect(() => log.append(bytes("one"))).toThrow("EBADF");
  expect(() => log.append(bytes("two"))).toThrow("the log has failed before");
  const refused = await log.sync().catch((error: Error) => error.message);
  expect(refused).toBe("the log has failed before");
});

test("a record is laid out as its length, the CRC-32 of length and record, and itself", () => {
  const length = [9, 0, 0, 0];
  const record = bytes("123456789");
  const checksum = Bun.hash.crc32(Uint8Array.from([...length, ...record]));
  const expected = Buffer.from([...length, 0, 0, 0, 0, ...record]);
  expected.writeUInt32LE(checksum, 4);
  expect(Buffer.from(encodeRecord(record))).toEqual(expected);
});
