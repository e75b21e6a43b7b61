import { expect, test } from "bun:test";
import { beginEpoch, commonSequence, nextEpoch, noEpoch, primaryOf } from "./epochs.ts";

test("at the first start all agree on rank 0", () => {
  expect(nextEpoch(noEpoch, 0, 5)).toBe(0);
  expect(primaryOf(0, 5)).toBe(0);
});

test("the next epoch of a rank is later, led by it, and skips no turn of its own", () => {
  for (let servers = 1; servers <= 7; servers += 1) {
    for (let epoch = -1; epoch < 30; epoch += 1) {
      for (let rank = 0; rank < servers; rank += 1) {
        const next = nextEpoch(epoch, rank, servers);
        expect(next).toBeGreaterThan(epoch);
        expect(next).toBeLessThanOrEqual(epoch + servers);
        expect(primaryOf(next, servers)).toBe(rank);
      }
    }
  }
});

const history = (...starts: [epoch: number, after: number][]) =>
  starts.map(([epoch, after]) => ({ epoch, after }));

test("two logs of one epoch are the same up to the shorter one", () => {
  const own = history([0, 0], [3, 10]);
  expect(commonSequence(own, 15, own)).toBe(15);
});

test("what was written after an epoch ended elsewhere is not common", () => {
  const own = history([0, 0]);
  const theirs = history([0, 0], [1, 8]);
  expect(commonSequence(own, 12, theirs)).toBe(8);
  expect(commonSequence(own, 5, theirs)).toBe(5);
});

test("an epoch of which nothing is left does not count", () => {
  const own = history([0, 0], [1, 8]);
  const theirs = history([0, 0], [2, 6]);
  expect(commonSequence(own, 12, theirs)).toBe(6);
  expect(commonSequence(history([0, 0], [1, 4]), 12, theirs)).toBe(4);
});

test("logs without a common epoch have nothing in common", () => {
  expect(commonSequence([], 0, history([0, 0]))).toBe(0);
  expect(commonSequence(history([1, 0]), 7, history([2, 0]))).toBe(0);
});

test("a history stays bounded and keeps its newest epochs", () => {
  let long = history();
  for (let epoch = 0; epoch < 2_000; epoch += 1) long = [...beginEpoch(long, epoch, epoch)];
  expect(long.length).toBe(1_000);
  expect(long.at(-1)).toEqual({ epoch: 1_999, after: 1_999 });
});
