/**
 * The bank by hand: asks a branch for the balance, deposits and withdraws. Ends with 0 when it was
 * done, 1 when the money was not there, 69 when nobody answers.
 *
 *   bun nodes/branches/client.ts --branch 127.0.0.1:7001 deposit 170
 *   bun nodes/branches/client.ts --branch 127.0.0.1:7002 query
 */
import { flag, UsageError } from "../host/flags.ts";
import { type ClientContext, runClient } from "../host/run-client.ts";
import { Customer } from "./customer.ts";
import type { OperationName } from "./lamport.ts";

const clientFlags = { branch: flag.address("where the branch answers") };

const commands = [
  { usage: "query", description: "the balance, as this branch knows it" },
  { usage: "deposit <money>", description: "put money, in whole units, into the account" },
  { usage: "withdraw <money>", description: "take money, in whole units, out of the account" },
];

async function run(context: ClientContext<typeof clientFlags>): Promise<number> {
  const { host, options, print } = context;
  const operation = context.command as OperationName;
  const [text = "0"] = context.arguments;
  if (!/^\d{1,19}$/.test(text)) throw new UsageError(`Money is whole units, but is ${text}.`);
  const answer = await new Customer(host, 0, "balance").perform({
    operation,
    money: BigInt(text),
    branch: 0,
    address: options.branch,
    number: 1,
    request: host.random.uuid(),
  });
  const result = answer.success ? "success" : "fail";
  const shown =
    operation === "query"
      ? { operation, balance: answer.balance.toString() }
      : { operation, money: text, result };
  if (options.json) print(JSON.stringify(shown));
  else print(`${operation}: ${operation === "query" ? answer.balance : result}`);
  return answer.success ? 0 : 1;
}

if (import.meta.main) {
  await runClient({
    script: "nodes/branches/client.ts",
    summary: "A customer of the branch bank.",
    flags: clientFlags,
    commands,
    run,
  });
}
