import { expect, test } from "bun:test";
import { packMessages, unpackMessages } from "./pack-messages.ts";
import { messageOf } from "./page-test-support.ts";

test("messages come out as they went in, to the microsecond", () => {
  const messages = [
    messageOf("1", { sent: 1234.567, arrived: 1240.001, content: '{"a":1}' }),
    messageOf("1", {
      from: "r1",
      to: "c1",
      isReply: true,
      status: "OK",
      sent: 1241,
      arrived: 1242,
    }),
    messageOf("2", { arrived: null, lost: "partition" }),
  ];
  expect(unpackMessages(packMessages(messages))).toEqual(messages);
});
