/**
 * Strife as the simulation runs it: users pay through durable queues while the gateway and the
 * banks are killed, cut off and slowed; in the end ledgers, keys and what users were told are
 * judged.
 */
import type { Host, Random } from "../../nodes/host/host.ts";
import { RpcError } from "../../nodes/host/rpc-error.ts";
import { Bank, Gateway } from "../../nodes/strife/protocol.ts";
import {
  type BankLedger,
  judgePayments,
  type KnownPayment,
  type PaymentAnswer,
} from "../check/payments.ts";
import { type Check, fail, pass } from "../check/verdict.ts";
import type { Conditions } from "../sim/plan.ts";
import type { Operation, Outcome, Perform, Problem } from "../sim/problem.ts";
import { readLedger, readPayments } from "./read-ledger.ts";
import {
  addresses,
  passwordOf,
  plainPasswords,
  roleOf,
  setUp,
  simulatedBanks,
  simulatedClients,
} from "./simulated-town.ts";
import { type OnStep, steppingHost } from "./stepping-host.ts";
import { rightPrograms, type StrifePrograms } from "./strife-programs.ts";

/** What is read after the quiet. */
interface FinalState {
  readonly ledgers: readonly BankLedger[];
  readonly payments: readonly KnownPayment[];
}

/** One payment as a user asked for it. */
interface Asked {
  readonly payer: string;
  readonly payee: string;
  readonly amount: number;
}

/** What a user was told, and in which order. */
interface Told extends Asked {
  readonly key: string;
  readonly state: "paid" | "refused";
}

export interface TownUnderTest {
  /** Told of every step of every node; for the crash matrix. */
  readonly onStep?: (host: Host, step: string) => undefined | Promise<never>;
  readonly faultless?: boolean;
}

const waitMs = 50;

export function strifeProblem(
  programs: StrifePrograms = rightPrograms,
  { onStep, faultless = false }: TownUnderTest = {},
): Problem<FinalState> {
  /** A user goes on with the queue that it has open. */
  const users = new WeakMap<Host, Perform>();
  const stepping = (host: Host): Host => {
    const tell: OnStep | undefined = onStep && ((step) => onStep(host, step));
    return tell === undefined ? host : steppingHost(host, tell);
  };
  return {
    name: "strife",
    mutualTls: true,
    roleOf,
    nodes: [
      ...simulatedBanks.map((id) => ({
        id,
        start: (host: Host) =>
          programs.startBank(stepping(host), {
            setup: setUp,
            inDoubtMs: 200,
            address: `${id}:7000`,
          }),
      })),
      {
        id: "gateway",
        start: (host: Host) =>
          programs.startGateway(
            stepping(host),
            {
              setup: setUp,
              banks: addresses.banks,
              store: "sqlite:",
              prepareTimeoutMs: 200,
              transactionTimeoutMs: 500,
              sessionMs: 60_000,
              address: addresses.gateway,
            },
            plainPasswords,
          ),
      },
    ],
    methods: ["Pay", "Prepare", "Commit", "Abort", "Resolve"],
    operation: drawPayment,
    client: (host) => {
      const known = users.get(host) ?? user(host, programs);
      users.set(host, known);
      return known;
    },
    observe,
    judge: (outcome) => judgeTown(outcome, faultless),
  };
}

/** Payments need more time to come to rest than the usual operations. */
export function strifeConditions(usual: Conditions): Conditions {
  return { ...usual, operations: Math.min(usual.operations, 30), patienceMs: 60_000 };
}

function drawPayment(random: Random, client: string): Operation {
  const payer = `${random.pick(simulatedBanks)}/${client}`;
  const others = Array.from({ length: simulatedClients }, (_, index) => `c${index + 1}`);
  const payees = simulatedBanks.flatMap((bank) => others.map((name) => `${bank}/${name}`));
  const payee = random.pick(payees.filter((account) => account !== payer));
  const amount = 1 + random.integer(60);
  return { f: "pay", key: null, value: { payer, payee, amount } satisfies Asked };
}

/** One user with a queue: pays, and waits until it is told how each payment ended. */
function user(host: Host, programs: StrifePrograms): Perform {
  const told: Told[] = [];
  const opened = programs.Payer.open(host, {
    gateway: addresses.gateway,
    attemptTimeoutMs: 400,
    probeMs: 400,
    onSettled: ({ key, payer, payee, amount, state }) => {
      if (state !== "waiting") told.push({ key, payer, payee, amount, state });
    },
  });
  return async ({ value }) => {
    const { payer, payee, amount } = value as Asked;
    const client = await opened;
    const before = told.length;
    // Two at once from one account, so that order matters; the second is told as well.
    const both = [amount, 1].map((each) => client.pay(payer, payee, `${each}`));
    const asked = await Promise.all(both);
    while (client.waiting.length > 0) {
      if (client.needsLogIn) await logIn(host, client);
      await client.sendAll();
      if (client.waiting.length > 0) await host.clock.sleep(waitMs);
    }
    const expected = asked.map(({ key }) => key);
    return { value: { told: told.slice(before), expected } };
  };
}

async function logIn(host: Host, client: Awaited<ReturnType<StrifePrograms["Payer"]["open"]>>) {
  try {
    await client.logIn(host.id, passwordOf(host.id));
  } catch (error) {
    // A limit on attempts counts a lost reply as well; later it is free again.
    if (!(error instanceof RpcError)) throw error;
    await host.clock.sleep(error.code === "RESOURCE_EXHAUSTED" ? 5_000 : waitMs);
  }
}

async function observe(host: Host): Promise<FinalState> {
  const ledgers = await Promise.all(
    [...addresses.banks].map(async ([bank, address]) =>
      readLedger(bank, host.connect(Bank, address).audit({})),
    ),
  );
  // The harness shows a gateway's certificate, which sees the keys of all users.
  const payments = await readPayments(host.connect(Gateway, addresses.gateway).listKeys({}));
  return { ledgers, payments };
}

interface AnswerValue {
  readonly told: readonly Told[];
  readonly expected: readonly string[];
}

function judgeTown(outcome: Outcome<FinalState>, isFaultless: boolean): Check[] {
  const { history, state } = outcome;
  const done = history.filter(({ type }) => type === "ok");
  const values = done.map(({ value, process }) => ({
    ...(value as AnswerValue),
    user: process.split("/")[0] ?? process,
  }));
  const answers: PaymentAnswer[] = values.flatMap(({ told, user }) =>
    told.map(({ key, payer, payee, amount, state }) => {
      return { user, key, payer, payee, amount: BigInt(amount), outcome: state };
    }),
  );
  const order = toldInOrder(values);
  if (state === undefined) return [order];
  const made = madeByUsers(
    state,
    values.flatMap(({ expected }) => expected),
  );
  const calm = isFaultless || calmTransactions(outcome, state);
  const faultless = calm === true || calm.size > 0 ? calm : false;
  return [...judgePayments({ ...state, earlier: [], answers, faultless }), order, made];
}

/** The transactions of payments that were asked for when nothing was broken any more. */
function calmTransactions(
  { history, calmSince = Number.POSITIVE_INFINITY }: Outcome<FinalState>,
  { payments }: FinalState,
): ReadonlySet<string> {
  const keys = new Set<string>();
  const isCalm = new Map<string, boolean>();
  for (const { type, process, time, value } of history) {
    if (type === "invoke") isCalm.set(process, time >= calmSince);
    else if (type === "ok" && isCalm.get(process)) {
      for (const key of (value as AnswerValue).expected) keys.add(key);
    }
  }
  const calm = payments.filter(({ key }) => keys.has(key));
  return new Set(calm.map(({ transaction }) => transaction));
}

/** No key is there that its user did not make before it first sent. */
function madeByUsers({ payments }: FinalState, made: readonly string[]): Check {
  const name = "every key is one that a user made";
  const known = new Set(made);
  const foreign = payments.find(({ key }) => !known.has(key));
  if (foreign === undefined) return pass(name, `${payments.length} keys`);
  return fail(name, `${foreign.user} never made ${foreign.key}`);
}

/** Each payment's end is told once, in the order in which the payments were queued. */
function toldInOrder(values: readonly AnswerValue[]): Check {
  const name = "users are told of each payment once, in order";
  for (const { told, expected } of values) {
    const keys = told.map(({ key }) => key).join(", ");
    if (keys !== expected.join(", ")) {
      return fail(name, `asked for ${expected.join(", ")} and was told of ${keys || "nothing"}`);
    }
  }
  return pass(name, `${values.length} pairs of payments`);
}
