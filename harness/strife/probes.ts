/** What no schedule of payments shows: who is let in, what keys answer, what queues keep. */
import type { Host } from "../../nodes/host/host.ts";
import { RpcError } from "../../nodes/host/rpc-error.ts";
import { Bank, decodeReceipt, Gateway } from "../../nodes/strife/protocol.ts";
import { uuidV7 } from "../../nodes/strife/uuid-v7.ts";
import { type Check, fail, pass } from "../check/verdict.ts";
import { ProbedTown } from "./probed-town.ts";
import { readLedger } from "./read-ledger.ts";
import { passwordOf } from "./simulated-town.ts";
import type { StrifePrograms } from "./strife-programs.ts";

type Probe = (town: ProbedTown) => Promise<readonly string[]>;

const probes: ReadonlyMap<string, Probe> = new Map([
  ["who calls is what certificate and token say", identities],
  ["log-ins tell nothing and are limited", logIns],
  ["what nobody can pay is refused", badInput],
  ["one key has one answer", keys],
  ["what did not happen can be tried again", retries],
  ["a balance that can't be told is an error", balances],
  ["a prepare after an abort is refused", latePrepares],
  ["a bank forgets what is finished, and nothing else", forgetting],
  ["a queue survives its client", queues],
  ["no secret is logged", secrets],
]);

/** Each probe in a world of its own; what it found wrong is its evidence. */
export function probe(programs: StrifePrograms): Check[] {
  return [...probes].map(([name, body]) => {
    const wrong = findings(programs, body);
    return wrong.length === 0 ? pass(name, "as it must be") : fail(name, wrong.join("; "));
  });
}

/** A wrong program may also throw, or never come to an end. */
function findings(programs: StrifePrograms, body: Probe): readonly string[] {
  try {
    using town = new ProbedTown(programs);
    return town.run(() => body(town));
  } catch (error) {
    return [String(error)];
  }
}

/** What was expected and did not come, as sentences. */
class Expectations {
  readonly wrong: string[] = [];

  equal(what: string, found: unknown, expected: unknown): void {
    if (found !== expected) this.wrong.push(`${what}: ${found} instead of ${expected}`);
  }

  async code(what: string, call: Promise<unknown>, expected: string): Promise<void> {
    this.equal(what, await codeOf(call), expected);
  }
}

async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "OK";
  } catch (error) {
    return error instanceof RpcError ? error.code : String(error);
  }
}

const order = (host: Host, change: object = {}) => ({
  key: uuidV7(host),
  payer: "north/c1",
  payee: "south/c2",
  amount: 10,
  ...change,
});

async function identities(town: ProbedTown): Promise<readonly string[]> {
  const { wrong, ...expected } = expectations();
  const { host, gateway, session } = await town.logIn("c1");
  const own = { account: "north/c1" };
  await expected.code("one's own balance", gateway.getBalance(own, session), "OK");
  await expected.code("no token", gateway.getBalance(own), "UNAUTHENTICATED");
  const forged = { metadata: { authorization: `Bearer ${"0".repeat(64)}` } };
  await expected.code("a forged token", gateway.getBalance(own, forged), "UNAUTHENTICATED");
  const thief = town.client("c2").connect(Gateway, town.gateway);
  await expected.code("a stolen token", thief.getBalance(own, session), "UNAUTHENTICATED");
  const other = { account: "south/c2" };
  await expected.code("another's", gateway.getBalance(other, session), "PERMISSION_DENIED");
  const stolen = order(host, { payer: "south/c2", payee: "north/c1" });
  await expected.code("another's money", gateway.pay(stolen, session), "PERMISSION_DENIED");
  const account = { account: "north/9", owner: "c1", balance: 9 };
  await expected.code("to open", gateway.addAccount(account, session), "PERMISSION_DENIED");
  const bank = host.connect(Bank, town.bank("north"));
  await expected.code("a client at a bank", Array.fromAsync(bank.audit({})), "PERMISSION_DENIED");
  await host.clock.sleep(61_000);
  await expected.code("an old session", gateway.getBalance(own, session), "UNAUTHENTICATED");
  const again = await town.logIn("c1");
  await gateway.logOut({}, again.session);
  await expected.code("logged out", gateway.getBalance(own, again.session), "UNAUTHENTICATED");
  return wrong;
}

function expectations() {
  const all = new Expectations();
  return { wrong: all.wrong, code: all.code.bind(all), equal: all.equal.bind(all) };
}

async function logIns(town: ProbedTown): Promise<readonly string[]> {
  const { wrong, ...expected } = expectations();
  const messages = new Set<string>();
  const gateway = town.client("c1").connect(Gateway, town.gateway);
  const attempts = [
    ["c1", "wrong"],
    ["c2", passwordOf("c2")],
    ["nobody", "wrong"],
  ];
  for (const [user = "", password = ""] of attempts) {
    await gateway.logIn({ user, password }).catch((error) => messages.add(String(error)));
  }
  expected.equal("different answers", messages.size, 1);
  for (let attempt = 0; attempt < 5; attempt++) {
    await codeOf(gateway.logIn({ user: "c1", password: "guess" }));
  }
  const right = gateway.logIn({ user: "c1", password: passwordOf("c1") });
  await expected.code("after many guesses", right, "RESOURCE_EXHAUSTED");
  return wrong;
}

async function badInput(town: ProbedTown): Promise<readonly string[]> {
  const { wrong, ...expected } = expectations();
  const { host, gateway, session } = await town.logIn("c1");
  const bad = [
    { amount: 0 },
    { amount: -10 },
    { amount: "9223372036854775807" },
    { payee: "north/c1" },
    { payee: "x" },
    { key: "" },
  ];
  for (const change of bad) {
    const call = gateway.pay(order(host, change), session);
    await expected.code(JSON.stringify(change), call, "INVALID_ARGUMENT");
  }
  return wrong;
}

async function keys(town: ProbedTown): Promise<readonly string[]> {
  const { wrong, ...expected } = expectations();
  const { host, gateway, session } = await town.logIn("c1");
  for (const [amount, outcome] of [
    [10, "PAID"],
    [1_000, "REFUSED"],
  ] as const) {
    const asked = order(host, { amount });
    const first = await gateway.pay(asked, session);
    expected.equal("the outcome", decodeReceipt(first.receipt).outcome, outcome);
    expected.equal("the first answer's mark", first.replayed, false);
    const second = await gateway.pay(asked, session);
    expected.equal("the second answer's mark", second.replayed, true);
    expected.equal("the same bytes", second.receipt.equals(first.receipt), true);
    const changed = gateway.pay({ ...asked, amount: 11 }, session);
    await expected.code("other parameters", changed, "ALREADY_EXISTS");
    await town.restart("gateway");
    const third = await gateway.pay(asked, session);
    expected.equal("the same bytes later", third.receipt.equals(first.receipt), true);
  }
  return wrong;
}

async function retries(town: ProbedTown): Promise<readonly string[]> {
  const { wrong, ...expected } = expectations();
  const { host, gateway, session } = await town.logIn("c1");
  const asked = order(host);
  const restarted = town.restart("south", 5_000);
  await expected.code("while a bank is away", gateway.pay(asked, session), "ABORTED");
  await restarted;
  const { receipt } = await gateway.pay(asked, session);
  expected.equal("once it is back", decodeReceipt(receipt).outcome, "PAID");
  return wrong;
}

async function balances(town: ProbedTown): Promise<readonly string[]> {
  const { wrong, ...expected } = expectations();
  const { gateway, session } = await town.logIn("c1");
  const restarted = town.restart("north", 5_000);
  const found = await codeOf(gateway.getBalance({ account: "north/c1" }, session));
  expected.equal("a balance of a bank that is away", found === "OK", false);
  await restarted;
  return wrong;
}

async function latePrepares(town: ProbedTown): Promise<readonly string[]> {
  const { wrong, ...expected } = expectations();
  const host = town.client("harness");
  const bank = host.connect(Bank, town.bank("north"));
  const transaction = uuidV7(host);
  await bank.abort({ transaction });
  const prepare = {
    transaction,
    debit: "c1",
    credit: "",
    amount: 10,
    coordinators: [town.gateway],
  };
  expected.equal("the vote", (await bank.prepare(prepare)).vote, "NO");
  return wrong;
}

async function forgetting(town: ProbedTown): Promise<readonly string[]> {
  const { wrong, ...expected } = expectations();
  const { host, gateway, session } = await town.logIn("c1");
  const { receipt } = await gateway.pay(order(host), session);
  const harness = town.client("harness");
  const bank = harness.connect(Bank, town.bank("north"));
  const part = { debit: "c1", credit: "", amount: 10, coordinators: ["nowhere:1"] };
  const open = uuidV7(harness);
  await bank.prepare({ ...part, transaction: open });
  town.turnClock("north", 3 * 24 * 60 * 60 * 1000);
  // Banks look for what they need not remember every ten minutes.
  await host.clock.sleep(11 * 60 * 1000);
  const { accounts, transfers } = await readLedger("north", bank.audit({}));
  const listed = transfers.map(({ transaction, phase }) => `${transaction} ${phase}`).join();
  expected.equal("what is remembered", listed, `${open} prepared`);
  const { balance, held } = accounts.find(({ account }) => account === "c1") ?? {};
  expected.equal("the account", `${balance} and ${held} held`, "90 and 10 held");
  const { transaction } = decodeReceipt(receipt);
  expected.equal("a late prepare", (await bank.prepare({ ...part, transaction })).vote, "NO");
  return wrong;
}

async function queues(town: ProbedTown): Promise<readonly string[]> {
  const { wrong, ...expected } = expectations();
  const restarted = town.restart("gateway", 5_000);
  const payer = await town.payer("c1");
  const made: string[] = [];
  for (const amount of ["10", "20", "30"]) {
    const { key, state } = await payer.pay("north/c1", "south/c2", amount);
    expected.equal("offline", state, "waiting");
    made.push(key);
  }
  await restarted;
  await town.restart("c1");
  const again = await town.payer("c1");
  const kept = again.waiting.map(({ key }) => key).join();
  expected.equal("what waits", kept, made.join());
  await again.logIn("c1", passwordOf("c1"));
  expected.equal("all was sent", await again.sendAll(), true);
  const { payments } = await again.gateway.listPayments({ limit: 10 }, again.options);
  // Transactions are named by their time.
  const sent = payments.toSorted((one, other) => (one.transaction < other.transaction ? -1 : 1));
  expected.equal("the order", sent.map(({ key }) => key).join(), made.join());
  return wrong;
}

async function secrets(town: ProbedTown): Promise<readonly string[]> {
  const { wrong, ...expected } = expectations();
  const { host, gateway, session } = await town.logIn("c1");
  await gateway.pay(order(host), session);
  const logged = town.logged();
  const token = session.metadata.authorization.slice("Bearer ".length);
  for (const secret of [passwordOf("c1"), token]) {
    expected.equal("a secret in the log", logged.includes(secret), false);
  }
  expected.equal("a payment in the log", logged.includes("outcome"), true);
  return wrong;
}
