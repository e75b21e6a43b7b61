import { expect, test } from "bun:test";
import { publishedSeconds, targetPerSecond } from "./failover-published.ts";

test("targets: 2.5 times the published gets, 12 times the puts, 10 times the mixed", () => {
  const targetsOf = (servers: number) =>
    (["get", "put", "mixed"] as const).map((mix) => targetPerSecond(servers, mix));
  expect(targetsOf(10)).toEqual([2_180, 612, 950]);
  expect(targetsOf(30)).toEqual([1_700, 228, 330]);
  expect(targetsOf(3)).toEqual([undefined, undefined, undefined]);
});

test("published seconds are of 1,000 requests on 10 servers and stand beside nothing else", () => {
  const place = { servers: 10, requests: 1_000, clients: 2 };
  expect(publishedSeconds(place, "put")).toBe(17);
  for (const other of [{ servers: 30 }, { requests: 10_000 }, { clients: 10 }]) {
    expect(publishedSeconds({ ...place, ...other }, "put")).toBeUndefined();
  }
});
