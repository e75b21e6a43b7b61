/** What must be refused, and how: bad input, other people's money, and roles that don't fit. */
import { RpcError, type StatusName } from "../../nodes/host/rpc-error.ts";
import type { Payer } from "../../nodes/strife/payer.ts";
import { decodeReceipt } from "../../nodes/strife/protocol.ts";
import { type Check, fail, pass } from "../check/verdict.ts";

interface Case {
  readonly what: string;
  readonly expected: StatusName | "REFUSED";
  readonly act: () => Promise<unknown>;
}

export interface Refusals {
  readonly rows: string[][];
  readonly check: Check;
}

/** @param payer alice's; @param newKey makes keys */
export async function tryRefusals(payer: Payer, newKey: () => string): Promise<Refusals> {
  const { gateway, options } = payer;
  const pay = async (change: object) => {
    const order = { key: newKey(), payer: "north/1001", payee: "south/2002", amount: 5 };
    const { receipt } = await gateway.pay({ ...order, ...change }, options);
    return decodeReceipt(receipt).outcome;
  };
  const paying = (what: string, expected: Case["expected"], change: object): Case => {
    return { what, expected, act: () => pay(change) };
  };
  const forged = { metadata: { authorization: `Bearer ${"a".repeat(64)}` } };
  const cases: Case[] = [
    paying("more than is there", "REFUSED", { amount: 100_000_000 }),
    paying("an unknown payee", "REFUSED", { payee: "south/9999" }),
    paying("an unknown bank", "NOT_FOUND", { payee: "nowhere/1" }),
    paying("a payee that is no account", "INVALID_ARGUMENT", { payee: "../../etc" }),
    paying("another's account", "PERMISSION_DENIED", { payer: "south/2002", payee: "north/1001" }),
    paying("oneself", "INVALID_ARGUMENT", { payee: "north/1001" }),
    paying("nothing", "INVALID_ARGUMENT", { amount: 0 }),
    paying("a negative amount", "INVALID_ARGUMENT", { amount: -100 }),
    paying("2^63 - 1", "INVALID_ARGUMENT", { amount: "9223372036854775807" }),
    paying("-2^63", "INVALID_ARGUMENT", { amount: "-9223372036854775808" }),
    paying("a key of 10,000 characters", "INVALID_ARGUMENT", { key: "k".repeat(10_000) }),
    {
      what: "a forged token",
      expected: "UNAUTHENTICATED",
      act: () => gateway.getBalance({ account: "north/1001" }, forged),
    },
    {
      what: "another's balance",
      expected: "PERMISSION_DENIED",
      act: () => gateway.getBalance({ account: "south/2002" }, options),
    },
    {
      what: "an administrator's method",
      expected: "PERMISSION_DENIED",
      act: () => gateway.addAccount({ account: "north/7", owner: "alice", balance: 7 }, options),
    },
    {
      what: "a wrong password",
      expected: "UNAUTHENTICATED",
      act: () => gateway.logIn({ user: "alice", password: "guessed" }),
    },
    {
      what: "another user's password",
      expected: "UNAUTHENTICATED",
      act: () => gateway.logIn({ user: "bob", password: "bob-secret" }),
    },
  ];
  const rows: string[][] = [];
  for (const { what, expected, act } of cases) rows.push([what, expected, await outcomeOf(act)]);
  const wrong = rows.filter(([, expected, found]) => expected !== found);
  const name = "what can't be paid or seen is refused";
  const [first] = wrong;
  const check =
    first === undefined
      ? pass(name, `${rows.length} attempts`)
      : fail(name, `${first[0]}: ${first[2]} instead of ${first[1]}`);
  return { rows, check };
}

async function outcomeOf(act: () => Promise<unknown>): Promise<string> {
  try {
    return String(await act());
  } catch (error) {
    if (error instanceof RpcError) return error.code;
    throw error;
  }
}
