import { expect, test } from "bun:test";
import { temporaryDirectory } from "../../harness/kit/test-support.ts";
import type { Host } from "../host/host.ts";
import { createRealHost } from "../host/real.ts";
import type { Member } from "./membership.ts";
import { Roster, type RosterLimits } from "./roster.ts";

/** A host whose clock and repeated tasks the test moves, and whose primary just listens. */
function steppedHost(directory: string) {
  const real = createRealHost({ id: "g", dataDirectory: directory, logLevel: "silent" });
  const told: { generation: number; members: readonly Member[] }[] = [];
  const tasks: (() => Promise<void> | void)[] = [];
  let nowMs = 0;
  const clock: Host["clock"] = {
    ...real.clock,
    monotonicMs: () => nowMs,
    every: (_, task) => {
      tasks.push(task);
      return { stop: () => tasks.splice(0) };
    },
  };
  const connect = () => ({
    updateMembers: async (list: (typeof told)[number]) => {
      told.push(list);
      return {};
    },
  });
  const host: Host = { ...real, clock, connect: connect as unknown as Host["connect"] };
  const pass = async (milliseconds: number) => {
    nowMs += milliseconds;
    for (const task of tasks) await task();
  };
  return { host, told, tasks, pass };
}

function openRoster(host: Host, limits: Partial<RosterLimits> = {}) {
  return Roster.open(host, { leaseMs: 100, ...limits }, { hasPrimary: true });
}

const member = (id: string, incarnation = 1) => ({ id, address: "127.0.0.1:1", incarnation });
const ids = (roster: Roster) => roster.members.map(({ id }) => id);

test("the first that registers is the primary and is told of each newcomer", async () => {
  using directory = temporaryDirectory();
  const { host, told } = steppedHost(directory.path);
  const roster = await openRoster(host);
  expect(roster.primary).toBeNull();
  await roster.register(member("r1"));
  await roster.register(member("r2"));
  expect(roster.primary?.id).toBe("r1");
  expect(told.at(-1)?.members.map(({ id }) => id)).toEqual(["r1", "r2"]);
  const generations = told.map(({ generation }) => generation);
  expect(generations.toSorted((a, b) => a - b)).toEqual(generations);
});

test("a lease that no heartbeat renews ends; its member must register again", async () => {
  using directory = temporaryDirectory();
  const { host, told, pass } = steppedHost(directory.path);
  const roster = await openRoster(host);
  await roster.register(member("r1"));
  await roster.register(member("r2"));
  await pass(100);
  expect(ids(roster)).toEqual(["r1", "r2"]);
  roster.renew("r1", 1);
  await pass(1);
  expect(ids(roster)).toEqual(["r1"]);
  expect(told.at(-1)?.members.map(({ id }) => id)).toEqual(["r1"]);
  expect(() => roster.renew("r2", 1)).toThrow("NOT_FOUND");
  await roster.register(member("r2", 2));
  expect(ids(roster)).toEqual(["r1", "r2"]);
});

test("a primary that comes back is the primary again; nobody takes its place", async () => {
  using directory = temporaryDirectory();
  const { host, pass } = steppedHost(directory.path);
  const roster = await openRoster(host);
  await roster.register(member("r1"));
  await roster.register(member("r2"));
  await pass(100);
  roster.renew("r2", 1);
  await pass(1);
  expect(roster.primary).toBeNull();
  await roster.register(member("r3"));
  expect(roster.primary).toBeNull();
  await roster.register(member("r1", 2));
  expect(roster.primary).toMatchObject({ id: "r1", incarnation: 2 });
});

test("an incarnation that was superseded may neither register nor renew nor leave", async () => {
  using directory = temporaryDirectory();
  const roster = await openRoster(steppedHost(directory.path).host);
  await roster.register(member("r1", 2));
  await expect(roster.register(member("r1", 1))).rejects.toThrow("ABORTED");
  expect(() => roster.renew("r1", 1)).toThrow("ABORTED");
  expect(() => roster.renew("r1", 3)).toThrow("NOT_FOUND");
  await roster.remove("r1", 1);
  expect(ids(roster)).toEqual(["r1"]);
  await roster.remove("r1", 2);
  expect(ids(roster)).toEqual([]);
});

test("a restarted registry drops nobody before a whole lease, keeps the primary", async () => {
  using directory = temporaryDirectory();
  const first = steppedHost(directory.path);
  const before = await openRoster(first.host);
  await before.register(member("r1"));
  await before.register(member("r2"));
  before.close();
  const second = steppedHost(directory.path);
  const after = await openRoster(second.host);
  expect(ids(after)).toEqual(["r1", "r2"]);
  expect(after.primary?.id).toBe("r1");
  await second.pass(100);
  after.renew("r1", 1);
  expect(ids(after)).toEqual(["r1", "r2"]);
  await second.pass(1);
  expect(ids(after)).toEqual(["r1"]);
  // The primary takes no list that is older than the newest that it has heard.
  const newest = first.told.at(-1)?.generation ?? 0;
  expect(second.told.at(-1)?.generation).toBeGreaterThan(newest);
});

test("under a quorum no more ids than N may ever register, also after a restart", async () => {
  using directory = temporaryDirectory();
  const { host, pass } = steppedHost(directory.path);
  const before = await openRoster(host, { maxMembers: 2 });
  await before.register(member("r1"));
  await before.register(member("r2"));
  const refusal = { code: "RESOURCE_EXHAUSTED", definite: true };
  await expect(before.register(member("r3"))).rejects.toMatchObject(refusal);
  await pass(101);
  expect(ids(before)).toEqual([]);
  const after = await openRoster(steppedHost(directory.path).host, { maxMembers: 2 });
  await expect(after.register(member("r3"))).rejects.toThrow("started for 2 replicas: r1,r2");
  await after.register(member("r2", 2));
});

test("a member without an id or with an address that nobody can call is refused", async () => {
  using directory = temporaryDirectory();
  const roster = await openRoster(steppedHost(directory.path).host);
  const bad = [member(""), ...["", "host", ":1", "a b:1", "host:"].map(at)];
  for (const each of bad) {
    await expect(roster.register(each)).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
  }
  expect(ids(roster)).toEqual([]);
});

const at = (address: string): Member => ({ ...member("r1"), address });

test("a closed roster has no task left that runs", async () => {
  using directory = temporaryDirectory();
  const { host, tasks } = steppedHost(directory.path);
  const roster = await openRoster(host);
  expect(tasks).toHaveLength(1);
  roster.close();
  expect(tasks).toHaveLength(0);
});
