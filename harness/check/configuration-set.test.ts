import { expect, test } from "bun:test";
import fc from "fast-check";
import { ConfigurationSet } from "./configuration-set.ts";

test("a configuration is new exactly once, also over many growths and chunks", () => {
  const row = fc.uint32Array({ minLength: 2, maxLength: 2, max: 60 });
  const rows = fc.array(row, { minLength: 3000, maxLength: 6000 });
  const property = fc.property(rows, (all) => {
    const set = new ConfigurationSet(2);
    const model = new Set<string>();
    for (const each of all) {
      expect(set.add(each)).toBe(!model.has(each.join()));
      model.add(each.join());
    }
  });
  fc.assert(property, { numRuns: 3, seed: 1 });
});

test("configurations that share a row's chunk do not overwrite each other", () => {
  const set = new ConfigurationSet(1);
  const count = 20_000;
  for (let n = 0; n < count; n += 1) expect(set.add(Uint32Array.of(n))).toBe(true);
  for (let n = 0; n < count; n += 1) expect(set.add(Uint32Array.of(n))).toBe(false);
});
