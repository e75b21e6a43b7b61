import { expect, test } from "bun:test";
import { temporaryDirectory } from "../../harness/kit/test-support.ts";
import { createRealHost } from "../host/real.ts";
import { Replication } from "./replication.ts";
import { FileStore } from "./store.ts";
import { memberOf, obedient, type Script, withBackups } from "./testing/backups.ts";
import { until } from "./testing/cluster.ts";
import { written } from "./testing/objects.ts";

/** A primary whose backups are the scripts, by their ids. */
async function openPrimary(directory: string, replicationTimeoutMs = 10_000) {
  const scripts = new Map<string, Script>();
  const real = createRealHost({ id: "r1", dataDirectory: directory, logLevel: "silent" });
  const host = withBackups(real, scripts);
  const store = await FileStore.open(host.disk);
  const replication = new Replication(host, store, "h", {
    replicationTimeoutMs,
    incarnation: () => 1,
  });
  /** Applies one update here, sends it, and tells its number. */
  const update = async () => {
    const sequence = store.lastSequence + 1;
    const object = written(sequence, `n${sequence}`, "x", sequence);
    await store.apply([object]);
    replication.propagate([object]);
    return sequence;
  };
  return { host, store, replication, scripts, update };
}

const lost: Script = () => Promise.reject(new Error("lost"));

test("without backups nothing is waited for, once that is known", async () => {
  using directory = temporaryDirectory();
  const { replication, update } = await openPrimary(directory.path);
  expect(replication.membersKnown).toBe(false);
  replication.updateMembers(1, [memberOf("r1")]);
  expect(replication.membersKnown).toBe(true);
  await replication.acknowledged(await update());
});

test("a backup whose word to serve is lost is told again, without a new write", async () => {
  using directory = temporaryDirectory();
  const { host, replication, scripts } = await openPrimary(directory.path);
  const { script, state } = obedient();
  let losses = 3;
  scripts.set("r2", async (request) => {
    if (request.serve && losses-- > 0) throw new Error("lost");
    return script(request);
  });
  replication.updateMembers(1, [memberOf("r2")]);
  await until(host, async () => state.serving);
  replication.stop();
});

test("a late joiner has all before it is told to serve, then it is waited for", async () => {
  using directory = temporaryDirectory();
  const { host, store, replication, scripts, update } = await openPrimary(directory.path);
  replication.updateMembers(1, [memberOf("r1")]);
  for (let count = 0; count < 5; count++) await update();
  const { script, state } = obedient();
  const appliedWhenServing: number[] = [];
  scripts.set("r2", async (request) => {
    const answer = await script(request);
    if (request.serve) appliedWhenServing.push(answer.applied);
    return answer;
  });
  replication.updateMembers(2, [memberOf("r2")]);
  await until(host, async () => state.serving);
  expect(appliedWhenServing[0]).toBe(store.lastSequence);
  const sequence = await update();
  await replication.acknowledged(sequence);
  expect(state.applied).toBe(sequence);
  replication.stop();
});

test("a silent backup makes writes indefinite, until it is off the list", async () => {
  using directory = temporaryDirectory();
  const { host, replication, scripts, update } = await openPrimary(directory.path, 50);
  const { script, state } = obedient();
  scripts.set("r2", script);
  replication.updateMembers(1, [memberOf("r2")]);
  await until(host, async () => state.serving);
  scripts.set("r2", lost);
  const sequence = await update();
  const late = replication.acknowledged(sequence);
  await expect(late).rejects.toMatchObject({ code: "DEADLINE_EXCEEDED", definite: false });
  await expect(late).rejects.toThrow("no acknowledgement from r2 within 50 ms");
  replication.updateMembers(2, []);
  // The same number again, as after a refused update or a repeated request.
  await replication.acknowledged(sequence);
  await replication.acknowledged(await update());
  replication.stop();
});

test("a restarted primary waits for each backup until that denies serving", async () => {
  using directory = temporaryDirectory();
  const { host, replication, scripts, update } = await openPrimary(directory.path);
  scripts.set("r2", lost);
  scripts.set("r3", lost);
  replication.updateMembers(7, [memberOf("r2"), memberOf("r3")]);
  let confirmed = false;
  const acknowledged = replication.acknowledged(await update()).then(() => {
    confirmed = true;
  });
  const { script, state } = obedient();
  scripts.set("r2", script);
  await until(host, async () => state.applied === 1);
  expect(confirmed).toBe(false);
  // It answers that it does not serve, and then nothing more.
  let asked = false;
  scripts.set("r3", async () => {
    if (asked) throw new Error("lost");
    asked = true;
    return { applied: 0, serving: false };
  });
  await acknowledged;
  replication.stop();
});

test("an older list of members than the newest is ignored", async () => {
  using directory = temporaryDirectory();
  const { replication, scripts, update } = await openPrimary(directory.path, 50);
  scripts.set("r2", lost);
  replication.updateMembers(2, [memberOf("r2")]);
  replication.updateMembers(1, []);
  await expect(replication.acknowledged(await update())).rejects.toThrow("from r2");
  replication.stop();
});

test("a backup that knows more than the primary is not told to serve", async () => {
  using directory = temporaryDirectory();
  const { host, replication, scripts, update } = await openPrimary(directory.path);
  await update();
  const told: boolean[] = [];
  scripts.set("r2", async ({ serve }) => {
    told.push(serve);
    return { applied: 9, serving: false };
  });
  replication.updateMembers(1, [memberOf("r2")]);
  await until(host, async () => told.length > 2);
  expect(told).not.toContain(true);
  replication.stop();
});

test("what is sent is always what follows, and nothing is sent once it is stopped", async () => {
  using directory = temporaryDirectory();
  const { host, replication, scripts, update } = await openPrimary(directory.path);
  const { script, state } = obedient();
  const batches: number[][] = [];
  let turn = 0;
  scripts.set("r2", async (request) => {
    turn += 1;
    if (turn % 3 === 0) throw new Error("lost on the way");
    expect(Number(request.previous)).toBeLessThanOrEqual(state.applied);
    batches.push(request.objects.map(({ sequence }) => Number(sequence)));
    const answer = await script(request);
    if (turn % 5 === 0) throw new Error("lost on the way back");
    return answer;
  });
  replication.updateMembers(1, [memberOf("r2")]);
  for (let count = 0; count < 10; count++) await update();
  await until(host, async () => state.applied === 10 && state.serving);
  for (const batch of batches) expect(batch.toSorted((a, b) => a - b)).toEqual(batch);
  replication.stop();
  const sent = turn;
  await update();
  await host.clock.sleep(0);
  expect(turn).toBeLessThanOrEqual(sent + 1);
});
