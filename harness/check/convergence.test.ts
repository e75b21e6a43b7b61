import { expect, test } from "bun:test";
import { convergence, type ReplicaEntry } from "./convergence.ts";

const entry: ReplicaEntry = {
  key: "u",
  name: "n",
  content: "text",
  version: "1",
  deleted: false,
};

function compare(one: ReplicaEntry[], other: ReplicaEntry[]) {
  return convergence(
    new Map([
      ["r1", one],
      ["r2", other],
    ]),
  );
}

test("replicas that hold the same in another order have converged", () => {
  const second = { ...entry, key: "v" };
  expect(compare([entry, second], [second, entry]).verdict).toBe("PASS");
});

test.each([
  ["a missing key", []],
  ["another name", [{ ...entry, name: "m" }]],
  ["other content", [{ ...entry, content: "text." }]],
  ["content that differs behind what a message shows", [{ ...entry, content: "x".repeat(500) }]],
  ["another version", [{ ...entry, version: "2" }]],
  ["a deletion", [{ ...entry, deleted: true }]],
  ["a key too many", [entry, { ...entry, key: "v" }]],
])("replicas that differ by %s have not", (_, other) => {
  const { verdict, evidence } = compare([entry], other);
  expect(verdict).toBe("FAIL");
  expect(evidence).toMatch(/^of [uv], r1 has .*, r2 has /);
});

test("long contents that differ only at the end are told apart", () => {
  const long = "x".repeat(500);
  expect(
    compare([{ ...entry, content: `${long}a` }], [{ ...entry, content: `${long}b` }]).verdict,
  ).toBe("FAIL");
});

test("leftover content of a deleted file is a difference", () => {
  const deleted = { ...entry, name: "", content: null, deleted: true };
  expect(compare([deleted], [{ ...deleted, content: "text" }]).verdict).toBe("FAIL");
});

test("one replica alone decides nothing", () => {
  expect(convergence(new Map([["r1", [entry]]])).verdict).toBe("UNDECIDED");
});
