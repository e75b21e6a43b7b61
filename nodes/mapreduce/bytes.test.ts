import { expect, test } from "bun:test";
import fc from "fast-check";
import { compareBytes, sortKeys } from "./bytes.ts";

test("keys are sorted by their bytes, equal ones by their places", () => {
  const key = fc.uint8Array({ maxLength: 7, max: 3 });
  fc.assert(
    fc.property(fc.array(key, { maxLength: 60 }), (keys) => {
      const arena = Uint8Array.from(keys.flatMap((each) => [...each]));
      const lengths = Uint32Array.from(keys, ({ length }) => length);
      let next = 0;
      const starts = Uint32Array.from(keys, ({ length }) => {
        next += length;
        return next - length;
      });
      const order = sortKeys(arena, starts, lengths, keys.length);
      const expected = [...keys.keys()].sort(
        (one, other) =>
          Buffer.compare(keys[one] as Uint8Array, keys[other] as Uint8Array) || one - other,
      );
      expect([...order]).toEqual(expected);
    }),
  );
});

test("a key comes before the longer ones that begin with it", () => {
  const bytes = new TextEncoder().encode("abcab");
  expect(compareBytes(bytes, 0, 3, bytes, 3, 5)).toBeGreaterThan(0);
  expect(compareBytes(bytes, 3, 5, bytes, 0, 2)).toBe(0);
});
