import { expect, test } from "bun:test";
import type { Host } from "../../nodes/host/host.ts";
import type { DiskFault } from "./fault-plan.ts";
import { makeWorld, run } from "./testing/world.ts";

/** What a restarted node finds after a crash at its second operation of a sort. */
function crashAt(operation: DiskFault["on"]["operation"], moment: DiskFault["moment"]) {
  const found: string[] = [];
  const before = async (host: Host) => {
    const database = await host.disk.openDatabase("d");
    database.run("CREATE TABLE IF NOT EXISTS t (a INT)");
    const rows = database.all<{ a: number }>("SELECT a FROM t").map(({ a }) => a);
    const held = await host.disk.read("f");
    found.push(`${rows.join()} ${held === undefined ? "" : Buffer.from(held)}`);
    if (found.length > 1) return;
    for (const number of [1, 2, 3]) {
      await host.disk.overwrite("f", Buffer.from(`${number}`.repeat(8)));
      await database.commit(() => database.run("INSERT INTO t VALUES (?)", number));
    }
  };
  const on = { node: "s1", operation, nth: 2 };
  const fault: DiskFault = { on, do: "disk-kill", moment, downMs: 10 };
  const { simulation, host } = makeWorld({ before, faults: [fault] });
  run(simulation, () => host.clock.sleep(100));
  expect(simulation.reached.count("disk-kill", operation)).toBe(1);
  return found[1];
}

test("a crash placed at a commit comes before it took effect or after", () => {
  expect(crashAt("commit", "before")).toBe("1 22222222");
  expect(crashAt("commit", "after")).toBe("1,2 22222222");
});

test("a crash placed at an overwrite comes before, after, or in the middle", () => {
  expect(crashAt("overwrite", "before")).toBe("1 11111111");
  expect(crashAt("overwrite", "after")).toBe("1 22222222");
  expect(crashAt("overwrite", "during")).toMatch(/^1 2*1*$/);
});
