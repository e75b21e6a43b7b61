import { expect, test } from "bun:test";
import { readSource } from "./source.ts";

const codeOf = (text: string) => readSource("a.ts", text).code.join("\n");

test("source: comments, strings, templates and regular expressions are not code", () => {
  const nested = "`g $" + "{h + `i $" + "{j}` + { k }} l`";
  const text = `a("b"); // c\n/* d\n e */ f(${nested}, /"m/.test(n / o));`;
  expect(codeOf(text).replace(/[^\w\n]+/g, "")).toBe("a\n\nfhjktestno");
});

test("source: a slash divides after an operand and quotes after an operator", () => {
  const code = codeOf('a = from / b; c = "d"; return /e"/;');
  expect(code.match(/\w+/g)?.join(" ")).toBe("a from b c return");
});

test("source: code keeps its place in the line", () => {
  expect(codeOf('const a = "b";\n/** c */ d;')).toBe("const a =    ;\n         d;");
});

test("source: imports of all forms are found, resolved and told apart from types", () => {
  const text = [
    'import type { A } from "../b/a.ts";',
    'import { type B, c } from "pkg";',
    'import "./side.ts";',
    'export type { D } from "./d.ts";',
    'export * from "./e.ts";',
    'const f = await import("./f.ts");',
    'const from = "./not.ts"; // import "./nor-this.ts"',
  ].join("\n");
  expect(readSource("x/y.ts", text).imports).toEqual([
    { line: 1, target: "b/a.ts", typeOnly: true },
    { line: 2, target: "pkg", typeOnly: false },
    { line: 3, target: "x/side.ts", typeOnly: false },
    { line: 4, target: "x/d.ts", typeOnly: true },
    { line: 5, target: "x/e.ts", typeOnly: false },
    { line: 6, target: "x/f.ts", typeOnly: false },
  ]);
});
