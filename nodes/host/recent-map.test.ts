import { expect, test } from "bun:test";
import { RecentMap } from "./recent-map.ts";

test("the newest entries are remembered, as many as promised, and the oldest forgotten", () => {
  const map = new RecentMap<number, string>(10);
  for (let number = 1; number <= 100; number++) map.set(number, `v${number}`);
  for (let number = 91; number <= 100; number++) expect(map.get(number)).toBe(`v${number}`);
  for (let number = 1; number <= 80; number++) expect(map.get(number)).toBeUndefined();
});

test("a newer value replaces an older one, and a deleted key is gone from both generations", () => {
  const map = new RecentMap<string, number>(1);
  map.set("a", 1);
  map.set("b", 2);
  map.set("a", 3);
  expect(map.get("a")).toBe(3);
  map.delete("a");
  expect(map.get("a")).toBeUndefined();
});
