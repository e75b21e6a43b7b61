import { describe, expect, test } from "bun:test";
import { importHistory } from "./importers.ts";

const LOG = `INFO  jepsen.util - 0	:invoke	:read	nil
INFO  jepsen.core - Running test
INFO  jepsen.util - 0	:ok	:read	3
INFO  jepsen.util - 1	:invoke	:cas	[1 4]
INFO  jepsen.util - 1	:fail	:cas	[1 4]
INFO  jepsen.util - 1	:invoke	:cas	[3 4]
INFO  jepsen.util - 1	:ok	:cas	[3 4]
INFO  jepsen.util - 2	:invoke	:read	nil
INFO  jepsen.util - 2	:fail	:read	:timed-out
INFO  jepsen.util - 2	:invoke	:write	2
INFO  jepsen.util - 2	:info	:write	:timed-out
`;

describe("Jepsen's register log", () => {
  const events = importHistory(LOG);

  test("becomes events, with the number of the line as the time", () => {
    expect(events).toHaveLength(10);
    expect(events[1]).toEqual({
      time: 3,
      process: "0",
      type: "ok",
      f: "read",
      key: "register",
      value: 3,
    });
  });

  test("a compare-and-set that failed is an answer, not a failure", () => {
    expect(events.slice(2, 6).map(({ type, value }) => [type, value])).toEqual([
      ["invoke", [1, 4]],
      ["ok", false],
      ["invoke", [3, 4]],
      ["ok", true],
    ]);
  });

  test("a read that timed out did not happen, a write that did may have", () => {
    expect(events.slice(6).map(({ type, value }) => [type, value])).toEqual([
      ["invoke", null],
      ["fail", "timed-out"],
      ["invoke", 2],
      ["info", "timed-out"],
    ]);
  });

  test("a line that is no operation is named", () => {
    expect(() => importHistory(`${LOG}INFO  jepsen.util - 3	:invoke	:drop	1`)).toThrow(
      "line 12",
    );
    expect(() => importHistory("INFO  jepsen.util - 3	:invoke	:write	x")).toThrow("line 1 ");
  });
});

describe("EDN maps", () => {
  test("become events with strings unescaped and nil as null", () => {
    const text = `{:process 0, :type :invoke, :f :append, :key "a\\"b", :value "x\\ny"}

{:process 0, :type :ok, :f :append, :key "a\\"b", :value nil}`;
    expect(importHistory(text)).toEqual([
      { time: 1, process: "0", type: "invoke", f: "append", key: 'a"b', value: "x\ny" },
      { time: 3, process: "0", type: "ok", f: "append", key: 'a"b', value: null },
    ]);
  });

  test("a line that is no operation is named", () => {
    expect(() => importHistory("{:process 0, :type :invoke}")).toThrow("line 1 ");
  });
});

describe("JSON lines", () => {
  const line = { time: 1, process: "a", type: "invoke", f: "read", key: null, value: null };

  test("are events as they stand", () => {
    expect(importHistory(`${JSON.stringify(line)}\n\n`)).toEqual([
      { ...line, type: "invoke" as const },
    ]);
  });

  test.each([
    [{ ...line, time: "1" }, "time"],
    [{ ...line, process: 1 }, "process"],
    [{ ...line, type: "started" }, "type"],
    [{ ...line, f: null }, "f must"],
    [{ ...line, key: 7 }, "key"],
    [{ ...line, value: undefined }, "value"],
    [{ ...line, node: 7 }, "node"],
  ])("that are no events are named, with the field: %j", (wrong, field) => {
    const text = `${JSON.stringify(line)}\n${JSON.stringify(wrong)}`;
    expect(() => importHistory(text)).toThrow(new RegExp(`line 2: .*${field}`));
  });

  test("that are no JSON are named", () => {
    expect(() => importHistory('{"time": 1')).toThrow("line 1 is not JSON");
  });
});

test("a text without any event is no history", () => {
  expect(() => importHistory("")).toThrow("no line");
  expect(() => importHistory("INFO  jepsen.core - Running test")).toThrow("no line");
});
