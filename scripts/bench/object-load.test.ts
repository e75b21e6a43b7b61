import { expect, test } from "bun:test";
import { seededRandom } from "../../nodes/host/random.ts";
import { type KeptObject, ObjectLoad, type ObjectStore, valueBytes } from "./object-load.ts";

/** A store in memory; `spoil` may change what is read. */
function memory(spoil: (value: string) => string = (value) => value) {
  const values = new Map<string, string>();
  const log: string[] = [];
  const store: ObjectStore = {
    async put(_lane: number, { uuid }: KeptObject, value: string) {
      log.push(values.has(uuid) ? "update" : "create");
      values.set(uuid, value);
    },
    async get(_lane: number, { uuid }: KeptObject) {
      log.push("get");
      return spoil(values.get(uuid) ?? "");
    },
    close: () => {},
  };
  return { store, values, log };
}

const random = () => seededRandom(1, "object-load.test");

test("object load: each operation does what it says, with values of the right size", async () => {
  const { store, values, log } = memory();
  const load = new ObjectLoad(store, random(), 2, 3);
  await load.prepare();
  expect(log.splice(0)).toEqual(Array.from({ length: 6 }, () => "create"));
  for (const [kind, done] of [
    ["write", "update"],
    ["read", "get"],
    ["create", "create"],
  ] as const) {
    await load.operation(kind, 1)();
    expect(log.splice(0)).toEqual([done]);
  }
  expect(() => load.operation("steal", 0)).toThrow("no operation steal");
  expect([...values.values()].every((value) => value.length === valueBytes)).toBe(true);
  expect(await load.verify()).toBe(7);
});

test("object load: a mix is nine reads of ten", async () => {
  const { store, log } = memory();
  const load = new ObjectLoad(store, random(), 1, 1);
  await load.prepare();
  const mix = load.operation("mix", 0);
  for (let call = 0; call < 1_000; call++) await mix();
  const reads = log.filter((entry) => entry === "get").length;
  expect(Math.abs(reads - 900)).toBeLessThan(40);
});

test("object load: another object's value, a cut one and a lost write are found", async () => {
  const other = new ObjectLoad(memory(() => "x".repeat(valueBytes)).store, random(), 1, 1);
  await other.prepare();
  await expect(other.operation("read", 0)()).rejects.toThrow("was read as");
  const cut = new ObjectLoad(memory((value) => value.slice(1)).store, random(), 1, 1);
  await cut.prepare();
  await expect(cut.operation("read", 0)()).rejects.toThrow("was read as");

  const { store, values } = memory();
  const losing = new ObjectLoad(store, random(), 1, 1);
  await losing.prepare();
  const [before] = [...values];
  await losing.operation("write", 0)();
  if (before !== undefined) values.set(...before);
  await expect(losing.verify()).rejects.toThrow("last written was");
});
