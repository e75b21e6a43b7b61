import { expect, test } from "bun:test";
import { onAbort, onCommit, onPrepare, type Phase, votesYes } from "./participant.ts";

const phases: Phase[] = ["working", "prepared", "committed", "aborted"];

test("a participant reserves when it can and aborts alone when it can't", () => {
  expect(onPrepare("working", () => true)).toEqual({ phase: "prepared", effect: "reserve" });
  expect(onPrepare("working", () => false)).toEqual({ phase: "aborted", effect: "none" });
});

test("to prepare again changes nothing, and a prepare after an abort is a No", () => {
  for (const phase of phases.slice(1)) {
    const step = onPrepare(phase, () => true);
    expect(step).toEqual({ phase, effect: "none" });
    expect(votesYes(step.phase)).toBe(phase !== "aborted");
  }
});

test("a decision is taken once, and never reversed", () => {
  expect(phases.map((phase) => onCommit(phase)?.effect)).toEqual([
    undefined,
    "move",
    "none",
    undefined,
  ]);
  expect(phases.map((phase) => onAbort(phase)?.effect)).toEqual([
    "none",
    "release",
    undefined,
    "none",
  ]);
});

test("an abort that comes first is remembered against a late prepare", () => {
  expect(onAbort("working")?.phase).toBe("aborted");
});
