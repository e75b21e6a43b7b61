import { expect, test } from "bun:test";
import { join } from "node:path";
import { failureOf, until } from "../host/test-support.ts";
import { policyNames } from "./policies.ts";
import { Backend, Balancer } from "./protocol.ts";
import { TestBalancer } from "./testing/balancer.ts";

const root = join(import.meta.dir, "../..");

/** Runs a node that is to end by itself, and tells how. */
async function run(script: string, ...flags: string[]) {
  const command = [process.execPath, `nodes/balancer/${script}.ts`, ...flags];
  const child = Bun.spawn(command, { cwd: root, stdin: "ignore", stdout: "pipe", stderr: "pipe" });
  const [exitCode, stderr] = await Promise.all([child.exited, new Response(child.stderr).text()]);
  return { exitCode, stderr: stderr.trim() };
}

test("an unknown policy ends with 64 and lists those that there are", async () => {
  const { exitCode, stderr } = await run("balancer", "--id", "lb1", "--policy", "best");
  expect(exitCode).toBe(64);
  for (const name of policyNames) expect(stderr).toContain(name);
  expect(stderr.split("\n")).toHaveLength(1);
});

test("the policy changes while the balancer runs, and an unknown one changes nothing", async () => {
  await using balanced = await TestBalancer.start({ backends: 2, policy: "round_robin" });
  for (const policy of policyNames) {
    await balanced.admin.setPolicy({ policy });
    expect(await balanced.balancer.pick({})).toMatchObject({ policy });
  }
  const refused = await failureOf(balanced.admin.setPolicy({ policy: "best" }));
  expect(refused).toMatchObject({ code: "INVALID_ARGUMENT", definite: true });
  for (const name of policyNames) expect(refused.details).toContain(name);
  expect(await balanced.balancer.pick({})).toMatchObject({ policy: "prequal" });
});

test("an answer names as many backends as asked and gives every call to one", async () => {
  await using balanced = await TestBalancer.start({ backends: 3, policy: "pick_first" });
  const answer = await balanced.balancer.pick({ calls: 5, count: 2 });
  expect(answer.choices.map(({ backend, calls }) => `${backend?.id} ${calls}`)).toEqual([
    "b1 5",
    "b2 0",
  ]);
  expect(answer.lifetimeMs).toBe(50);
  expect(answer.backends).toHaveLength(3);
  const { listVersion } = answer;
  expect((await balanced.balancer.pick({ listVersion })).backends).toEqual([]);
  await balanced.backends[2]?.server.stop();
  const changed = await balanced.balancer.pick({ listVersion });
  expect(changed.backends.map(({ id }) => id)).toEqual(["b1", "b2"]);
});

test("queries that no client would make are refused and harm nothing", async () => {
  await using balanced = await TestBalancer.start({ backends: 1 });
  for (const query of [{ calls: 1_001 }, { count: 4_000_000_000 }]) {
    const refused = await failureOf(balanced.balancer.pick(query));
    expect(refused).toMatchObject({ code: "INVALID_ARGUMENT" });
  }
  const strangers = Array.from({ length: 5_000 }, (_, index) => `x${index}`);
  expect((await balanced.balancer.pick({ exclude: strangers })).choices).toHaveLength(1);
});

test("a message of another service is answered by a status, and the balancer goes on", async () => {
  await using balanced = await TestBalancer.start({ backends: 1 });
  const elsewhere = balanced.host.connect(Backend, balanced.address);
  expect(await failureOf(elsewhere.compute({ task: "primes" }))).toMatchObject({
    code: "UNIMPLEMENTED",
  });
  // A number that is cut off: no message of any type.
  const pick = Balancer.methods.get("pick");
  if (pick === undefined) throw new Error("there is no method Pick");
  const garbage = { ...pick, encodeRequest: () => Buffer.from([0x08]) };
  const service = { ...Balancer, methods: new Map([["pick", garbage]]) };
  const failure = await failureOf(balanced.host.connect(service, balanced.address).pick({}));
  expect(failure.code).toBe("INTERNAL");
  expect((await balanced.balancer.pick({})).choices).toHaveLength(1);
});

test("an empty register, report or deregister is refused or does nothing", async () => {
  await using balanced = await TestBalancer.start({ backends: 1 });
  const { membership } = balanced;
  expect((await failureOf(membership.register({}))).code).toBe("INVALID_ARGUMENT");
  expect((await failureOf(membership.report({}))).code).toBe("INVALID_ARGUMENT");
  const load = { capacity: 1 };
  expect((await failureOf(membership.report({ id: "b9", load }))).code).toBe("NOT_FOUND");
  await membership.deregister({});
  expect(await balanced.listed()).toEqual(["b1"]);
});

test("a backend that is killed is named until its lease ends and no longer", async () => {
  await using balanced = await TestBalancer.start({ backends: 2, leaseMs: 200 });
  const silent = { id: "b9", address: "127.0.0.1:9" };
  await balanced.membership.register({ backend: silent, incarnation: 1 });
  const named = async () => (await balanced.balancer.pick({ count: 9 })).choices.length;
  expect(await named()).toBe(3);
  await until(async () => (await named()) === 2);
  expect(await balanced.listed()).toEqual(["b1", "b2"]);
});
