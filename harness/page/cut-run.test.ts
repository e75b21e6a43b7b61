import { expect, test } from "bun:test";
import { cutRun, maxPageDataBytes, toPageData, toPageJson } from "./cut-run.ts";
import { messageOf, operationOf, runPageOf } from "./page-test-support.ts";
import type { RunPage } from "./run-page-model.ts";

/** A minute of ten thousand operations, each with a message and a log line. */
function longRun(given: Partial<RunPage> = {}): RunPage {
  const numbers = Array.from({ length: 10_000 }, (_, number) => number);
  return runPageOf({
    operations: numbers.map((id) => operationOf(id, { output: "x".repeat(200) })),
    messages: numbers.map((id) => messageOf(`${id}`, { sent: id * 10, arrived: id * 10 + 2 })),
    lines: numbers.map((id) => ({ lane: "r1", at: id * 10, level: "info", text: `line ${id}` })),
    ...given,
  });
}

function bytesOf(page: RunPage): number {
  return Buffer.byteLength(toPageJson(toPageData(page)));
}

test("a run that fits is left as it is", () => {
  const page = runPageOf();
  expect(cutRun(page)).toEqual(page);
});

test("a long run is cut around the last operation of the witness, which it keeps whole", () => {
  const violated = { name: "regular", verdict: "FAIL", evidence: "it is" } as const;
  const cut = cutRun(longRun({ checks: [{ ...violated, witness: [12, 7_000] }] }));
  expect(bytesOf(cut)).toBeLessThanOrEqual(maxPageDataBytes);
  expect(bytesOf(cut)).toBeGreaterThan(maxPageDataBytes / 2);
  expect(cut.operations.map(({ id }) => id)).toContain(12);
  const { from, to } = cut.shown;
  expect((from + to) / 2).toBeCloseTo(70_000, 0);
  for (const each of cut.messages) expect(each.sent).toBeWithin(from - 2, to + 1);
  expect(cut.leftOut.join()).toMatch(/^The run is too long .* of 10000 operations.*the witness/);
});

test("without a witness it is cut around the first fault, and without one from its start", () => {
  const fault = { lane: null, kind: "fault", text: "partition", from: 50_000, to: 50_500 } as const;
  const { shown } = cutRun(longRun({ bands: [fault] }));
  expect((shown.from + shown.to) / 2).toBeCloseTo(50_000, 0);
  expect(cutRun(longRun()).shown.from).toBe(0);
});

test("what the run showed is cut by itself, and that is said", () => {
  const output = Array.from({ length: 20 }, () => "y".repeat(50_000));
  const cut = cutRun(runPageOf({ output }));
  expect(cut.output.length).toBeLessThan(10);
  expect(cut.leftOut.join()).toContain("of 20 results");
});

test("no text ends the element of the page that holds it", () => {
  const json = toPageJson({ text: "</script><!--" });
  expect(json).not.toContain("<");
  expect(JSON.parse(json)).toEqual({ text: "</script><!--" });
});
