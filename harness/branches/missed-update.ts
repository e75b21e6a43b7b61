/** A branch that was killed misses an update, and has it when it is back. */
import { Branch } from "../../nodes/branches/protocol.ts";
import type { BankCluster } from "./bank-cluster.ts";
import type { BankContext } from "./bank-flags.ts";

const money = 7n;

export async function missedUpdate(context: BankContext, bank: BankCluster): Promise<void> {
  const { host } = context;
  const [home, ...others] = [...bank.branches.values()];
  const victim = others.at(-1);
  if (home === undefined || victim === undefined) return;
  context.progress(`${bank.bank.mode}: ${victim.id} is killed, misses a deposit and comes back`);
  const query = async (address: string, writes: readonly Version[] = []) => {
    const caller = { request: host.random.uuid(), writes: [...writes] };
    return BigInt((await host.connect(Branch, address).query({ caller })).balance);
  };
  const before = await query(home.address);
  await victim.kill();
  const caller = { request: host.random.uuid() };
  const deposit = { caller, money: money.toString() };
  const { success, write } = await host.connect(Branch, home.address).deposit(deposit);
  // The reply was lost, as far as the customer knows: the same request once more.
  await host.connect(Branch, home.address).deposit(deposit);
  await victim.restart({ samePort: true });
  const wanted = write === null || bank.bank.mode !== "sessions" ? [] : [write];
  const after = await query(victim.address, wanted);
  context.check({
    name: `${bank.bank.mode}: what a branch missed while it was down it has when it is back`,
    verdict: success && after === before + money ? "PASS" : "FAIL",
    evidence: `${before} before, ${money} deposited twice as one request, ${after} at ${victim.id}`,
  });
}

interface Version {
  readonly branch: string;
  readonly sequence: string;
}
