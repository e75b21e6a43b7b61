/**
 * Two gateways on one PostgreSQL store behind one client: the same key at both at once, a gateway
 * that stands still while the other takes over, and a gateway that is killed at the steps of a
 * payment while its client goes on at the other.
 */
import { join } from "node:path";
import type { Payer } from "../../nodes/strife/payer.ts";
import { decodeReceipt, Gateway } from "../../nodes/strife/protocol.ts";
import { uuidV7 } from "../../nodes/strife/uuid-v7.ts";
import { isAtRest, judgePayments } from "../check/payments.ts";
import { type Check, fail, pass, undecided } from "../check/verdict.ts";
import { Cluster } from "../kit/cluster.ts";
import { hasPostgres, PostgresServer, postgresVersion } from "../kit/postgres.ts";
import type { RunContext } from "../kit/run-context.ts";
import { until } from "../kit/until.ts";
import { type Cell, spread, stepsOf } from "./crash-cells.ts";
import type { strifeFlags } from "./flow.ts";
import { RealTown } from "./real-town.ts";

type Context = RunContext<typeof strifeFlags>;

/** Keys that are sent to both gateways at once. */
const raced = 20;
const order = { payer: "north/1001", payee: "south/2002", amount: 1 };
/** A lease, and the time until somebody looks, several times over. */
const takeOverMs = 20_000;
const restMs = 10_000;

export async function twoGatewaysFlow(context: Context): Promise<void> {
  if (!hasPostgres) {
    const what = "PostgreSQL's server is not installed (Debian: postgresql)";
    context.check(undecided("two gateways share one store", what));
    return;
  }
  const { folder } = context;
  context.progress(`starting ${await postgresVersion()}, three banks and two gateways`);
  await using server = await PostgresServer.start(join(folder.path, "logs", "postgres.log"));
  // Of its own: that a node kills itself here is no fault.
  await using cluster = new Cluster(folder.path, { seed: context.options.seed });
  const options = { cluster, folder: folder.path, crashing: true, store: server.url() };
  const town = await RealTown.start(options);
  try {
    const alice = await town.payer("alice", { attemptTimeoutMs: 1_000, probeMs: 100 });
    await alice.logIn("alice", "alice-secret");
    const before = await town.ledgers();
    const at = gatewaysOf(town, alice);
    context.progress("one key at both gateways at once");
    context.check(await raceKeys(at, context));
    context.progress("a gateway stands still");
    context.check(await standStill(town, at, uuidV7(context.host)));
    const looks = [before, await town.ledgers()];
    if (context.options.cells > 0) await killAtSteps(context, town, alice);
    await until(async () => isAtRest(await town.ledgers()), restMs);
    const evidence = {
      ledgers: await town.ledgers(),
      earlier: looks,
      answers: town.answers,
      payments: await town.payments(),
      faultless: false,
    };
    context.check(...judgePayments(evidence));
    alice.close();
  } finally {
    town.close();
  }
}

type Pay = (key: string) => Promise<{ readonly receipt: Buffer; readonly replayed: boolean }>;

/** One user's payment under a key, at each gateway. */
interface BothGateways {
  readonly first: Pay;
  readonly second: Pay;
}

function gatewaysOf(town: RealTown, alice: Payer): BothGateways {
  const host = town.host("alice-at-both", "alice");
  const at = (address: string): Pay => {
    const gateway = host.connect(Gateway, address);
    return (key) => gateway.pay({ ...order, key }, { ...alice.options, timeoutMs: 5_000 });
  };
  return { first: at(town.gateway.address), second: at(town.otherGateway.address) };
}

async function raceKeys({ first, second }: BothGateways, { host }: Context): Promise<Check> {
  const name = "one key at both gateways at once is paid once, with one answer";
  const keys = Array.from({ length: raced }, () => uuidV7(host));
  const race = async (key: string) => {
    const both = await Promise.allSettled([first(key), second(key)]);
    const answers = both.filter((each) => each.status === "fulfilled").map(({ value }) => value);
    const [here, there] = [await first(key), await second(key)];
    const isOne = [...answers, here, there].every(({ receipt }) => receipt.equals(here.receipt));
    return {
      made: answers.filter(({ replayed }) => !replayed).length,
      isOne,
      told: answers.length,
    };
  };
  const races = await Promise.all(keys.map(race));
  const waited = races.filter(({ told }) => told === 1).length;
  const wrong = races.filter(({ made, isOne }) => made !== 1 || !isOne).length;
  const evidence = `${raced} keys, ${wrong} wrong; ${waited} were in progress at the other`;
  return (wrong === 0 ? pass : fail)(name, evidence);
}

/**
 * The first gateway stands still in the middle of a payment. The other takes it over; when the
 * first goes on, its own decision comes too late.
 */
async function standStill(town: RealTown, { first, second }: BothGateways, key: string) {
  const name = "a gateway that stood still can't decide what the other took over";
  const bank = town.node("south");
  bank.pause();
  const late = first(key).catch((error: Error) => error);
  const prepared = await until(async () => {
    return !isAtRest([await town.ledger("north")]);
  }, 700);
  town.gateway.pause();
  bank.resume();
  const paid = await untilPaid(second, key);
  town.gateway.resume();
  const answer = await late;
  if (!prepared) return undecided(name, "no bank had prepared when it stopped");
  if (paid === undefined) return fail(name, "the other gateway never paid it");
  const told = answer instanceof Error ? answer.message : "an answer";
  const isRight = answer instanceof Error || answer.receipt.equals(paid);
  return (isRight ? pass : fail)(name, `the other paid; the first then said: ${told}`);
}

/** The receipt PAID of a key, sent again until it is there; undefined when it does not come. */
async function untilPaid(pay: Pay, key: string): Promise<Buffer | undefined> {
  let receipt: Buffer | undefined;
  await until(async () => {
    receipt = (await pay(key).catch(() => undefined))?.receipt;
    return receipt !== undefined;
  }, takeOverMs);
  return receipt !== undefined && decodeReceipt(receipt).outcome === "PAID" ? receipt : undefined;
}

/** Kills the first gateway at steps of a payment; it stays dead until the other has paid. */
async function killAtSteps(context: Context, town: RealTown, alice: Payer): Promise<void> {
  const { first, second } = gatewaysOf(town, alice);
  const cells = await listSteps(context, town, alice);
  const chosen = spread(cells, context.options.cells);
  const rows: string[][] = [];
  for (const { step, number } of chosen) {
    context.progress(`kill at ${step} (${rows.length + 1} of ${chosen.length})`);
    await restart(town, number);
    await lead(town, alice, town.gateway.address);
    const told = town.settled.length;
    const { key } = await alice.pay(order.payer, order.payee, `${order.amount}`);
    const isOver = () => !town.gateway.running || town.settled.length > told;
    await until(isOver, 2_000);
    // The last steps come after the user has been answered.
    await until(() => !town.gateway.running, 500);
    const died = !town.gateway.running;
    await lead(town, alice, town.otherGateway.address);
    await until(() => alice.sendAll(), takeOverMs);
    // Nobody but the other gateway can bring it to its end.
    const rested = await until(async () => isAtRest(await town.ledgers()), takeOverMs);
    const state = town.settled.find((each) => each.key === key)?.state ?? "unknown";
    await restart(town, 0);
    const [here, there] = [await first(key), await second(key)];
    const same = here.receipt.equals(there.receipt) && here.replayed && there.replayed;
    rows.push([
      step,
      died ? "killed" : "not reached",
      rested ? state : "open",
      same ? "same" : "?",
    ]);
  }
  const head = ["killed at", "struck", "payment at the other", "receipt of both"];
  context.table("Kills of the first gateway", { head, rows });
  context.check(judgeRows(rows, cells.length));
}

/** From now on the client's calls go to this gateway; it is connected when resolved. */
async function lead(town: RealTown, alice: Payer, address: string): Promise<void> {
  town.wire.aim(address);
  town.wire.mend();
  const ask = () => alice.gateway.getBalance({ account: order.payer }, alice.options);
  await until(
    () =>
      ask().then(
        () => true,
        () => false,
      ),
    takeOverMs,
  );
}

function judgeRows(rows: readonly string[][], all: number): Check {
  const name = "a client goes on at the other gateway when its own was killed";
  const wrong = rows.filter(([, , state, same]) => state !== "paid" || same !== "same");
  const struck = rows.filter(([, died]) => died === "killed").length;
  const evidence = `${rows.length} payments, ${struck} kills, of ${all} steps that there are`;
  if (wrong[0] !== undefined) return fail(name, wrong[0].join(", "));
  return (struck > 0 ? pass : undecided)(name, evidence);
}

/** What the first gateway does for one payment, from its own log, after a fresh start. */
async function listSteps(
  context: Context,
  town: RealTown,
  alice: Payer,
): Promise<Pick<Cell, "number" | "step">[]> {
  const logs = join(context.folder.path, "logs");
  await restart(town, 0);
  await alice.pay(order.payer, order.payee, `${order.amount}`);
  await until(async () => isAtRest(await town.ledgers()), restMs);
  const steps = await stepsOf(logs, "gateway");
  return steps.slice(steps.findLastIndex(({ number }) => number === 1));
}

async function restart(town: RealTown, crashAt: number): Promise<void> {
  if (town.gateway.running) await town.gateway.kill();
  // What it does besides, again and again, is no part of the payment.
  await town.gateway.restart({ flags: { crashAt, countFrom: "received pay" }, samePort: true });
}
