import { expect, test } from "bun:test";
import { renderTable, showVerdict } from "./table.ts";

const plain = { width: 40, colours: false };

test("a table is as wide as it needs to be", () => {
  const table = {
    head: ["replica", "answer"],
    rows: [
      ["r1", "v1"],
      ["r2", "FILE DOES NOT EXIST"],
    ],
  };
  expect(renderTable(table, plain)).toBe(
    [
      "┌─────────┬─────────────────────┐",
      "│ replica │ answer              │",
      "├─────────┼─────────────────────┤",
      "│ r1      │ v1                  │",
      "│ r2      │ FILE DOES NOT EXIST │",
      "└─────────┴─────────────────────┘",
    ].join("\n"),
  );
});

test("wide cells are wrapped to the screen and nothing of them is lost", () => {
  const word = "0123456789".repeat(7);
  const table = {
    head: ["check", "evidence"],
    rows: [["held", `${word} and ${"more ".repeat(9)}`]],
  };
  const text = renderTable(table, plain);
  const lines = text.split("\n");
  expect(lines.map((line) => line.length)).toEqual(lines.map(() => 40));
  expect(text.replaceAll(/[^0-9]/g, "")).toBe(word);
  expect(text.match(/more/g)).toHaveLength(9);
});

test("columns stay readable on a screen that is too narrow", () => {
  const head = ["replica", "a long title", "another long title"];
  const lines = renderTable({ head, rows: [] }, { width: 10, colours: false }).split("\n");
  expect(lines[0]).toBe("┌─────────┬──────────┬──────────┐");
});

test("colours are shown only where the screen has them, and take no room", () => {
  expect(showVerdict("FAIL", plain)).toBe("FAIL");
  const coloured = showVerdict("FAIL", { ...plain, colours: true });
  expect(coloured).toBe("\x1b[31mFAIL\x1b[0m");
  const [, , , row] = renderTable({ head: ["verdict"], rows: [[coloured]] }, plain).split("\n");
  expect(row).toBe("│ \x1b[31mFAIL\x1b[0m    │");
});
