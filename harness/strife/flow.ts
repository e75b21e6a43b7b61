/** Strife on real processes: pay, refuse, break, crash, and judge what ledgers and users hold. */
import { join } from "node:path";
import { type Flag, flag } from "../../nodes/host/flags.ts";
import type { Payer } from "../../nodes/strife/payer.ts";
import { decodeReceipt } from "../../nodes/strife/protocol.ts";
import { uuidV7 } from "../../nodes/strife/uuid-v7.ts";
import { type BankLedger, judgePayments } from "../check/payments.ts";
import { fail, pass } from "../check/verdict.ts";
import type { RunContext } from "../kit/run-context.ts";
import { until } from "../kit/until.ts";
import { runCrashCells } from "./crash-cells.ts";
import { paymentTrail } from "./payment-trail.ts";
import { clientNames, RealTown } from "./real-town.ts";
import { tryRefusals } from "./refusals.ts";
import { serveByHand } from "./serve-by-hand.ts";
import { dieInTheMiddle, goOffline, loseReply, standStill } from "./troubles.ts";
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
    const looks = [await town.ledgers()];
    await makeTrouble(context, town, payers);
    await until(async () => isAtRest(await town.ledgers()), 5_000);
    const ledgers = await town.ledgers();
    showBalances(context, before, ledgers);
    const evidence = {
      ledgers,
      earlier: [before, ...looks],
      answers: town.answers,
      payments: await town.payments(),
      faultless: false,
    };
    context.check(...judgePayments(evidence));
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
    const password = `${name}-secret`;
    if (accounts !== undefined) await payer.gateway.register({ password, accounts });
    await payer.logIn(name, password);
    payers.set(name, payer);
  }
  return payers;
}

function payerOf(payers: ReadonlyMap<string, Payer>, name: string): Payer {
  const payer = payers.get(name);
  if (payer === undefined) throw new Error(`there is no client ${name}`);
  return payer;
}

/** Every client pays; the first payment's votes and way through the processes are shown. */
async function payEach(context: Context, town: RealTown, payers: ReadonlyMap<string, Payer>) {
  context.progress("clients pay");
  const rows: string[][] = [];
  for (const [name, payer, payee, amount] of orders) {
    const { state } = await payerOf(payers, name).pay(payer, payee, amount);
    rows.push([name, payer, payee, amount, state]);
  }
  context.table("Payments", { head: ["user", "payer", "payee", "amount", "outcome"], rows });
  const unpaid = rows.filter((row) => row.at(-1) !== "paid");
  const name = "every payment that is covered goes through";
  context.check((unpaid.length === 0 ? pass : fail)(name, `${rows.length - unpaid.length} paid`));
  await until(async () => isAtRest(await town.ledgers()), 5_000);
  const first = (await town.payments()).find((payment) => payment.user === "alice");
  if (first !== undefined) await showPayment(context, town, first.transaction);
}

async function showPayment(context: Context, town: RealTown, transaction: string): Promise<void> {
  const votes = (await town.ledgers()).flatMap(({ bank, transfers }) =>
    transfers
      .filter((each) => each.transaction === transaction)
      .map(({ debit, credit, votedYes, phase }) => {
        const part = [debit && `debit ${debit}`, credit && `credit ${credit}`];
        return [
          bank,
          part.filter((each) => each !== "").join(", "),
          votedYes ? "YES" : "NO",
          phase,
        ];
      }),
  );
  context.table(`What each voter said of ${transaction}`, {
    head: ["bank", "part", "vote", "decision"],
    rows: votes,
  });
  const trail = await paymentTrail(join(context.folder.path, "logs"), transaction);
  context.table("Its way through the processes", {
    head: ["time", "node", "what"],
    rows: trail.map(({ time, node, text }) => [time.slice(11, 23), node, text]),
  });
  const nodes = new Set(trail.map(({ node }) => node));
  const name = "a payment's way can be read from the logs";
  context.check(
    (nodes.size >= 3 ? pass : fail)(name, `${trail.length} lines of ${nodes.size} nodes`),
  );
}

async function makeTrouble(context: Context, town: RealTown, payers: Map<string, Payer>) {
  const alice = payerOf(payers, "alice");
  context.progress("what must be refused");
  const refusals = await tryRefusals(alice, () => uuidV7(context.host));
  context.table("Refusals", { head: ["what", "expected", "answered"], rows: refusals.rows });
  context.check(refusals.check);
  context.progress("the same key twice");
  context.check(await sameKey(alice, uuidV7(context.host)));
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

/** Twice at once, and once more after the gateway was killed: the same bytes each time. */
async function sameKey(alice: Payer, key: string) {
  const name = "one key gets one answer, to the byte";
  const order = { key, payer: "north/1001", payee: "west/3002", amount: 3 };
  const [one, other] = await Promise.all([
    alice.gateway.pay(order, alice.options),
    alice.gateway.pay(order, alice.options),
  ]);
  const isSame = one.receipt.equals(other.receipt) && one.replayed !== other.replayed;
  const { outcome } = decodeReceipt(one.receipt);
  return (isSame ? pass : fail)(name, `${outcome}, replayed: ${one.replayed}, ${other.replayed}`);
}

function isAtRest(ledgers: readonly BankLedger[]): boolean {
  return ledgers.every(({ transfers }) => transfers.every(({ phase }) => phase !== "prepared"));
}

function showBalances(
  context: Context,
  before: readonly BankLedger[],
  after: readonly BankLedger[],
): void {
  const rows = before.flatMap(({ bank, accounts }) =>
    accounts.map(({ account, balance }) => {
      const now = after
        .find((ledger) => ledger.bank === bank)
        ?.accounts.find((each) => each.account === account);
      return [`${bank}/${account}`, `${balance}`, `${now?.balance ?? "?"}`];
    }),
  );
  context.table("Balances", { head: ["account", "before", "after"], rows });
}

async function crash(context: Context): Promise<void> {
  const folder = join(context.folder.path, "data", "cells");
  const { seed, cells: atMost } = context.options;
  const { rows, checks } = await runCrashCells(folder, seed, atMost, (text) =>
    context.progress(text),
  );
  context.table("Crash cells", { head: ["node", "killed at", "struck", "payment"], rows });
  context.check(...checks);
}
