import { expect, test } from "bun:test";
import { GroupCommit, type GroupCommitOptions } from "./group-commit.ts";
import { failureOf } from "./test-support.ts";

/** A group commit of numbers whose batches wait to be released one by one. */
function gated(options: Partial<GroupCommitOptions<number, string>> = {}) {
  const batches: { items: readonly number[]; release: () => void; fail: () => void }[] = [];
  const group = new GroupCommit<number, string>({
    process: (items) => {
      const { promise, resolve, reject } = Promise.withResolvers<string[]>();
      batches.push({
        items,
        release: () => resolve(items.map((item) => `done ${item}`)),
        fail: () => reject(new Error("the disk is full")),
      });
      return promise;
    },
    ...options,
  });
  const sizes = () => batches.map(({ items }) => items.length);
  return { group, batches, sizes };
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

test("while one batch is under way the next fills up; each item has its own result", async () => {
  const { group, batches } = gated();
  const results = numbers(100).map((item) => group.submit(item));
  expect(batches.map(({ items }) => items)).toEqual([[0]]);
  batches[0]?.release();
  expect(await results[0]).toBe("done 0");
  expect(batches.map(({ items }) => items)).toEqual([[0], numbers(100).slice(1)]);
  batches[1]?.release();
  expect(await Promise.all(results)).toEqual(numbers(100).map((item) => `done ${item}`));
});

test("a batch that fails rejects its own items and no others", async () => {
  const { group, batches } = gated();
  const results = numbers(3).map((item) => group.submit(item).catch(() => "failed"));
  batches[0]?.release();
  await results[0];
  batches[1]?.fail();
  expect(await Promise.all(results)).toEqual(["done 0", "failed", "failed"]);
  const next = group.submit(7);
  batches[2]?.release();
  expect(await next).toBe("done 7");
});

test("a batch has at most maxItems", async () => {
  const { group, batches, sizes } = gated({ maxItems: 4 });
  const results = numbers(10).map((item) => group.submit(item));
  for (let batch = 0; batch < 4; batch++) {
    batches[batch]?.release();
    await results[[0, 4, 8, 9][batch] as number];
  }
  expect(sizes()).toEqual([1, 4, 4, 1]);
});

test("a batch has at most maxBytes, though one item always fits", async () => {
  const { group, batches } = gated({ maxBytes: 10, bytesOf: (item) => item });
  const results = [1, 4, 6, 5, 50, 3, 7].map((item) => group.submit(item));
  const last = [0, 2, 3, 4, 6];
  for (const [batch, index] of last.entries()) {
    batches[batch]?.release();
    await results[index];
  }
  expect(batches.map(({ items }) => items)).toEqual([[1], [4, 6], [5], [50], [3, 7]]);
});

test("one item more than may wait is refused, definitely, and disturbs no other", async () => {
  const { group, batches } = gated({ maxWaiting: 3 });
  const results = numbers(4).map((item) => group.submit(item));
  const refused = await failureOf(group.submit(4));
  expect(refused).toMatchObject({ code: "RESOURCE_EXHAUSTED", definite: true });
  batches[0]?.release();
  await results[0];
  batches[1]?.release();
  expect(await Promise.all(results)).toEqual(numbers(4).map((item) => `done ${item}`));
});

test("as many batches run at once as concurrency says", async () => {
  const { group, batches, sizes } = gated({ concurrency: 3, maxItems: 2 });
  const results = numbers(9).map((item) => group.submit(item));
  expect(sizes()).toEqual([1, 1, 1]);
  batches[1]?.release();
  await results[1];
  expect(sizes()).toEqual([1, 1, 1, 2]);
  let finished = false;
  const all = Promise.all(results).finally(() => {
    finished = true;
  });
  while (!finished) {
    for (const { release } of batches) release();
    await Promise.resolve();
  }
  await all;
  expect(batches.flatMap(({ items }) => items)).toEqual(numbers(9));
});

test("a batch that answers too few or throws at once rejects all of its items", async () => {
  const short = new GroupCommit<number, number>({ process: async () => [] });
  expect((await short.submit(1).catch((error: Error) => error)).toString()).toContain(
    "1 items were answered by 0 results",
  );
  const throwing = new GroupCommit<number, number>({
    process: () => {
      throw new Error("broken");
    },
  });
  expect((await throwing.submit(1).catch((error: Error) => error)).toString()).toContain("broken");
});
