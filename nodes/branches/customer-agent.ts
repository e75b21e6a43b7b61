/**
 * Runs one customer that does what a harness asks of it, one process a customer. Ends on SIGTERM.
 * Success: `READY <id> HOST:PORT`, then carries out events.
 *
 *   bun nodes/branches/customer-agent.ts --id c1 --customer 1
 */
import { flag, type Options } from "../host/flags.ts";
import type { Host, Server } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import { type CommonOptions, runNode } from "../host/run-node.ts";
import { type Handlers, implement } from "../host/service.ts";
import { Customer } from "./customer.ts";
import type { OperationName } from "./lamport.ts";
import { modes } from "./mode.ts";
import { Customer as CustomerService } from "./protocol.ts";

export const customerFlags = {
  customer: flag.integer("number of this customer", { min: 0, max: Number.MAX_SAFE_INTEGER }),
  mode: flag.choice("as the branches have it", modes, "balance"),
};

const operations: readonly OperationName[] = ["query", "deposit", "withdraw"];

export async function startCustomerAgent(
  host: Host,
  options: Options<typeof customerFlags> & CommonOptions,
): Promise<Server> {
  const customer = new Customer(host, options.customer, options.mode);
  const handlers: Handlers<typeof CustomerService> = {
    async perform({ branch, address, money, request, number, ...rest }) {
      const operation = operations.find((each) => each === rest.operation);
      if (operation === undefined) {
        throw new RpcError("INVALID_ARGUMENT", `there is no operation ${rest.operation}`);
      }
      const known = customer.messages.length;
      const answer = await customer.perform({
        operation,
        branch: Number(branch),
        address,
        money: BigInt(money),
        request,
        number: Number(number),
      });
      return {
        success: answer.success,
        balance: answer.balance.toString(),
        seen: [...answer.seen],
        write: answer.write ?? null,
        events: customer.messages.slice(known),
      };
    },
  };
  return host.serve(options.address, [implement(CustomerService, handlers)]);
}

if (import.meta.main) {
  await runNode({
    role: "customer-agent",
    summary: "A customer of the branch bank that a harness drives.",
    flags: customerFlags,
    start: startCustomerAgent,
  });
}
