import { expect, test } from "bun:test";
import type { TraceEntry } from "../sim/trace.ts";
import { readTrace } from "./read-trace.ts";

const arrow = { kind: "message", at: 5, sentAt: 3, from: "r1", to: "r2", content: "" } as const;

test("a label tells the call, and whether it is a request or a reply", () => {
  const labels = ["Write #7", "Write #7 OK", "Write #7 (again)", "hangs up"];
  const { messages } = readTrace(labels.map((label) => ({ ...arrow, label, lost: undefined })));
  expect(
    messages.map(({ call, method, isReply, status }) => [call, method, isReply, status]),
  ).toEqual([
    ["#7", "Write", false, ""],
    ["#7", "Write", true, "OK"],
    ["#7", "Write", false, "(again)"],
    ["", "hangs up", false, ""],
  ]);
});

test("what was lost never arrived", () => {
  const { messages } = readTrace([{ ...arrow, label: "Write #7", lost: "partition" }]);
  expect(messages[0]).toMatchObject({ sent: 3, arrived: null, lost: "partition" });
});

test("crashes, pauses and partitions are bands; phases have no length", () => {
  const entries: TraceEntry[] = [
    { kind: "world", at: 1, text: "the clients work" },
    { kind: "node", at: 2, node: "r1", text: "kill", becomes: "down" },
    { kind: "world", at: 3, text: "isolate r1↛r2 at 2 ms for 4.5 ms" },
    { kind: "node", at: 4, node: "r1", text: "start r1/2", becomes: "up" },
    { kind: "node", at: 5, node: "r2", text: "pause", becomes: "paused" },
    { kind: "world", at: 7.5, text: "isolate heals" },
    { kind: "node", at: 9, node: "c1", text: "write? k 1" },
  ];
  const { bands, lines } = readTrace(entries);
  expect(bands.map(({ lane, kind, from, to }) => [lane, kind, from, to])).toEqual([
    [null, "phase", 1, 1],
    [null, "fault", 3, 7.5],
    ["r1", "down", 2, 4],
    ["r2", "paused", 5, 9],
  ]);
  expect(lines.map(({ text }) => text)).toEqual(["kill", "start r1/2", "pause"]);
});
