import { expect, test } from "bun:test";
import { toCsv } from "./csv.ts";

test("csv: comments, columns, and cells quoted where they need it", () => {
  const rows = [
    { name: "a, b", size: 1 },
    { name: 'say "c"', size: 0.5 },
  ];
  expect(toCsv(["made by hand"], rows)).toBe(
    '# made by hand\nname,size\n"a, b",1\n"say ""c""",0.5\n',
  );
});

test("csv: rows of different columns and no rows at all are refused", () => {
  expect(() => toCsv([], [{ a: 1 }, { b: 1 }])).toThrow("among rows of a");
  expect(() => toCsv([], [{ a: 1 }, { a: 1, b: 2 }])).toThrow("among rows of a");
  expect(() => toCsv([], [])).toThrow("needs a row");
});
