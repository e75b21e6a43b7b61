import { expect, test } from "bun:test";
import type { RealHost } from "../host/real.ts";
import { failureOf, testHost } from "../host/test-support.ts";
import { Backup, type ReplicateRequest } from "./backup.ts";
import { DiskState } from "./disk-state.ts";
import { guaranteeOf } from "./guarantee.ts";
import { Replica } from "./replica.ts";

async function backupOn(host: RealHost) {
  const disk = await DiskState.open(host, 3);
  const options = {
    rank: 1,
    addresses: ["a:1", "b:1", "c:1"],
    guarantee: guaranteeOf("last-standing"),
    leaseMs: 100,
    silenceMs: 1_000,
  };
  const replica = new Replica(host, options, disk);
  return { replica, backup: new Backup(replica), disk };
}

function message(change: Partial<ReplicateRequest>): ReplicateRequest {
  const membership = { epoch: 0, number: 0, live: [0, 1, 2] };
  const numbers = { after: "0", last: "0", committed: "0" };
  const lists = { history: [], entries: [], answers: [] };
  return { epoch: 0, membership, more: false, durable: false, ...numbers, ...lists, ...change };
}

const history = (...starts: [epoch: number, after: number][]) =>
  starts.map(([epoch, after]) => ({ epoch, after: `${after}` }));

function entry(key: string, sequence: number, value = `v${sequence}`) {
  return { key, value, deleted: false, sequence: `${sequence}` };
}

test("all pages of a catch-up take effect together, with the last one", async () => {
  using host = testHost();
  const { replica, backup } = await backupOn(host);
  await backup.replicate(message({ history: history([0, 0]) }));
  const first = { entries: [entry("a", 1)], more: true, last: "2" };
  await backup.replicate(message(first));
  expect(replica.data.sequence).toBe(0);
  expect(replica.isNormal).toBe(false);
  const answer = await backup.replicate(message({ entries: [entry("b", 2)], last: "2" }));
  expect(answer).toMatchObject({ behind: false, sequence: "2" });
  expect(replica.data.keys).toBe(2);
  expect(replica.isNormal).toBe(true);
});

test("a message that does not follow on what is there is not applied", async () => {
  using host = testHost();
  const { replica, backup } = await backupOn(host);
  const early = message({ after: "0", last: "1", entries: [entry("a", 1)] });
  expect(await backup.replicate(early)).toMatchObject({ behind: true });
  await backup.replicate(message({ history: history([0, 0]) }));
  await backup.replicate(early);
  expect(await backup.replicate(early)).toMatchObject({ behind: true });
  const gap = message({ after: "5", last: "6", entries: [entry("b", 6)] });
  expect(await backup.replicate(gap)).toMatchObject({ behind: true });
  expect(replica.data.sequence).toBe(1);
});

test("what an earlier primary sends is refused, with the newer epoch", async () => {
  using host = testHost();
  const { replica, backup } = await backupOn(host);
  replica.follow(2);
  const late = message({ epoch: 0, history: history([0, 0]) });
  expect(await backup.replicate(late)).toMatchObject({ promised: 2 });
  expect(replica.promised).toBe(2);
});

test("what a server wrote in vain is told, and taken back with the primary's log", async () => {
  using host = testHost();
  const { replica, backup } = await backupOn(host);
  await backup.replicate(message({ history: history([0, 0]) }));
  const both = [entry("a", 1), entry("b", 2, "in vain")];
  await backup.replicate(message({ entries: both, last: "2" }));
  const begin = message({ epoch: 2, history: history([0, 0], [2, 1]) });
  const answer = await backup.replicate(begin);
  expect(answer).toMatchObject({ sequence: "1", lostKeys: ["b"] });
  expect(replica.data.entry("b")?.value).toBe("in vain");
  const membership = { epoch: 2, number: 0, live: [1, 2] };
  await backup.replicate(message({ epoch: 2, membership, after: "1", last: "1" }));
  expect(replica.data.entry("b")).toBeUndefined();
  expect(replica.state).toMatchObject({ normalEpoch: 2, sequence: 1, promised: 2 });
});

test("an epoch that only this server could lead, or that is none, is refused", async () => {
  using host = testHost();
  const { replica, backup } = await backupOn(host);
  for (const epoch of [-1, 1, 4]) {
    const { code } = await failureOf(backup.replicate(message({ epoch })));
    expect(code).toBe("INVALID_ARGUMENT");
  }
  expect(replica.promised).toBe(-1);
});

test("an epoch that nobody can have reached is refused, and not followed", async () => {
  using host = testHost();
  const { replica, backup } = await backupOn(host);
  const { code } = await failureOf(backup.replicate(message({ epoch: 2_147_483_646 })));
  expect(code).toBe("INVALID_ARGUMENT");
  expect(replica.promised).toBe(-1);
});
