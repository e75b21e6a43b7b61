import { expect, test } from "bun:test";
import type { CallEvent } from "../../nodes/host/call-trace.ts";
import { isCallEvent, messagesOf } from "./read-calls.ts";

const method = "/proctor.filestore.v1.Replica/Write";
const origin = 1_000_000;

function event(given: Partial<CallEvent>): CallEvent {
  return { event: "sent", at: origin, node: "r1", call: "a-1", ...given };
}

const sent = event({ method, to: "127.0.0.1:7001" });
const received = event({ event: "received", at: origin + 2, node: "r2", method, from: "r1" });
const answered = event({ event: "answered", at: origin + 3, node: "r2", status: "OK" });
const returned = event({ event: "returned", at: origin + 5, status: "OK" });

test("a call is a request and a reply, on the clock of the history", () => {
  const messages = messagesOf([answered, sent, returned, received], new Map(), origin);
  const both = { call: "a-1", method: "Write", content: "" };
  expect(messages).toEqual([
    { ...both, from: "r1", to: "r2", isReply: false, status: "", sent: 0, arrived: 2 },
    { ...both, from: "r2", to: "r1", isReply: true, status: "OK", sent: 3, arrived: 5 },
  ]);
});

test("a request that nobody received is lost, on its way to who else was reached there", () => {
  const lost = event({ call: "a-2", at: origin + 10, method, to: "127.0.0.1:7001" });
  const gaveUp = { ...returned, call: "a-2", at: origin + 20, status: "DEADLINE_EXCEEDED" };
  const messages = messagesOf([sent, received, lost, gaveUp], new Map(), origin);
  expect(messages.at(-1)).toMatchObject({
    to: "r2",
    arrived: null,
    lost: "not known to have arrived",
  });
});

test("a callee that writes no trace has answered in the middle of the call", () => {
  const addresses = new Map([["127.0.0.1:7001", "r2"]]);
  const messages = messagesOf([sent, returned], addresses, origin);
  expect(messages.map(({ from, to, sent, arrived }) => [from, to, sent, arrived])).toEqual([
    ["r1", "r2", 0, 2.5],
    ["r2", "r1", 2.5, 5],
  ]);
  expect(messages[0]?.content).toBe("when it was at its callee is not known");
});

test("a reply that came too late, or to nobody, is lost", () => {
  const late = { ...returned, at: origin + 2.5, status: "DEADLINE_EXCEEDED" };
  const [, reply] = messagesOf([sent, received, answered, late], new Map(), origin);
  expect(reply).toMatchObject({ arrived: null, lost: "came to DEADLINE_EXCEEDED" });
  const [, orphan] = messagesOf([sent, received, answered], new Map(), origin);
  expect(orphan).toMatchObject({ arrived: null, lost: "the caller never had it" });
});

test("a request that came twice is two arrows, and only its first answer is heard", () => {
  const again = { ...received, at: origin + 6 };
  const answeredAgain = { ...answered, at: origin + 7 };
  const events = [sent, received, answered, returned, again, answeredAgain];
  const messages = messagesOf(events, new Map(), origin);
  expect(messages.map(({ isReply, arrived }) => [isReply, arrived])).toEqual([
    [false, 2],
    [false, 6],
    [true, 5],
    [true, null],
  ]);
});

test("a message never arrives before it was sent, whatever the clocks of two processes say", () => {
  const early = { ...received, at: origin - 1 };
  for (const each of messagesOf([sent, early, answered, returned], new Map(), origin))
    expect(each.arrived ?? 0).toBeGreaterThanOrEqual(each.sent);
});

test("what no trace has written is no call", () => {
  expect([sent, received, answered, returned].every(isCallEvent)).toBe(true);
  const wrong = [
    { ...sent, at: "now" },
    { ...sent, at: Number.NaN },
    { ...sent, call: 7 },
    { ...sent, node: undefined },
    { ...sent, event: "lost" },
    { ...received, from: { id: "r1" } },
  ];
  expect(wrong.filter(isCallEvent)).toEqual([]);
});
