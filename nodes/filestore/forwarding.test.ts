import { expect, test } from "bun:test";
import type { Host } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import { allOutcomes, Forwarding, type Outcome } from "./forwarding.ts";
import { memberOf } from "./testing/backups.ts";
import { uuidOf } from "./testing/objects.ts";
import type { Update } from "./update-log.ts";

type Forward = (request: { updates: Update[] }) => Promise<{ results: object[] }>;

function forwardingTo(
  forward: Forward,
  primary = memberOf("r1") as ReturnType<typeof memberOf> | null,
) {
  const host = { connect: () => ({ forward }) } as unknown as Host;
  return new Forwarding(host, () => primary, 1_000);
}

const update = (number: number, content = "x"): Update => {
  return { uuid: uuidOf(number), name: "a", content, delete: false, request: `q${number}` };
};

const done: Forward = async ({ updates }) => ({
  results: updates.map(({ request }) => ({ status: request, version: "v" })),
});

test("without a primary an update certainly did not happen", async () => {
  const outcome = forwardingTo(done, null).forward(update(1));
  await expect(outcome).rejects.toMatchObject({ code: "UNAVAILABLE", definite: true });
});

test("updates that wait travel together, and each gets its own answer", async () => {
  const sizes: number[] = [];
  const forwarding = forwardingTo(async (request) => {
    sizes.push(request.updates.length);
    await Promise.resolve();
    return done(request);
  });
  const numbers = Array.from({ length: 50 }, (_, number) => number);
  const answers = await Promise.all(numbers.map((number) => forwarding.forward(update(number))));
  expect(answers.map(({ status }) => status)).toEqual(numbers.map((number) => `q${number}`));
  expect(sizes.length).toBeLessThan(10);
});

test("a batch is small enough for a message by its bytes, not its characters", async () => {
  const bytes: number[] = [];
  const forwarding = forwardingTo(async (request) => {
    bytes.push(request.updates.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0));
    await Promise.resolve();
    return done(request);
  });
  const content = "€".repeat(349_525);
  const updates = Array.from({ length: 40 }, (_, number) => update(number, content));
  await Promise.all(updates.map((each) => forwarding.forward(each)));
  expect(Math.max(...bytes)).toBeLessThanOrEqual(4 * 1024 * 1024);
});

test("every update of a batch that failed has the batch's error, definite or not", async () => {
  for (const definite of [true, false]) {
    const forwarding = forwardingTo(async () => {
      throw new RpcError("UNAVAILABLE", "gone", { definite });
    });
    const outcomes = await Promise.allSettled([1, 2, 3].map((n) => forwarding.forward(update(n))));
    const errors = outcomes.map((outcome) => outcome.status === "rejected" && outcome.reason);
    expect(errors).toMatchObject(Array(3).fill({ code: "UNAVAILABLE", definite }));
  }
});

test("a primary that answers for another number of updates is not believed", async () => {
  const forwarding = forwardingTo(async () => ({ results: [] }));
  await expect(forwarding.forward(update(1))).rejects.toThrow("1 items were answered by 0 results");
});

test("a call of which some updates happened is indefinite", async () => {
  const happened = Promise.resolve({ status: "SUCCESS", version: "v" });
  const refused = () => Promise.reject<Outcome>(new RpcError("RESOURCE_EXHAUSTED", "too many"));
  const unknown = () => Promise.reject<Outcome>(new RpcError("DEADLINE_EXCEEDED", "late"));
  expect(await allOutcomes([happened, happened])).toHaveLength(2);
  const definite = async (...outcomes: Promise<Outcome>[]) =>
    (await allOutcomes(outcomes).catch((error) => error)).definite;
  expect(await definite(refused(), refused())).toBe(true);
  expect(await definite(refused(), happened)).toBe(false);
  expect(await definite(refused(), unknown())).toBe(false);
});
