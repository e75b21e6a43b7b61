/**
 * The branch bank as a problem of the simulation: three branches and customers who ask any of them,
 * under faults; in the end what each branch holds, and which messages it stamped.
 */
import type { BranchOptions } from "../../nodes/branches/branch.ts";
import type { Customer } from "../../nodes/branches/customer.ts";
import type { MessageEvent, OperationName } from "../../nodes/branches/lamport.ts";
import type { Mode } from "../../nodes/branches/mode.ts";
import { Branch } from "../../nodes/branches/protocol.ts";
import type { Host, Random, Server } from "../../nodes/host/host.ts";
import { RpcError } from "../../nodes/host/rpc-error.ts";
import type { Operation, Perform, Problem } from "../sim/problem.ts";
import { type BankPrograms, rightPrograms } from "./bank-programs.ts";
import { judgeBankSchedule } from "./judge-bank-schedule.ts";
import { readMessages } from "./read-messages.ts";
import { moneyOf, opening } from "./simulated-money.ts";

/** What is held in the end. */
export interface FinalState {
  /** By branch. */
  readonly balances: ReadonlyMap<string, bigint>;
  /** By branch, in clocks mode. */
  readonly messages: ReadonlyMap<string, readonly MessageEvent[]>;
}

const branches: readonly number[] = [1, 2, 3];
const home = "b1:7000";
/** Short, so that a schedule of three seconds sees waits come to their end. */
const patienceMs = 400;
/** Longer than any fault: a branch that gives up is started again all the same. */
const joinTimeoutMs = 30_000;
/** Longer than a branch waits, its home branch included. */
const customerTimeoutMs = 1_500;

/** @param programs the right ones unless given */
export function bankProblem(
  mode: Mode,
  programs: BankPrograms = rightPrograms,
): Problem<FinalState> {
  return {
    name: mode,
    nodes: branches.map((branch) => ({
      id: `b${branch}`,
      start: (host) => startBranch(programs, mode, branch, host),
    })),
    methods: [
      ...["Query", "Deposit", "Withdraw", "Propagate_Deposit", "Propagate_Withdraw", "Join"],
      ...(mode === "clocks" ? [] : ["Execute"]),
    ],
    diskOperations: ["sync"],
    operation: drawOperation,
    client: (host) => performer(programs, mode, host),
    observe: (host) => observe(programs, mode, host),
    judge: (outcome) => judgeBankSchedule(mode, outcome),
  };
}

function startBranch(
  programs: BankPrograms,
  mode: Mode,
  branch: number,
  host: Host,
): Promise<Server> {
  const options: BranchOptions = {
    branch,
    balance: Number(opening),
    home: branch === 1 ? undefined : home,
    mode,
    patienceMs,
    joinTimeoutMs,
    propagationDelayMs: mode === "sessions" ? 30 : 0,
    address: `b${branch}:7000`,
  };
  return programs.startBranch(host, options);
}

/** A client's kind of operation and the branch that it asks; the money follows from its place. */
function drawOperation(random: Random): Operation {
  const f = random.pick(["query", "query", "deposit", "deposit", "withdraw"]);
  return { f, key: `b${random.pick(branches)}`, value: null };
}

function performer(programs: BankPrograms, mode: Mode, host: Host): Perform {
  const id = Number(host.id.slice(1));
  const customer = new programs.Customer(host, id, mode, customerTimeoutMs);
  let number = 0;
  let updates = 0;
  return async ({ f, key }) => {
    number += 1;
    if (f !== "query") updates += 1;
    const money = f === "query" ? 0n : moneyOf(host.id, updates);
    if (money === undefined) throw new RpcError("INVALID_ARGUMENT", "too many for a schedule");
    const known = customer.messages.length;
    const { success, balance } = await ask(customer, host, {
      operation: f as OperationName,
      money,
      branch: Number(key?.slice(1)),
      number,
    });
    const messages = customer.messages.slice(known);
    const told = { success, balance: f === "query" ? `${balance}` : null };
    return { value: mode === "clocks" ? { ...told, messages } : told, node: key ?? "" };
  };
}

interface Asked {
  readonly operation: OperationName;
  readonly money: bigint;
  readonly branch: number;
  readonly number: number;
}

function ask(customer: Customer, host: Host, asked: Asked) {
  const request = `${host.incarnation}/${host.random.uuid()}`;
  return customer.perform({ ...asked, address: `b${asked.branch}:7000`, request });
}

async function observe(programs: BankPrograms, mode: Mode, host: Host): Promise<FinalState> {
  const balances = new Map<string, bigint>();
  const messages = new Map<string, readonly MessageEvent[]>();
  for (const branch of branches) {
    // Another customer for each: nobody's session helps a branch to catch up.
    const customer = new programs.Customer(host, 0, "balance", customerTimeoutMs);
    const query = { operation: "query", money: 0n, branch, number: 0 } as const;
    const { balance } = await ask(customer, host, query);
    balances.set(`b${branch}`, balance);
    if (mode !== "clocks") continue;
    messages.set(`b${branch}`, await readMessages(host.connect(Branch, `b${branch}:7000`)));
  }
  return { balances, messages };
}
