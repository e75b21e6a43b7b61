import { expect, test } from "bun:test";
import type { Host } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import { Membership } from "./membership.ts";

const r1 = { id: "r1", address: "127.0.0.1:1", incarnation: "1" };

/** A registry that the test scripts, and a clock that it moves. */
function scripted() {
  let nowMs = 0;
  let task: (() => Promise<void> | void) | undefined;
  const calls: string[] = [];
  const registry = {
    register: async ({ member }: { member: { incarnation: number } }) => {
      calls.push(`register ${member.incarnation}`);
      return { primary: r1, leaseMs: 100 };
    },
    heartbeat: async ({ incarnation }: { incarnation: number }) => {
      calls.push(`heartbeat ${incarnation}`);
      return { primary: r1 as typeof r1 | null };
    },
    deregister: async ({ incarnation }: { incarnation: number }) => {
      calls.push(`deregister ${incarnation}`);
      return {};
    },
  };
  const clock = {
    monotonicMs: () => nowMs,
    sleep: async (milliseconds: number) => {
      nowMs += milliseconds;
    },
    every: (_: number, run: typeof task) => {
      task = run;
      return { stop: () => (task = undefined) };
    },
  };
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const host = { id: "r2", clock, log, connect: () => registry } as unknown as Host;
  let incarnation = 0;
  const options = { registry: "127.0.0.1:9", joinTimeoutMs: 1_000 };
  const join = () => Membership.join(host, options, "127.0.0.1:2", async () => ++incarnation);
  return {
    registry,
    calls,
    join,
    pass: (milliseconds: number) => {
      nowMs += milliseconds;
    },
    beat: () => task?.(),
    beating: () => task !== undefined,
  };
}

const silence = async (): Promise<never> => {
  throw new RpcError("DEADLINE_EXCEEDED", "no answer");
};

test("a replica counts its lease from before it asked", async () => {
  const { registry, join, pass, beat } = scripted();
  const membership = await join();
  pass(60);
  const { heartbeat } = registry;
  registry.heartbeat = async (request) => {
    pass(30);
    return heartbeat(request);
  };
  await beat();
  expect(membership.holdsLease()).toBe(true);
  pass(69);
  expect(membership.holdsLease()).toBe(true);
  pass(1);
  expect(membership.holdsLease()).toBe(false);
});

test("while the registry is silent the lease runs out, until it answers", async () => {
  const { registry, join, pass, beat, calls } = scripted();
  const membership = await join();
  const { heartbeat } = registry;
  registry.heartbeat = silence;
  pass(100);
  await beat();
  expect(membership.holdsLease()).toBe(false);
  registry.heartbeat = heartbeat;
  await beat();
  expect(membership.holdsLease()).toBe(true);
  expect(calls).toEqual(["register 1", "heartbeat 1"]);
});

test("a lease that was lost is followed by a new registration, as a new incarnation", async () => {
  const { registry, join, beat, calls } = scripted();
  const membership = await join();
  const { heartbeat } = registry;
  registry.heartbeat = async () => {
    throw new RpcError("NOT_FOUND", "r2 has no lease");
  };
  await beat();
  registry.heartbeat = heartbeat;
  await beat();
  expect(calls).toEqual(["register 1", "register 2", "heartbeat 2"]);
  expect(membership.incarnation).toBe(2);
  expect(membership.holdsLease()).toBe(true);
});

test("a process that a newer one has superseded serves no more and asks no more", async () => {
  const { registry, join, beat, beating } = scripted();
  const membership = await join();
  registry.heartbeat = async () => {
    throw new RpcError("ABORTED", "a newer incarnation has registered");
  };
  await beat();
  expect(membership.holdsLease()).toBe(false);
  expect(beating()).toBe(false);
});

test("a replica that has left does not register again by a heartbeat under way", async () => {
  const { registry, join, beat, calls } = scripted();
  const membership = await join();
  registry.heartbeat = async () => {
    await membership.leave();
    throw new RpcError("NOT_FOUND", "r2 has no lease");
  };
  await beat();
  expect(calls).toEqual(["register 1", "deregister 1"]);
  expect(membership.holdsLease()).toBe(false);
});

test("the primary is who the registry named last, or nobody", async () => {
  const { registry, join, beat } = scripted();
  const membership = await join();
  expect(membership.primary).toMatchObject({ id: "r1", incarnation: 1 });
  registry.heartbeat = async () => ({ primary: null });
  await beat();
  expect(membership.primary).toBeNull();
});

test("a registry that does not answer ends the attempt in time, with a sentence", async () => {
  const { registry, join } = scripted();
  registry.register = silence;
  await expect(join()).rejects.toThrow("no registry answers at 127.0.0.1:9");
});

test("a registry that takes nobody in any more is not asked again", async () => {
  const { registry, join, calls } = scripted();
  registry.register = async () => {
    calls.push("refused");
    throw new RpcError("RESOURCE_EXHAUSTED", "for 3 replicas");
  };
  await expect(join()).rejects.toThrow("for 3 replicas");
  expect(calls).toEqual(["refused"]);
});
