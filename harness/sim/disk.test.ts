import { expect, test } from "bun:test";
import type { Disk } from "../../nodes/host/host.ts";
import { makeWorld, run } from "./testing/world.ts";

type CrashKind = "kill" | "power-failure";
const text = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString();
const bytes = (content: string) => Buffer.from(content);

/** What `look` finds after a crash that came at once after `act`, over many seeds. */
function afterCrash<Found>(
  kind: CrashKind,
  act: (disk: Disk) => Promise<unknown>,
  look: (disk: Disk) => Promise<Found>,
): Set<Found> {
  const found = new Set<Found>();
  for (let seed = 0; seed < 60; seed += 1) {
    const { simulation, server, host } = makeWorld({ seed });
    run(simulation, async () => server.host && act(server.host.disk));
    simulation.crash(server, kind, 10);
    run(simulation, () => host.clock.sleep(50));
    found.add(
      run(simulation, async () => {
        if (server.host === undefined) throw new Error("the server is down");
        return look(server.host.disk);
      }),
    );
    simulation.close();
  }
  return found;
}

const readF = async (disk: Disk) => text(await disk.read("f"));

test("a read sees every write that was called before it", () => {
  const { simulation, server } = makeWorld();
  const seen = run(simulation, async () => {
    const disk = server.host?.disk;
    if (disk === undefined) throw new Error("the server is down");
    const reads = [disk.read("f")];
    void disk.overwrite("f", bytes("one"));
    reads.push(disk.read("f"));
    void disk.replace("f", bytes("two"));
    reads.push(disk.read("f"));
    void disk.remove("f");
    reads.push(disk.read("f"));
    await disk.replace("folder/b", bytes(""));
    await disk.replace("folder/é", bytes(""));
    await disk.replace("folder/Z", bytes(""));
    const names = await disk.list("folder");
    const found = [await disk.exists("folder/b"), await disk.exists("f"), names.join()];
    return [...(await Promise.all(reads)).map(text), ...found];
  });
  expect(seen).toEqual([undefined, "one", "two", undefined, true, false, "Z,b,é"]);
});

test("a replaced file is durable once that is told, and old or new before", () => {
  const settled = async (disk: Disk) => {
    await disk.replace("f", bytes("old"));
    await disk.replace("f", bytes("new"));
  };
  const unsettled = async (disk: Disk) => {
    await disk.replace("f", bytes("old"));
    void disk.replace("f", bytes("new"));
  };
  for (const kind of ["kill", "power-failure"] as const) {
    expect(afterCrash(kind, settled, readF)).toEqual(new Set(["new"]));
    expect(afterCrash(kind, unsettled, readF)).toEqual(new Set(["old", "new"]));
  }
});

test("an overwritten file survives a kill, and may be half after a power failure", () => {
  const act = async (disk: Disk) => {
    await disk.replace("f", bytes("oooo"));
    await disk.overwrite("f", bytes("nnnn"));
  };
  expect(afterCrash("kill", act, readF)).toEqual(new Set(["nnnn"]));
  const found = afterCrash("power-failure", act, readF);
  expect(found).toContain("oooo");
  expect(found).toContain("nnnn");
  expect([...found].some((each) => each === "nnoo" || each === "nn")).toBe(true);
  for (const each of found) expect(each).toMatch(/^n*o*$/);
});

test("an overwrite that a kill interrupts may be done by half", () => {
  const act = async (disk: Disk) => {
    await disk.replace("f", bytes("oooo"));
    void disk.overwrite("f", bytes("nnnn"));
  };
  const found = afterCrash("kill", act, readF);
  expect([...found].some((each) => each === "nnoo" || each === "nn")).toBe(true);
});

test("a removed file stays removed after a kill and may come back after a power failure", () => {
  const act = async (disk: Disk) => {
    await disk.replace("f", bytes("old"));
    await disk.remove("f");
  };
  expect(afterCrash("kill", act, readF)).toEqual(new Set([undefined]));
  expect(afterCrash("power-failure", act, readF)).toEqual(new Set([undefined, "old"]));
});

test("a log keeps what was synced, and after a kill all that was appended", () => {
  const act = async (disk: Disk) => {
    const log = await disk.openLog("l");
    log.append(bytes("one"));
    await log.sync();
    log.append(bytes("two"));
    log.append(bytes("three"));
  };
  const look = async (disk: Disk) => {
    const log = await disk.openLog("l");
    log.append(bytes("after"));
    return (await log.records()).map(text).join();
  };
  expect(afterCrash("kill", act, look)).toEqual(new Set(["one,two,three,after"]));
  const all = ["one,after", "one,two,after", "one,two,three,after"];
  expect(afterCrash("power-failure", act, look)).toEqual(new Set(all));
});

test("a log that is reset holds the new records once that is told, and old or new before", () => {
  const reset = (isAwaited: boolean) => async (disk: Disk) => {
    const log = await disk.openLog("l");
    log.append(bytes("one"));
    log.append(bytes("two"));
    await log.sync();
    const done = log.reset([bytes("three")]);
    if (isAwaited) await done;
  };
  const look = async (disk: Disk) => (await (await disk.openLog("l")).records()).map(text).join();
  for (const kind of ["kill", "power-failure"] as const) {
    expect(afterCrash(kind, reset(true), look)).toEqual(new Set(["three"]));
    expect(afterCrash(kind, reset(false), look)).toEqual(new Set(["one,two", "three"]));
  }
});

test("a record that a power failure tore is cut off when the log is opened", () => {
  let torn = 0;
  for (let seed = 0; seed < 20; seed += 1) {
    const { simulation, server, host } = makeWorld({ seed });
    run(simulation, async () => {
      const log = await server.host?.disk.openLog("l");
      for (let record = 0; record < 5; record += 1) log?.append(bytes(`record ${record}`));
    });
    simulation.crash(server, "power-failure", 10);
    run(simulation, () => host.clock.sleep(50));
    const stored = server.volume.logs.get("l");
    const records = run(simulation, async () => (await server.host?.disk.openLog("l"))?.records());
    torn += simulation.reached.count("torn-append", "l");
    expect(stored?.content.records.length).toBe(records?.length);
    for (const [index, record] of (records ?? []).entries())
      expect(text(record)).toBe(`record ${index}`);
  }
  expect(torn).toBeGreaterThan(0);
});

test("a committed transaction is durable; one under way is there as a whole or not at all", () => {
  const open = async (disk: Disk) => {
    const database = await disk.openDatabase("d");
    database.run("CREATE TABLE IF NOT EXISTS t (a INT)");
    return database;
  };
  const act = async (disk: Disk) => {
    const database = await open(disk);
    const add = (...numbers: number[]) =>
      database.commit(() => {
        for (const number of numbers) database.run("INSERT INTO t VALUES (?)", number);
      });
    await add(1, 2);
    void add(3, 4);
    void add(5);
  };
  const look = async (disk: Disk) =>
    (await open(disk))
      .all<{ a: number }>("SELECT a FROM t")
      .map(({ a }) => a)
      .join();
  for (const kind of ["kill", "power-failure"] as const)
    expect(afterCrash(kind, act, look)).toEqual(new Set(["1,2", "1,2,3,4", "1,2,3,4,5"]));
});

test("a transaction that throws leaves nothing behind, and the ones around it stay", () => {
  const { simulation, server } = makeWorld();
  const left = run(simulation, async () => {
    const database = await server.host?.disk.openDatabase("d");
    if (database === undefined) throw new Error("the server is down");
    database.run("CREATE TABLE t (a INT)");
    const add = (number: number) => database.run("INSERT INTO t VALUES (?)", number);
    const first = database.commit(() => add(1));
    const failed = database.commit(() => {
      add(2);
      throw new Error("no");
    });
    await expect(failed).rejects.toThrow("no");
    await database.commit(() => add(3));
    await first;
    return database.all<{ a: number }>("SELECT a FROM t").map(({ a }) => a);
  });
  expect(left).toEqual([1, 3]);
});

test("a database has one open handle", () => {
  const { simulation, server } = makeWorld();
  const error = run(simulation, async () => {
    await server.host?.disk.openDatabase("d");
    return server.host?.disk.openDatabase("d").catch((reason: unknown) => reason);
  });
  expect(String(error)).toContain("is open already");
});
