import { expect, test } from "bun:test";
import { RpcError } from "../host/rpc-error.ts";
import { Data, type Write } from "./data.ts";

let number = 0;
function put(key: string, value: string, change: Partial<Write> = {}): Write {
  number += 1;
  return { key, value, delete: false, client: "c", number, ...change };
}

test("a write answers what was there before", () => {
  const data = new Data();
  expect(data.execute(put("a", "1"))).toMatchObject({ found: false, old: "" });
  expect(data.execute(put("a", "2"))).toMatchObject({ found: true, old: "1" });
  expect(data.execute(put("a", "", { delete: true }))).toMatchObject({ found: true, old: "2" });
  expect(data.execute(put("a", "", { delete: true }))).toMatchObject({ found: false });
  expect(data.keys).toBe(0);
});

test("a write that comes again gets its first answer and changes nothing", () => {
  const data = new Data();
  data.execute(put("a", "1"));
  const write = put("a", "2");
  const first = data.execute(write);
  expect(data.execute(write)).toEqual(first);
  expect(data.sequence).toBe(2);
  expect(data.entry("a")?.value).toBe("2");
});

test("a write that comes after a later one of its client is refused", () => {
  const data = new Data();
  const late = put("a", "1");
  data.execute(put("a", "2"));
  expect(() => data.execute(late)).toThrow(RpcError);
  expect(data.entry("a")?.value).toBe("2");
});

test("clients don't disturb each other's numbers", () => {
  const data = new Data();
  data.execute(put("a", "1", { client: "one", number: 7 }));
  expect(data.execute(put("a", "2", { client: "two", number: 7 }))).toMatchObject({ old: "1" });
});

test("what a server lacks is the last state of each key, deletions too, and answers", () => {
  const data = new Data();
  data.execute(put("a", "1"));
  data.execute(put("b", "1"));
  const copy = new Data();
  copy.install(data.changesAfter(0), data.sequence);
  data.execute(put("a", "", { delete: true }));
  data.execute(put("b", "2"));
  data.execute(put("b", "3", { client: "other" }));
  const changes = data.changesAfter(copy.sequence);
  expect(changes.entries.map(({ key, deleted }) => [key, deleted])).toEqual([
    ["a", true],
    ["b", false],
  ]);
  copy.install(changes, data.sequence);
  expect(copy.changesAfter(0)).toEqual(data.changesAfter(0));
  expect(copy.keys).toBe(data.keys);
});

test("what was written in vain is taken back from the other log", () => {
  const data = new Data();
  data.execute(put("a", "1"));
  const other = new Data();
  other.install(data.changesAfter(0), data.sequence);
  data.execute(put("a", "lost", { client: "l" }));
  data.execute(put("new", "lost", { client: "l" }));
  const lost = data.lostAfter(1);
  expect(lost).toEqual({ keys: ["a", "new"], clients: ["l"] });
  data.forget(lost);
  data.install(other.changesAfter(1, lost), other.sequence);
  expect(data.entry("a")?.value).toBe("1");
  expect(data.entry("new")).toBeUndefined();
  expect(data.keys).toBe(1);
});

test("a range has both its ends and the order of bytes, and no prototype's keys", () => {
  const data = new Data();
  for (const key of ["b", "a", "__proto__", "é", "z", "𝕍", "\ufb00"]) data.execute(put(key, key));
  const keys = (first: string, last: string) => data.range(first, last).map(({ key }) => key);
  expect(keys("a", "b")).toEqual(["a", "b"]);
  expect(keys("b", "a")).toEqual([]);
  expect(keys("z", "𝕍")).toEqual(["z", "é", "\ufb00", "𝕍"]);
  expect(data.entry("constructor")).toBeUndefined();
});
