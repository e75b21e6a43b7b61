import { expect, test } from "bun:test";
import fc from "fast-check";
import { escapeInto, unescapeInto } from "./line-format.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

test("any bytes come back, and none of them ends a line or a key", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const escaped = new Uint8Array(2 * bytes.length);
      const end = escapeInto(escaped, 0, bytes, 0, bytes.length);
      for (const byte of [0x09, 0x0a, 0x0d]) expect(escaped.subarray(0, end)).not.toContain(byte);
      const plain = new Uint8Array(end);
      const length = unescapeInto(plain, escaped, 0, end);
      expect(plain.subarray(0, length)).toEqual(bytes);
    }),
  );
});

test("what was never escaped so is refused", () => {
  for (const text of ["\\x", "end\\", "\\ "]) {
    const bytes = bytesOf(text);
    expect(() => unescapeInto(new Uint8Array(9), bytes, 0, bytes.length)).toThrow();
  }
});
