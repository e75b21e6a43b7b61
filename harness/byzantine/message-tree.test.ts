import { expect, test } from "bun:test";
import { drawTree } from "./message-tree.ts";
import { SimulatedArmy } from "./simulated-army.ts";

test("the picture has a circle for each path, a line to it, and marks traitors' words", () => {
  using army = new SimulatedArmy({ seed: 1, generals: 7, traitors: [0, 6] });
  army.bribe({ strategy: "silent", conspiracy: 1 });
  army.wage({ algorithm: "oral", traitors: 2, order: "ATTACK" });
  const beliefs = army.accounts()[1]?.beliefs ?? [];
  const svg = drawTree(1, beliefs, [0, 6]);
  const count = (pattern: RegExp) => svg.match(pattern)?.length ?? 0;
  expect(count(/<circle/g)).toBe(1 + 5 + 5 * 4);
  expect(count(/<line/g)).toBe(5 + 5 * 4);
  expect(count(/stroke-width="3"/g)).toBe(1 + 1 + 4);
  expect(svg).toContain(">065</text>");
  expect(svg).toContain(">–</text>");
});
