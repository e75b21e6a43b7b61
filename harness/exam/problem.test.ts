import { expect, test } from "bun:test";
import { misfits, names } from "./problem.ts";
import { problems } from "./problems.ts";

test("a pattern names a check letter by letter, but for its stars", () => {
  expect(names("regular", "regular")).toBe(true);
  expect(names("regular", "irregular")).toBe(false);
  expect(names("a group of * dies: *", "a group of 5 dies: all are well")).toBe(true);
  expect(names("a group of * dies", "a group of 5 lives")).toBe(false);
  expect(names("* clients at once", "4 clients at once")).toBe(true);
  expect(names("aa*aa", "aaa")).toBe(false);
  expect(names("1.*", "1x")).toBe(false);
});

test("a check that the runs don't make, and one that nothing asks for, are misfits", () => {
  const requirement = { what: "it works", checks: ["works"], whenFull: ["works long"] };
  const problem = { sections: [{ title: "all", requirements: [requirement] }] };
  expect(misfits(problem, ["works", "works long"], false)).toEqual([]);
  expect(misfits(problem, ["works"], false)).toEqual(["it works: no check works long"]);
  expect(misfits(problem, ["works"], true)).toEqual([]);
  expect(misfits(problem, ["works", "sings"], true)).toEqual(["for nothing: sings"]);
});

test("the points are those of the specification", () => {
  const points = problems.map(({ name, sections }) => {
    const given = sections.map((section) => section.points ?? 0);
    return [name, given.filter((each) => each > 0)];
  });
  expect(new Map(points as [string, number[]][])).toEqual(
    new Map([
      ["kv-blocking", []],
      ["kv-nonblocking", []],
      ["kv-quorum", []],
      ["kv-failover", []],
      ["balancer", [2, 2, 2, 3, 3, 3, 5]],
      ["mapreduce", [30]],
      ["strife", [10, 10, 10, 10, 10]],
      ["byzantine", [10]],
      ["branches", []],
    ]),
  );
});

test("each requirement names a check, and none the same twice", () => {
  for (const { name, sections } of problems) {
    const whats: string[] = [];
    for (const { title, requirements } of sections) {
      for (const { what, checks, whenFull = [] } of requirements) {
        expect([name, what, checks.length + whenFull.length > 0]).toEqual([name, what, true]);
        whats.push(`${title}: ${what}`);
      }
    }
    expect(new Set(whats).size).toBe(whats.length);
  }
});
