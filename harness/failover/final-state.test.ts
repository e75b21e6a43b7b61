import { expect, test } from "bun:test";
import { sameHoldings } from "./final-state.ts";

const pairs = (...keys: string[]) => keys.map((key) => ({ key, value: `value of ${key}` }));
const verdictOf = (...holdings: ReturnType<typeof pairs>[]) =>
  sameHoldings("same", holdings[0] ?? [], holdings.slice(1)).verdict;

test("servers that hold the same pass, and one that differs in a key or a value fails", () => {
  expect(verdictOf(pairs("a", "b"), pairs("a", "b"), pairs("a", "b"))).toBe("PASS");
  expect(verdictOf(pairs("a", "b"), pairs("a", "b"), pairs("a"))).toBe("FAIL");
  expect(verdictOf(pairs("a"), pairs("a", "b"))).toBe("FAIL");
  expect(verdictOf(pairs("a"), [{ key: "a", value: "older" }])).toBe("FAIL");
});

test("the evidence names the server, a key and both values", () => {
  const older = { key: "b", value: "older" };
  const { evidence } = sameHoldings("same", pairs("a", "b"), [
    pairs("a", "b"),
    [...pairs("a"), older],
  ]);
  expect(evidence).toContain("s2");
  expect(evidence).toContain("b is value of b and older");
  const more = sameHoldings("same", pairs("a"), [pairs("a", "b")]);
  expect(more.evidence).toContain("b is not there and value of b");
});

test("servers that hold nothing, or a single one, tell nothing", () => {
  expect(verdictOf([], [])).toBe("UNDECIDED");
  expect(verdictOf(pairs("a"))).toBe("UNDECIDED");
});
