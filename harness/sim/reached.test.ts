import { expect, test } from "bun:test";
import { Reached } from "./reached.ts";

test("counts add up over runs, are listed in order, and tell what never struck", () => {
  const one = new Reached();
  one.strike("kill", "Write");
  one.strike("kill", "Replicate", 2);
  const other = new Reached();
  other.strike("kill", "Write");
  other.strike("delay", "Read");
  one.merge(other);
  expect(one.toString()).toBe(
    "delay struck Read in flight: 1\n" +
      "kill struck Replicate in flight: 2\n" +
      "kill struck Write in flight: 2\n",
  );
  expect(one.count("kill")).toBe(4);
  expect(one.count("kill", "Write")).toBe(2);
  expect(one.missing(["pause", "kill", "bridge", "pause"])).toEqual(["bridge", "pause"]);
});
