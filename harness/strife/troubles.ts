/** What goes wrong on purpose: a lost reply, a client that is offline, banks that stand or die. */

import type { Random } from "../../nodes/host/host.ts";
import type { Payer } from "../../nodes/strife/payer.ts";
import { decodeReceipt } from "../../nodes/strife/protocol.ts";
import type { PayResponse__Output } from "../../proto/types/proctor/strife/v1/PayResponse.ts";
import { isAtRest } from "../check/payments.ts";
import { type Check, fail, pass, undecided } from "../check/verdict.ts";
import { certificateFiles } from "../kit/certificates.ts";
import { until } from "../kit/until.ts";
import { faultsAmong, fuzzGateway } from "./fuzz.ts";
import type { RealTown } from "./real-town.ts";

/** Twice at once, and once more after the gateway was killed: the same bytes each time. */
export async function sameKey(town: RealTown, alice: Payer, key: string): Promise<Check> {
  const name = "one key gets one answer, to the byte, also of a gateway that was killed";
  const order = { key, payer: "north/1001", payee: "west/3002", amount: 3 };
  const [one, other] = await Promise.all([
    alice.gateway.pay(order, alice.options),
    alice.gateway.pay(order, alice.options),
  ]);
  await town.gateway.kill();
  await town.gateway.restart({ samePort: true });
  let later: PayResponse__Output | undefined;
  await until(async () => {
    later = await alice.gateway.pay(order, alice.options).catch(() => undefined);
    return later !== undefined;
  }, 10_000);
  if (later === undefined) return fail(name, "it was never answered again");
  const isSame = [other, later].every(({ receipt }) => receipt.equals(one.receipt));
  const marks = [one, other, later].map(({ replayed }) => replayed);
  const isMarked = one.replayed !== other.replayed && later.replayed;
  const { outcome } = decodeReceipt(one.receipt);
  return (isSame && isMarked ? pass : fail)(name, `${outcome}, replayed: ${marks.join(", ")}`);
}

/** Messages that nobody would send: the accounts stay as they are, and the gateway answers on. */
export async function sendNonsense(
  town: RealTown,
  alice: Payer,
  random: Random,
  count: number,
): Promise<Check> {
  const name = "random messages move no money and stop nobody";
  const accounts = async () => (await town.ledgers()).map((ledger) => ledger.accounts);
  const before = await accounts();
  const target = {
    address: town.gateway.address,
    certificate: await certificateFiles(town.certificates, "alice"),
    token: alice.options.metadata.authorization.replace("Bearer ", ""),
    own: "north/1001",
    other: "south/2002",
  };
  const answers = await fuzzGateway(target, random, count);
  const shown = [...answers].sort().map(([answer, times]) => `${times} ${answer}`);
  const [fault] = faultsAmong(answers);
  if (fault !== undefined) return fail(name, `${fault} among ${shown.join(", ")}`);
  // Refused payments set free what they held.
  await until(async () => isAtRest(await town.ledgers()), 5_000);
  if (!Bun.deepEquals(await accounts(), before)) return fail(name, "the accounts have changed");
  const { state } = await alice.pay("north/1001", "south/2002", "1");
  return (state === "paid" ? pass : fail)(name, shown.join(", "));
}

/** The reply to a payment is lost; sent again with its key, it is answered and not made again. */
export async function loseReply(town: RealTown, alice: Payer): Promise<Check> {
  const name = "a payment whose reply was lost is made once";
  const before = await held(town, "north/1001");
  town.wire.loseReplies();
  const { state } = await alice.pay("north/1001", "south/2002", "40");
  town.wire.mend();
  if (state !== "waiting") return undecided(name, `the reply was not lost: ${state}`);
  if (!(await sendUntilDone(alice))) return fail(name, "it was never answered");
  const paid = before - (await held(town, "north/1001"));
  return paid === 40n ? pass(name, "40 of 40") : fail(name, `${paid} instead of 40`);
}

/** A client is offline, is closed and opened, and comes back. */
export async function goOffline(
  town: RealTown,
  name: string,
  opened: Payer,
): Promise<{ readonly payer: Payer; readonly check: Check }> {
  const checkName = "payments of a client that was offline are sent by themselves, in order";
  town.wire.cut();
  const keys: string[] = [];
  for (const amount of ["1", "2", "999999", "3"]) {
    const { key, state } = await opened.pay("south/2002", "north/1003", amount);
    if (state === "waiting") keys.push(key);
  }
  opened.close();
  const payer = await town.payer(name);
  const kept = payer.waiting.map(({ key }) => key);
  const told = town.settled.length;
  town.wire.mend();
  void payer.keepSending();
  const isDone = () => payer.waiting.length === 0 && town.settled.length >= told + keys.length;
  await until(isDone, 10_000);
  const settled = town.settled.slice(told);
  const found = settled.map(({ key, state }) => `${keys.indexOf(key) + 1} ${state}`).join(", ");
  const isRight =
    keys.length === 4 &&
    kept.join() === keys.join() &&
    found === "1 paid, 2 paid, 3 refused, 4 paid";
  return { payer, check: (isRight ? pass : fail)(checkName, found) };
}

/** A bank stands still past the time-out: nothing is paid, and it goes through once it is back. */
export async function standStill(town: RealTown, alice: Payer): Promise<Check> {
  const name = "a time-out before the decision pays nothing, and the same key pays later";
  const bank = town.node("south");
  const before = await held(town, "north/1001");
  bank.pause();
  const { state } = await alice.pay("north/1001", "south/2002", "50");
  bank.resume();
  if (state !== "waiting") return undecided(name, `it did not time out: ${state}`);
  if (!(await sendUntilDone(alice))) return fail(name, "it never went through");
  const paid = before - (await held(town, "north/1001"));
  return paid === 50n ? pass(name, "nothing, then 50") : fail(name, `${paid} instead of 50`);
}

/** A bank is killed while payments run, and comes back with what it had promised. */
export async function dieInTheMiddle(town: RealTown, alice: Payer): Promise<Check> {
  const name = "a bank that is killed comes back with its state";
  const bank = town.node("north");
  const paying = Array.from({ length: 8 }, () => alice.pay("north/1001", "south/2002", "1"));
  await Promise.race(paying);
  await bank.kill();
  const states = (await Promise.all(paying)).map(({ state }) => state);
  await bank.restart({ samePort: true });
  if (!(await sendUntilDone(alice))) return fail(name, "payments never went through");
  const waited = states.filter((state) => state === "waiting").length;
  return pass(name, `${waited} of 8 payments waited for it`);
}

/** What an account has, without what is on its way out of it. */
async function held(town: RealTown, name: string): Promise<bigint> {
  for (const { bank, accounts } of await town.ledgers()) {
    for (const { account, balance, held } of accounts) {
      if (`${bank}/${account}` === name) return balance - held;
    }
  }
  throw new Error(`there is no account ${name}`);
}

async function sendUntilDone(payer: Payer): Promise<boolean> {
  return await until(() => payer.sendAll(), 10_000);
}
