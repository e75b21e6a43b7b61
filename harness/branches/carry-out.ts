/** Carries out what the customers of a bank want, and keeps what each was told. */
import type { CustomerAnswer } from "../../nodes/branches/customer.ts";
import type { MessageEvent } from "../../nodes/branches/lamport.ts";
import { RpcError } from "../../nodes/host/rpc-error.ts";
import type { BankCluster, Driven } from "./bank-cluster.ts";
import type { BankContext } from "./bank-flags.ts";
import type { BankCustomer, BankEvent } from "./bank-input.ts";
import type { ToldAnswer } from "./judge-bank.ts";

/** What came of one event. */
export interface Done {
  readonly event: BankEvent;
  /** Unique; the name under which the branches know it. */
  readonly request: string;
  readonly result: CustomerAnswer | RpcError;
}

/** What came of one customer's events, in their order. */
export interface CustomerResult {
  readonly id: number;
  /** The name in the history: ids may be the same. */
  readonly session: string;
  readonly done: readonly Done[];
  /** In clocks mode. */
  readonly messages: readonly MessageEvent[];
}

/** Each customer after the other in the order of the file, or all at once. */
export async function carryOutAll(
  context: BankContext,
  bank: BankCluster,
): Promise<CustomerResult[]> {
  const { customers } = bank.bank;
  const carry = async (customer: BankCustomer, place: number) => {
    await using driven = await bank.openCustomer(place);
    return await carryOut(context, bank, { customer, place, driven });
  };
  if (context.options.concurrent) return await Promise.all(customers.map(carry));
  const results: CustomerResult[] = [];
  for (const [place, customer] of customers.entries()) results.push(await carry(customer, place));
  return results;
}

async function carryOut(
  { recorder, host }: BankContext,
  bank: BankCluster,
  { customer, place, driven }: { customer: BankCustomer; place: number; driven: Driven },
): Promise<CustomerResult> {
  const session = bank.session(place);
  const done: Done[] = [];
  for (const event of customer.events) {
    const request = `${session}/${done.length + 1}/${host.random.uuid()}`;
    const { address } = bank.branch(event.branch);
    const operation = {
      process: session,
      f: event.operation,
      key: `branch ${event.branch}`,
      value: { money: event.money },
    };
    const body = () => driven.perform({ ...event, address, request });
    const told = ({ success, balance }: CustomerAnswer): ToldAnswer => {
      return { success, balance: event.operation === "query" ? `${balance}` : null };
    };
    const result = await recorder.operation(operation, body, told).catch((error: unknown) => {
      if (error instanceof RpcError) return error;
      throw error;
    });
    done.push({ event, request, result });
  }
  return { id: customer.id, session, done, messages: driven.messages };
}
