import { expect, test } from "bun:test";
import type { NodeEvent } from "../kit/node-process.ts";
import { bandsOfFaults, bandsOfNodes, linesOf } from "./read-bands.ts";

function life(...events: readonly (readonly [time: number, event: NodeEvent])[]) {
  return events.map(([time, event]) => ({ time, node: "r1", event, how: event }));
}

test("a node is down from its end to its next READY, and paused until it is resumed", () => {
  const lines = life(
    [0, "start"],
    [5, "ready"],
    [10, "kill"],
    [11, "exit"],
    [20, "start"],
    [25, "ready"],
    [30, "pause"],
    [40, "resume"],
  );
  expect(bandsOfNodes(lines)).toEqual([
    { lane: "r1", kind: "down", text: "exit", from: 11, to: 25 },
    { lane: "r1", kind: "paused", text: "paused", from: 30, to: 40 },
  ]);
});

test("a node that is killed while it is paused is down from then on", () => {
  const lines = life([30, "pause"], [35, "kill"], [36, "exit"], [50, "ready"]);
  expect(bandsOfNodes(lines).map(({ kind, from, to }) => [kind, from, to])).toEqual([
    ["paused", 30, 36],
    ["down", 36, 50],
  ]);
});

test("the end of a run is no fault", () => {
  expect(bandsOfNodes(life([0, "start"], [5, "ready"], [9, "stop"], [10, "exit"]))).toEqual([]);
});

test("faults between nodes last until they heal or the run ends; strikes are lines", () => {
  const faults = [
    { time: 1, event: "begin", fault: "partition (split) r1↛r2 at 0 ms for 5 ms" },
    { time: 2, event: "begin", fault: "kill r1 at 1 ms for 9 ms, during a Write" },
    { time: 3, event: "strike", kind: "partition", method: "Replicate", from: "r1", to: "r2" },
    { time: 6, event: "heal", fault: "partition (split) r1↛r2 at 0 ms for 5 ms" },
    { time: 7, event: "begin", fault: "delay Read number 1 and each 2 further" },
    { time: 9, event: "strike", kind: "delay", method: "Read", from: "c1", to: "r1" },
  ] as const;
  expect(bandsOfFaults(faults).map(({ from, to }) => [from, to])).toEqual([
    [1, 6],
    [7, 9],
  ]);
  expect(linesOf([], faults).map(({ lane, text }) => `${lane} ${text}`)).toEqual([
    "r2 partition struck Replicate from r1",
    "r1 delay struck Read from c1",
  ]);
});
