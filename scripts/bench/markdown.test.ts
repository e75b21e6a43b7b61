import { expect, test } from "bun:test";
import { count, markdownTable, milliseconds } from "./markdown.ts";

test("markdown: columns line up, numbers to the right", () => {
  const table = {
    head: ["name", "calls/s"],
    rows: [
      ["read", "12,345"],
      ["write", "9"],
    ],
  };
  expect(markdownTable(table)).toBe(
    [
      "| name  | calls/s |",
      "| ----- | ------: |",
      "| read  |  12,345 |",
      "| write |       9 |",
    ].join("\n"),
  );
});

test("markdown: numbers keep three digits, and thousands apart", () => {
  expect([0.1234, 9.876, 12.34, 123.4].map(milliseconds)).toEqual(["0.12", "9.88", "12.3", "123"]);
  expect(count(12_345.6)).toBe("12,346");
});
