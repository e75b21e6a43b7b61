import { expect, test } from "bun:test";
import { figure, growth, mediansBy, times } from "./sentences.ts";

test("figures have three digits, ratios two", () => {
  expect([0.12345, 12.345, 1_234.5].map(figure)).toEqual(["0.123", "12.3", "1,235"]);
  expect([1.234, 2.345, 23.45].map(times)).toEqual(["1.23 times", "2.3 times", "23 times"]);
});

test("medians are by the number that they belong to, in its order", () => {
  const rows = [
    { clients: 8, rate: 5 },
    { clients: 1, rate: 1 },
    { clients: 8, rate: 7 },
    { clients: 8, rate: 100 },
  ];
  expect(mediansBy(rows, "clients", "rate")).toEqual([
    [1, 1],
    [8, 7],
  ]);
});

test("where a curve stops to grow is told, and whether it falls from there", () => {
  const say = (...values: readonly number[]) =>
    growth(
      values.map((value, index) => [2 ** index, value] as const),
      "clients",
      "a second",
    );
  expect(say(10, 20, 21)).toBe("grows up to 2 clients (20 a second) and no further");
  expect(say(10, 20, 15)).toBe("grows up to 2 clients (20 a second) and falls from there");
  expect(say(10, 20, 40)).toBe("still grows at 4 clients, the most that was tried (40 a second)");
  expect(say(10, 9.5)).toBe("is largest with 1 clients already (10 a second) and no further");
  expect(say()).toBe("was not measured");
});
