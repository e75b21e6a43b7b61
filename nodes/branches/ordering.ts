/** Brings orders from any branch to the home branch, all that wait in one call. */
import type { Order__Output } from "../../proto/types/proctor/branches/v1/Order.ts";
import type { OrderResult__Output } from "../../proto/types/proctor/branches/v1/OrderResult.ts";
import { GroupCommit } from "../host/group-commit.ts";
import type { Host } from "../host/host.ts";
import { RpcError, type StatusName, toRpcError } from "../host/rpc-error.ts";
import { type Caller, readCaller, readMoney, writeCaller } from "./caller.ts";
import type { Outcome } from "./ledger.ts";
import { Home } from "./protocol.ts";
import { readVersion } from "./versions.ts";

/** An order with what its customer has seen and done. */
export interface CustomerOrder {
  readonly withdraw: boolean;
  readonly money: bigint;
  readonly caller: Caller;
}

/** Batches under way at once: the next need not wait until the last has reached all branches. */
const batchesAtOnce = 2;

export class Ordering {
  readonly #batches: GroupCommit<CustomerOrder, OrderResult__Output>;

  /** @param home where the home branch answers */
  constructor(host: Host, home: string, timeoutMs: number) {
    const client = host.connect(Home, home);
    this.#batches = new GroupCommit({
      concurrency: batchesAtOnce,
      process: async (orders) => {
        const request = {
          orders: orders.map(({ withdraw, money, caller }) => {
            return { withdraw, money: money.toString(), caller: writeCaller(caller) };
          }),
        };
        return (await client.execute(request, { timeoutMs })).results;
      },
    });
  }

  /** What the home branch decided. @throws RpcError */
  async decide(order: CustomerOrder): Promise<Outcome> {
    try {
      const { write, failure, code, definite } = await this.#batches.submit(order);
      if (failure !== "") throw new RpcError(code as StatusName, failure, { definite });
      return { write: write === null ? undefined : readVersion(write) };
    } catch (error) {
      const { code, details, definite } = toRpcError(error);
      throw new RpcError(code, `the home branch: ${details}`, { definite });
    }
  }
}

/** The home branch's side: what each order of one call came to, failures too. */
export function executeAll(
  orders: readonly Order__Output[],
  decide: (order: CustomerOrder) => Promise<Outcome>,
) {
  return Promise.all(
    orders.map(async (message) => {
      try {
        const money = readMoney(message.money);
        const caller = readCaller(message.caller);
        const { write } = await decide({ withdraw: message.withdraw, money, caller });
        return { success: write !== undefined, write: write ?? null, failure: "" };
      } catch (error) {
        const { code, details, definite } = toRpcError(error);
        return { success: false, failure: details, code, definite };
      }
    }),
  );
}
