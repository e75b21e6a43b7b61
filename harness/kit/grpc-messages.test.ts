import { expect, test } from "bun:test";
import { framed, MessageSplitter } from "./grpc-messages.ts";

const messages = ["", "a", "two words", "x".repeat(300)].map((text) => Buffer.from(text));
const stream = Buffer.concat(messages.map(framed));

test("messages come out whole and in order, however the stream is cut", () => {
  for (const size of [1, 2, 5, 6, 100, stream.length]) {
    const splitter = new MessageSplitter(300);
    const out: Buffer[] = [];
    for (let start = 0; start < stream.length; start += size) {
      out.push(...splitter.split(stream.subarray(start, start + size)));
    }
    expect(out.map(String)).toEqual(messages.map(String));
  }
});

test("a message that is too large or compressed is refused when its head is there", () => {
  const head = (compressed: number, length: number) => Buffer.from([compressed, 0, 0, 0, length]);
  expect(() => new MessageSplitter(9).split(head(0, 10))).toThrow("10 bytes");
  expect(() => new MessageSplitter(9).split(head(1, 1))).toThrow("compressed");
});
