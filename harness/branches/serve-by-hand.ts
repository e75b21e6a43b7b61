/** Keeps a bank up for people to try things on. */
import type { BankCluster } from "./bank-cluster.ts";
import type { BankContext } from "./bank-flags.ts";

export async function serveByHand(context: BankContext, bank: BankCluster): Promise<void> {
  const nodes = [...bank.branches];
  const lines = nodes.map(([id, { address, pid }]) => `  branch ${id}  ${address}  pid ${pid}`);
  const client = "bun nodes/branches/client.ts --branch";
  const [first, last] = [nodes[0]?.[1].address, nodes.at(-1)?.[1].address];
  context.print(
    [
      `A bank of ${nodes.length} branches is up, ${bank.bank.mode} mode:`,
      ...lines,
      "",
      "Try in another terminal:",
      `  ${client} ${first} deposit 170`,
      `  ${client} ${last} query`,
      `  ${client} ${last} withdraw 100000000`,
      "  kill -STOP PID; kill -CONT PID; kill -KILL PID",
      "",
      "Ctrl-C ends them all.",
    ].join("\n"),
  );
  await context.untilInterrupted();
}
