import { expect, test } from "bun:test";
import { grpcFrame, parseReport } from "./h2load.ts";

const report = (requests: string) => `
finished in 1.50s, 11616.67 req/s, 847.72KB/s
requests: ${requests}
status codes: 17425 2xx, 0 3xx, 0 4xx, 0 5xx
traffic: 1.24MB (1302098) total, 34.08KB (34898) headers (space savings 94.73%), 579KB (593367) data
                     min         max         mean         sd        +/- sd
time for request:      279us      8.30ms      1.31ms       585us    84.13%
`;
const counts = (succeeded: number, failed: number) =>
  `9 total, 11 started, 9 done, ${succeeded} succeeded, ${failed} failed, 0 errored, 0 timeout`;

test("h2load: its report gives what was sent, answered, and how many bytes came", () => {
  expect(parseReport(report(counts(9, 0)))).toEqual({
    done: 9,
    started: 11,
    seconds: 1.5,
    dataBytes: 593_367,
  });
});

test("h2load: a failed call or another program's output is an error, not a figure", () => {
  expect(() => parseReport(report(counts(8, 1)))).toThrow("other answers than HTTP 200");
  expect(() => parseReport("hello")).toThrow("not a report of h2load");
});

test("h2load: the body is a gRPC frame: flag, length, message", () => {
  expect([...grpcFrame(new Uint8Array([7, 8, 9]))]).toEqual([0, 0, 0, 0, 3, 7, 8, 9]);
});
