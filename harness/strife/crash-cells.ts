/**
 * The crash matrix on real processes: kills the gateway, the sender's bank and the receiver's at
 * each step of a payment, one that is paid and one that is refused, starts it again, and lets the
 * client find out. The steps are those that the processes themselves wrote down during such a
 * payment.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Payer } from "../../nodes/strife/payer.ts";
import {
  isAtRest as areAtRest,
  type BankLedger,
  judgePayments,
  transactionsSince,
} from "../check/payments.ts";
import { type Check, fail, pass, undecided } from "../check/verdict.ts";
import { Cluster } from "../kit/cluster.ts";
import { until } from "../kit/until.ts";
import { RealTown } from "./real-town.ts";

interface Scenario {
  /** How it ends, whatever crashes. */
  readonly outcome: "paid" | "refused";
  readonly payment: readonly [payer: string, payee: string, amount: string];
}

export interface Cell {
  readonly scenario: Scenario;
  readonly node: string;
  readonly number: number;
  readonly step: string;
}

export interface CellsRun {
  readonly rows: string[][];
  readonly checks: Check[];
}

const victims = ["gateway", "north", "south"];
const scenarios: readonly Scenario[] = [
  { outcome: "paid", payment: ["north/1001", "south/2002", "1"] },
  { outcome: "refused", payment: ["north/1001", "south/2002", "1000000"] },
];

/**
 * @param folder of its own
 * @param programs those of `--nodes`
 * @param atMost cells, spread over all that there are
 */
export async function runCrashCells(
  folder: string,
  seed: number,
  programs: string | undefined,
  atMost: number,
  progress: (text: string) => void,
): Promise<CellsRun> {
  mkdirSync(join(folder, "logs"), { recursive: true });
  await using cluster = new Cluster(folder, { seed, programs });
  const town = await RealTown.start({ cluster, folder, crashing: true });
  try {
    const alice = await town.payer("alice", { attemptTimeoutMs: 1_000, probeMs: 100 });
    await town.logIn(alice, "alice");
    const [{ payment }] = scenarios as [Scenario];
    // Banks learn where the gateway is; in the cells they know.
    await alice.pay(...payment);
    await until(() => isAtRest(town), 5_000);
    const cells: Cell[] = [];
    for (const scenario of scenarios) {
      cells.push(...(await listCells(town, alice, join(folder, "logs"), scenario)));
    }
    const calm = transactionsSince([], await town.ledgers());
    const chosen = spread(cells, atMost);
    const rows: string[][] = [];
    const looks: BankLedger[][] = [];
    let struck = 0;
    for (const cell of chosen) {
      progress(`crash ${cell.node} at ${cell.step} (${rows.length + 1} of ${chosen.length})`);
      const { died, settled } = await runCell(town, alice, cell);
      if (died) struck += 1;
      looks.push(await town.ledgers());
      const { outcome } = cell.scenario;
      rows.push([outcome, cell.node, cell.step, died ? "killed" : "not reached", settled]);
    }
    const before = await town.ledgers();
    await alice.pay(...payment);
    await until(() => isAtRest(town), 5_000);
    const evidence = {
      ledgers: await town.ledgers(),
      earlier: looks,
      answers: town.answers,
      payments: await town.payments(),
      faultless: new Set([...calm, ...transactionsSince(before, await town.ledgers())]),
    };
    alice.close();
    const judged = judgePayments(evidence).map((check) => ({
      ...check,
      name: `crash cells: ${check.name}`,
    }));
    return {
      rows,
      checks: [...judged, learned(rows), reached(struck, chosen.length, cells.length)],
    };
  } finally {
    town.close();
  }
}

function learned(rows: readonly string[][]): Check {
  const name = "crash cells: the client learns the outcome";
  const lost = rows.filter(([outcome, , , , settled]) => settled !== outcome);
  const [first] = lost;
  if (first === undefined) return pass(name, `${rows.length} payments`);
  return fail(name, first.join(", "));
}

/** Where calls run beside one another, a run may have a step less than the one before it. */
const leastStruck = 0.9;

function reached(struck: number, tried: number, all: number): Check {
  const name = "crash cells: the crashes struck";
  const evidence = `${struck} of ${tried}, of ${all} cells that there are`;
  return struck >= leastStruck * tried ? pass(name, evidence) : undecided(name, evidence);
}

/** What each victim does for a payment, from its own log, after a fresh start. */
async function listCells(
  town: RealTown,
  alice: Payer,
  logs: string,
  scenario: Scenario,
): Promise<Cell[]> {
  const starts = new Map<string, number>();
  for (const name of victims) {
    await restart(town, name, 0);
    // What a start does by itself is no part of the payment either.
    starts.set(name, (await stepsOf(logs, name)).length);
  }
  // The first payment opens connections; so it is in each cell.
  await alice.pay(...scenario.payment);
  await until(() => isAtRest(town), 5_000);
  const cells: Cell[] = [];
  for (const name of victims) {
    const steps = (await stepsOf(logs, name)).slice(starts.get(name));
    cells.push(...steps.map((step) => ({ scenario, node: name, ...step })));
  }
  return cells;
}

export async function stepsOf(
  logs: string,
  node: string,
): Promise<Pick<Cell, "number" | "step">[]> {
  const lines = (await Bun.file(join(logs, `${node}.log`)).text()).split("\n");
  return lines
    .filter((line) => line.includes('"msg":"step"'))
    .map((line) => JSON.parse(line) as { readonly number: number; readonly step: string })
    .map(({ number, step }) => ({ number, step }));
}

async function runCell(town: RealTown, alice: Payer, { scenario, node, number }: Cell) {
  await restart(town, node, number);
  const settled = town.settled.length;
  const { key } = await alice.pay(...scenario.payment);
  const victim = town.node(node);
  await until(() => !victim.running || town.settled.length > settled, 2_000);
  // The last steps come after the user has been answered.
  if (victim.running) await until(() => !victim.running, 300);
  const died = !victim.running;
  await restart(town, node, 0);
  await until(() => alice.sendAll(), 10_000);
  await until(() => isAtRest(town), 5_000);
  const found = town.settled.find((each) => each.key === key);
  return { died, settled: found?.state ?? "unknown" };
}

async function restart(town: RealTown, name: string, crashAt: number): Promise<void> {
  const node = town.node(name);
  if (node.running) await node.kill();
  await node.restart({ flags: { crashAt }, samePort: true });
}

/**
 * Nothing is prepared anywhere, and the gateway knows that all is done: else it would go on with
 * that after its next start, and its steps would be counted as those of the next payment.
 */
async function isAtRest(town: RealTown): Promise<boolean> {
  const look = Promise.all([town.ledgers(), town.payments()]).catch(() => undefined);
  const [ledgers, payments] = (await look) ?? [];
  if (ledgers === undefined || payments === undefined) return false;
  return areAtRest(ledgers) && payments.every(({ state }) => !/^(claimed|committing)$/.test(state));
}

export function spread<Item>(items: readonly Item[], atMost: number): readonly Item[] {
  if (items.length <= atMost) return items;
  return Array.from({ length: atMost }, (_, index) => {
    return items[Math.floor((index * items.length) / atMost)] as Item;
  });
}
