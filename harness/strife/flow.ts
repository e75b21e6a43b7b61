/** Strife on real processes: pay, refuse, break, crash, and judge what ledgers and users hold. */
import { join } from "node:path";
import { type Flag, flag } from "../../nodes/host/flags.ts";
import { seededRandom } from "../../nodes/host/random.ts";
import type { Payer } from "../../nodes/strife/payer.ts";
import { uuidV7 } from "../../nodes/strife/uuid-v7.ts";
import { isAtRest, judgePayments, transactionsSince } from "../check/payments.ts";
import { type Check, fail, pass } from "../check/verdict.ts";
import type { RunContext } from "../kit/run-context.ts";
import { until } from "../kit/until.ts";
import { runCrashCells } from "./crash-cells.ts";
import { equalPayments } from "./equal-payments.ts";
import { findSecrets } from "./log-secrets.ts";
import { loggedCalls } from "./logged-calls.ts";
import { showBalances, showPayment } from "./payment-tables.ts";
import { clientNames, passwordOf, RealTown } from "./real-town.ts";
import { tryRefusals } from "./refusals.ts";
import { renewCertificates } from "./renewals.ts";
import { serveByHand } from "./serve-by-hand.ts";
import { bankDoor, gatewayDoor, tryStrangers } from "./strangers.ts";
import {
  dieInTheMiddle,
  goOffline,
  loseReply,
  sameKey,
  sendNonsense,
  standStill,
} from "./troubles.ts";
import { twoGatewaysFlow } from "./two-gateways.ts";

const cells: Flag<number> = flag.integer("cells of the crash matrix to run, spread over all", {
  min: 0,
  max: 1_000,
  fallback: 4,
});

export const strifeFlags = {
  cells,
  store: flag.choice(
    "where payments are kept; postgres: two gateways share a server of its own",
    ["sqlite", "postgres"],
    "sqlite",
  ),
  strangerTries: flag.integer("times that each kind of stranger tries each door", {
    min: 1,
    max: 10_000,
    fallback: 200,
  }),
  fuzz: flag.integer("random messages to send to the gateway", {
    min: 0,
    max: 1_000_000,
    fallback: 500,
  }),
  serve: flag.switch("keep the banks and the gateway up, to try payments by hand"),
};

type Context = RunContext<typeof strifeFlags>;

/** What the set-up file gives each client that has to register. */
const registering = new Map([
  ["erin", ["west/3002"]],
  ["frank", ["north/1003"]],
]);

const orders = [
  ["alice", "north/1001", "south/2002", "250"],
  ["bob", "south/2002", "west/3002", "100"],
  ["erin", "west/3002", "north/1003", "1200"],
  ["frank", "north/1003", "north/1001", "30"],
  ["alice", "south/2001", "south/2002", "7"],
] as const;

export async function strifeFlow(context: Context): Promise<void> {
  const { cluster, folder, options } = context;
  if (options.store === "postgres") return await twoGatewaysFlow(context);
  context.progress("starting three banks and a gateway");
  const town = await RealTown.start({ cluster, folder: folder.path });
  try {
    if (options.serve) return await serveByHand(context, town);
    const payers = await open(context, town);
    const before = await town.ledgers();
    await payEach(context, town, payers);
    const calm = await town.ledgers();
    await makeTrouble(context, town, payers);
    await until(async () => isAtRest(await town.ledgers()), 5_000);
    const repaired = await town.ledgers();
    context.progress("clients pay once more, now that all is repaired");
    await payOrders(payers);
    await until(async () => isAtRest(await town.ledgers()), 5_000);
    const ledgers = await town.ledgers();
    showBalances(context, before, ledgers);
    const evidence = {
      ledgers,
      earlier: [before, calm, repaired],
      answers: town.answers,
      payments: await town.payments(),
      faultless: transactionsSince(before, calm).union(transactionsSince(repaired, ledgers)),
    };
    context.check(...judgePayments(evidence));
    const logs = join(context.folder.path, "logs");
    context.check(await searchLogs(context, town, payers), await loggedCalls(logs));
    for (const payer of payers.values()) payer.close();
  } finally {
    town.close();
  }
  if (options.cells > 0) await crash(context);
}

async function open(context: Context, town: RealTown): Promise<Map<string, Payer>> {
  context.progress("clients register and log in");
  const payers = new Map<string, Payer>();
  for (const name of clientNames) {
    const payer = await town.payer(name);
    const accounts = registering.get(name);
    const password = passwordOf(name);
    if (accounts !== undefined) await payer.gateway.register({ password, accounts });
    await town.logIn(payer, name);
    payers.set(name, payer);
  }
  context.check(await registered(town, payers));
  return payers;
}

/** What each sees must be what the bank's books say. */
async function registered(town: RealTown, payers: ReadonlyMap<string, Payer>): Promise<Check> {
  const name = "clients register, and see what their accounts at the banks hold";
  const books = new Map<string, bigint>();
  for (const { bank, accounts } of await town.ledgers()) {
    for (const { account, balance } of accounts) books.set(`${bank}/${account}`, balance);
  }
  const seen: string[] = [];
  for (const [user, accounts] of registering) {
    const { gateway, options } = payerOf(payers, user);
    for (const account of accounts) {
      const { balance } = await gateway.getBalance({ account }, options);
      if (BigInt(balance) !== books.get(account)) {
        return fail(name, `${user} sees ${balance} in ${account}, it has ${books.get(account)}`);
      }
      seen.push(`${user}: ${account}`);
    }
  }
  return pass(name, seen.join(", "));
}

function payerOf(payers: ReadonlyMap<string, Payer>, name: string): Payer {
  const payer = payers.get(name);
  if (payer === undefined) throw new Error(`there is no client ${name}`);
  return payer;
}

/** Every client pays; the first payment's votes and way through the processes are shown. */
async function payEach(context: Context, town: RealTown, payers: ReadonlyMap<string, Payer>) {
  context.progress("clients pay");
  const rows = await payOrders(payers);
  context.table("Payments", { head: ["user", "payer", "payee", "amount", "outcome"], rows });
  const unpaid = rows.filter((row) => row.at(-1) !== "paid");
  const name = "every payment that is covered goes through";
  context.check((unpaid.length === 0 ? pass : fail)(name, `${rows.length - unpaid.length} paid`));
  await until(async () => isAtRest(await town.ledgers()), 5_000);
  const first = (await town.payments()).find((payment) => payment.user === "alice");
  if (first !== undefined) await showPayment(context, town, first.transaction);
}

async function payOrders(payers: ReadonlyMap<string, Payer>): Promise<string[][]> {
  const rows: string[][] = [];
  for (const [name, payer, payee, amount] of orders) {
    const { state } = await payerOf(payers, name).pay(payer, payee, amount);
    rows.push([name, payer, payee, amount, state]);
  }
  return rows;
}

async function searchLogs(
  context: Context,
  town: RealTown,
  payers: ReadonlyMap<string, Payer>,
): Promise<Check> {
  const secrets = [...payers].flatMap(([name, payer]) => [
    [`the password of ${name}`, passwordOf(name)] as const,
    [`the token of ${name}`, payer.options.metadata.authorization.replace("Bearer ", "")] as const,
  ]);
  const logs = join(context.folder.path, "logs");
  return await findSecrets(logs, town.certificates, new Map(secrets));
}

async function makeTrouble(context: Context, town: RealTown, payers: Map<string, Payer>) {
  const alice = payerOf(payers, "alice");
  context.progress("what must be refused");
  const refusals = await tryRefusals(alice, () => uuidV7(context.host));
  context.table("Refusals", { head: ["what", "expected", "answered"], rows: refusals.rows });
  context.check(refusals.check);
  context.progress("strangers at the doors");
  const doors = [
    gatewayDoor(town.gateway.address, "north", "alice"),
    bankDoor(town.node("north").address, "gateway", "alice"),
  ];
  const scratch = join(context.folder.path, "data", "strangers");
  const strangers = await tryStrangers(
    doors,
    town.certificates,
    scratch,
    context.options.strangerTries,
  );
  context.table("Strangers", { head: ["at", "with", "tries", "answered"], rows: strangers.rows });
  context.check(strangers.check);
  context.progress("random messages");
  const random = seededRandom(context.options.seed, "fuzz");
  context.check(await sendNonsense(town, alice, random, context.options.fuzz));
  context.progress("the same key twice");
  context.check(await sameKey(town, alice, uuidV7(context.host)));
  context.check(await equalPayments(alice, () => uuidV7(context.host)));
  context.progress("certificates are renewed");
  const newcomer = async () => {
    const payer = await town.payer("alice", {}, "newcomer");
    await town.logIn(payer, "alice");
    return payer;
  };
  context.check(await renewCertificates(town, alice, newcomer));
  context.progress("a reply is lost");
  context.check(await loseReply(town, alice));
  context.progress("a client is offline");
  const { payer: bob, check } = await goOffline(town, "bob", payerOf(payers, "bob"));
  payers.set("bob", bob);
  context.check(check);
  context.progress("a bank stands still");
  context.check(await standStill(town, alice));
  context.progress("a bank is killed");
  context.check(await dieInTheMiddle(town, alice));
}

async function crash(context: Context): Promise<void> {
  const folder = join(context.folder.path, "data", "cells");
  const { seed, nodes, cells: atMost } = context.options;
  const { rows, checks } = await runCrashCells(folder, seed, nodes, atMost, (text) =>
    context.progress(text),
  );
  context.table("Crash cells", { head: ["payment", "node", "killed at", "struck", "told"], rows });
  context.check(...checks);
}
