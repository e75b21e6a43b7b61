import { expect, test } from "bun:test";
import { join } from "node:path";
import { temporaryDirectory } from "../../harness/kit/test-support.ts";
import type { Host } from "../host/host.ts";
import { createRealHost } from "../host/real.ts";
import { type FileObject, FileStore } from "./store.ts";
import { uuidOf } from "./testing/objects.ts";
import { type Update, UpdateLog } from "./update-log.ts";

function hostOn(directory: string): Host {
  return createRealHost({ id: "r1", dataDirectory: join(directory, "r1"), logLevel: "silent" });
}

async function openLog(host: Host) {
  const published: FileObject[] = [];
  const store = await FileStore.open(host.disk);
  const log = new UpdateLog(host, store, (objects) => published.push(...objects));
  return { store, log, published };
}

let requests = 0;

function write(number: number, name: string, content = "x"): Update {
  requests += 1;
  return { uuid: uuidOf(number), name, content, delete: false, request: `q${requests}` };
}

function remove(number: number): Update {
  return { ...write(number, ""), content: "", delete: true };
}

test("updates get numbers without a gap and versions in order", async () => {
  using directory = temporaryDirectory();
  const { log, published } = await openLog(hostOn(directory.path));
  const updates = [
    write(1, "a"),
    write(2, "a"),
    write(2, "b"),
    remove(3),
    remove(1),
    write(3, "a"),
  ];
  const answers = await Promise.all(updates.map((update) => log.execute(update)));
  expect(answers.map(({ status }) => status)).toEqual([
    "SUCCESS",
    "FILE WITH THE SAME NAME ALREADY EXISTS",
    "SUCCESS",
    "FILE DOES NOT EXIST",
    "SUCCESS",
    "SUCCESS",
  ]);
  expect(published.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
  const versions = published.map(({ version }) => version);
  expect(versions.toSorted()).toEqual(versions);
  expect(new Set(versions).size).toBe(4);
});

test("many clients that create one name at once: exactly one succeeds", async () => {
  using directory = temporaryDirectory();
  const { log, published } = await openLog(hostOn(directory.path));
  const numbers = Array.from({ length: 50 }, (_, index) => index);
  const answers = await Promise.all(numbers.map((number) => log.execute(write(number, "a"))));
  expect(answers.filter(({ status }) => status === "SUCCESS")).toHaveLength(1);
  expect(published).toHaveLength(1);
});

test("a request that arrives twice is executed once, and both get its answer", async () => {
  using directory = temporaryDirectory();
  const { log, published } = await openLog(hostOn(directory.path));
  const [create, drop] = [write(1, "a"), remove(1)];
  const together = await Promise.all([log.execute(create), log.execute(create)]);
  const first = await log.execute(drop);
  const again = await log.execute(drop);
  expect(together[0]).toEqual(together[1]);
  expect(first.status).toBe("SUCCESS");
  expect(again).toEqual(first);
  expect(published).toHaveLength(2);
});

test("a request that failed is not remembered: the next attempt is a new one", async () => {
  using directory = temporaryDirectory();
  const real = hostOn(directory.path);
  let broken = false;
  const openLogFile: Host["disk"]["openLog"] = async (name) => {
    const log = await real.disk.openLog(name);
    const sync = () => (broken ? Promise.reject(new Error("disk full")) : log.sync());
    return { ...log, sync };
  };
  const { log } = await openLog({ ...real, disk: { ...real.disk, openLog: openLogFile } });
  const update = write(1, "a");
  broken = true;
  await expect(log.execute(update)).rejects.toThrow("disk full");
  broken = false;
  expect((await log.execute(update)).status).toBe("SUCCESS");
});

test("a primary that starts again goes on after its newest number and version", async () => {
  using directory = temporaryDirectory();
  const host = hostOn(directory.path);
  const first = await openLog(host);
  const before = await first.log.execute(write(1, "a"));
  const clockBehind = { ...host.clock, wallMs: () => host.clock.wallMs() - 3_600_000 };
  const second = await openLog({ ...host, clock: clockBehind });
  const after = await second.log.execute(write(1, "a"));
  expect(after.version > before.version).toBe(true);
  expect(second.published.map(({ sequence }) => sequence)).toEqual([2]);
});

test("what refers to a deleted file is told the version of the deletion", async () => {
  using directory = temporaryDirectory();
  const { log } = await openLog(hostOn(directory.path));
  await log.execute(write(1, "a"));
  const { version } = await log.execute(remove(1));
  expect(await log.execute(remove(1))).toMatchObject({ status: "FILE ALREADY DELETED", version });
  expect(await log.execute(write(1, "a"))).toMatchObject({
    status: "DELETED FILE CANNOT BE UPDATED",
    version,
  });
  expect(await log.execute(remove(2))).toMatchObject({
    status: "FILE DOES NOT EXIST",
    version: "",
  });
});

test("a file that somebody put there by hand is not overwritten by a create", async () => {
  using directory = temporaryDirectory();
  const host = hostOn(directory.path);
  const { log } = await openLog(host);
  await host.disk.overwrite("a", new TextEncoder().encode("by hand"));
  const { status } = await log.execute(write(1, "a"));
  expect(status).toBe("FILE WITH THE SAME NAME ALREADY EXISTS");
  expect(new TextDecoder().decode(await host.disk.read("a"))).toBe("by hand");
});

test("a file that somebody removed by hand counts as deleted, as the table has it", async () => {
  using directory = temporaryDirectory();
  const host = hostOn(directory.path);
  const { log } = await openLog(host);
  const { version } = await log.execute(write(1, "a"));
  await host.disk.remove("a");
  const update = await log.execute({ ...write(1, "a"), request: "again" });
  expect(update).toMatchObject({ status: "DELETED FILE CANNOT BE UPDATED", version });
});
