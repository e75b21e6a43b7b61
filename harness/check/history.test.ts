import { describe, expect, test } from "bun:test";
import { type Event, isIndefinite, pairOperations, phrase } from "./history.ts";

function event(time: number, process: string, type: Event["type"], f = "write"): Event {
  return { time, process, type, f, key: "k", value: `${type} ${process}` };
}

describe("pairOperations", () => {
  test("joins an invocation with the completion of the same process", () => {
    const [a, b] = pairOperations([
      event(1, "a", "invoke"),
      event(2, "b", "invoke"),
      event(2, "b", "ok"),
      event(3, "a", "ok"),
    ]);
    expect(a).toMatchObject({ process: "a", input: "invoke a", output: "ok a", invoked: 0 });
    expect(a).toMatchObject({ invokedAt: 1, returnedAt: 3, returned: 3 });
    expect(b).toMatchObject({ process: "b", invoked: 1, returned: 2 });
  });

  test("leaves out what certainly did not happen", () => {
    expect(pairOperations([event(1, "a", "invoke"), event(2, "a", "fail")])).toEqual([]);
  });

  test("keeps what may have happened, and what never returned, as indefinite", () => {
    const operations = pairOperations([
      event(1, "a", "invoke"),
      event(2, "b", "invoke"),
      event(3, "a", "info"),
    ]);
    expect(operations.map(isIndefinite)).toEqual([true, true]);
    expect(operations.map((each) => each.output)).toEqual([undefined, undefined]);
  });

  test.each([
    [
      "time that runs backwards",
      [event(2, "a", "invoke"), event(1, "a", "ok")],
      /time 1 is before/,
    ],
    ["time that is no number", [event(Number.NaN, "a", "invoke")], /event 1/],
    ["two calls at once", [event(1, "a", "invoke"), event(2, "a", "invoke")], /not returned/],
    ["a completion of nothing", [event(1, "a", "ok")], /nothing was invoked/],
    ["another completion", [event(1, "a", "invoke"), event(2, "a", "ok", "read")], /write was/],
    [
      "a client that goes on after an info",
      [event(1, "a", "invoke"), event(2, "a", "info"), event(3, "a", "invoke")],
      /new name/,
    ],
  ])("refuses %s", (_, events, message) => {
    expect(() => pairOperations(events)).toThrow(message);
  });
});

test("an operation reads as who, what, where, the answer and when", () => {
  const events: Event[] = [
    { time: 1.5, process: "c1", type: "invoke", f: "write", key: "k", value: "a", node: "r2" },
    { time: 2.25, process: "c1", type: "ok", f: "write", key: "k", value: { status: "SUCCESS" } },
  ];
  expect(pairOperations(events).map(phrase)).toEqual([
    'c1\'s write("a") of k at r2 = {"status":"SUCCESS"} [1.5-2.25 ms]',
  ]);
});
