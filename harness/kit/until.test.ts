import { expect, test } from "bun:test";
import { until } from "./until.ts";

test("until: looks again until the condition holds", async () => {
  let looks = 0;
  const third = async () => {
    looks += 1;
    return looks === 3;
  };
  expect(await until(third, 60_000)).toBe(true);
  expect(looks).toBe(3);
});

test("until: gives up after its time, and looks at least once", async () => {
  let looks = 0;
  const never = () => {
    looks += 1;
    return false;
  };
  expect(await until(never, 0)).toBe(false);
  expect(looks).toBeGreaterThanOrEqual(1);
});

test("until: what the condition throws is thrown", async () => {
  const broken = () => Promise.reject(new Error("it broke"));
  await expect(until(broken, 60_000)).rejects.toThrow("it broke");
});
