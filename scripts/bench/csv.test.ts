import { expect, test } from "bun:test";
import { fromCsv, toCsv } from "./csv.ts";

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

test("what was written is read back, with numbers as numbers", () => {
  const rows = [
    { name: 'says "hi", twice', value: 1.5, text: "0.1 0.2" },
    { name: "two\nlines", value: -3, text: "" },
  ];
  const { comments, rows: read } = fromCsv(toCsv(["made by hand"], rows));
  expect(comments).toEqual(["made by hand"]);
  expect(read).toEqual(rows);
});

test("a row of another width than the header is refused", () => {
  expect(() => fromCsv("a,b\n1\n")).toThrow("1 cells");
});
