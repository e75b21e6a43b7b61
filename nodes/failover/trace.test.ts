import { expect, test } from "bun:test";
import { parseTrace, showOperation, TraceError } from "./trace.ts";

const lines = ["init,9090,30", "get,Nike", "put,Nike,Winston-Salem", "put,a b,", "shutdown"];

test("a trace is shown as it was read, whatever the ends of its lines", () => {
  for (const end of ["\n", "\r\n"]) {
    expect(parseTrace(lines.join(end)).map(showOperation)).toEqual(lines);
    expect(parseTrace(`${lines.join(end)}${end}`).map(showOperation)).toEqual(lines);
  }
});

test.each([
  "get",
  "get,a,b",
  "put,a",
  "put,a,b,c",
  "GET,a",
  "",
  "init,9090",
  "init,x,3",
  "init,9090,0",
  "init,65535,2",
  "init,-1,2",
  "shutdown,now",
])("%p is no line of a trace, and the message has its number", (line) => {
  expect(() => parseTrace(`get,a\n${line}\nget,b\n`)).toThrow(TraceError);
  expect(() => parseTrace(`get,a\n${line}\nget,b\n`)).toThrow("line 2 is no operation");
});
