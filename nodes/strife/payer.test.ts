import { afterAll, beforeAll, expect, test } from "bun:test";
import { Glob } from "bun";
import { ensureCertificates } from "../../harness/kit/certificates.ts";
import { failureOf, until } from "../host/test-support.ts";
import type { Payer } from "./payer.ts";
import { Town } from "./testing/town.ts";

let town: Town;
beforeAll(async () => {
  town = await Town.open(ensureCertificates);
});
afterAll(async () => {
  await town[Symbol.asyncDispose]();
});

const amountsPaid = async (payer: Payer) => {
  const { payments } = await payer.gateway.listPayments({ limit: 100 }, payer.options);
  return payments.map(({ amount }) => Number(amount));
};

test("payments of a client that is offline wait, survive a restart, and keep order", async () => {
  const first = await town.loggedIn("alice");
  await town.stop("gateway");
  const keys: string[] = [];
  for (const amount of ["11", "12", "5000000", "13"]) {
    const queued = await first.pay("north/1", "south/2", amount);
    expect(queued.state).toBe("waiting");
    keys.push(queued.key);
  }
  first.close();
  const alice = await town.payer("alice");
  expect(alice.waiting.map(({ key }) => key)).toEqual(keys);
  town.settled.length = 0;
  void alice.keepSending();
  await town.startGateway();
  await until(() => town.settled.length === 4);
  expect(town.settled.map(({ key, state }) => [key, state])).toEqual([
    [keys[0] ?? "", "paid"],
    [keys[1] ?? "", "paid"],
    [keys[2] ?? "", "refused"],
    [keys[3] ?? "", "paid"],
  ]);
  expect(alice.waiting).toEqual([]);
  expect(await amountsPaid(alice)).toEqual([13, 5_000_000, 12, 11]);
  alice.close();
});

test("a client notices that the gateway is back without waiting for its next probe", async () => {
  const first = await town.loggedIn("alice");
  first.close();
  const alice = await town.payer("alice", { probeMs: 600_000 });
  await town.stop("gateway");
  const queued = await alice.pay("north/1", "south/2", "14");
  expect(queued.state).toBe("waiting");
  void alice.keepSending();
  await town.startGateway();
  const told = () => town.settled.find(({ key }) => key === queued.key);
  await until(() => told() !== undefined);
  expect(told()?.state).toBe("paid");
  alice.close();
});

test("each end of a payment is told once, also after a restart of the client", async () => {
  const alice = await town.loggedIn("alice");
  town.settled.length = 0;
  await alice.pay("north/1", "south/2", "1");
  alice.close();
  const again = await town.payer("alice");
  expect(await again.sendAll()).toBe(true);
  expect(town.settled.length).toBe(1);
  again.close();
});

test("an ended session loses no payment: it is sent after the next log-in", async () => {
  const alice = await town.loggedIn("alice");
  const { options } = alice;
  await alice.gateway.logOut({}, options);
  const queued = await alice.pay("north/1", "south/2", "21");
  expect([queued.state, alice.needsLogIn]).toEqual(["waiting", true]);
  await alice.logIn("alice", "alice-secret");
  expect(await alice.sendAll()).toBe(true);
  expect((await amountsPaid(alice))[0]).toBe(21);
  alice.close();
});

test("what can never be paid is not queued", async () => {
  const alice = await town.loggedIn("alice");
  for (const amount of ["0", "-1", "1.5", "ten", "9223372036854775808"]) {
    const error = await failureOf(alice.pay("north/1", "south/2", amount));
    expect(error.code).toBe("INVALID_ARGUMENT");
  }
  expect(alice.waiting).toEqual([]);
  alice.close();
});

test("the client's files hold no password", async () => {
  const folder = `${town.folder}/data/alice`;
  for await (const file of new Glob("**/*").scan({ cwd: folder })) {
    expect(await Bun.file(`${folder}/${file}`).text()).not.toContain("alice-secret");
  }
});
