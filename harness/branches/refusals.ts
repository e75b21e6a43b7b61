/** Bad input to the branches of a bank: each must be refused by a sentence, and change nothing. */
import { Branch, Peer } from "../../nodes/branches/protocol.ts";
import { RpcError } from "../../nodes/host/rpc-error.ts";
import type { BankCluster } from "./bank-cluster.ts";
import type { BankContext } from "./bank-flags.ts";

export async function refusals(context: BankContext, bank: BankCluster): Promise<void> {
  const { host } = context;
  const caller = () => ({ request: host.random.uuid() });
  const wrong: string[] = [];
  let count = 0;
  for (const [id, { address }] of bank.branches) {
    const branch = host.connect(Branch, address);
    const peer = host.connect(Peer, address);
    const balance = async () => (await branch.query({ caller: caller() })).balance;
    const update = { sequence: 1, money: "-5", request: "x" };
    const attempts: [string, () => Promise<unknown>][] = [
      ["an empty message", () => branch.deposit({})],
      ["a request without a name", () => branch.deposit({ caller: {}, money: "1" })],
      ["a name too long", () => branch.query({ caller: { request: "x".repeat(201) } })],
      ["negative money", () => branch.deposit({ caller: caller(), money: "-1" })],
      ["to withdraw less than nothing", () => branch.withdraw({ caller: caller(), money: "-1" })],
      ["an update of its own", () => peer.propagate_Deposit({ origin: id, updates: [update] })],
      ["an update of no money", () => peer.propagate_Deposit({ origin: 99, updates: [update] })],
      ["nobody who joins", () => peer.join({})],
    ];
    const before = await balance();
    const most = { money: "9223372036854775807" };
    if (before !== "0") {
      attempts.push(["more than an int64", () => branch.deposit({ caller: caller(), ...most })]);
    }
    for (const [what, attempt] of attempts) {
      count += 1;
      const said = await refusalOf(attempt());
      if (said !== undefined) wrong.push(`branch ${id}, ${what}: ${said}`);
    }
    const after = await balance();
    if (after !== before) wrong.push(`branch ${id} held ${before}, and ${after} afterwards`);
  }
  context.check({
    name: `${bank.bank.mode}: bad input is refused, and changes nothing`,
    verdict: wrong.length === 0 ? "PASS" : "FAIL",
    evidence: wrong.length === 0 ? `${count} times` : wrong.join("; "),
  });
}

/** What is wrong with how it was refused, or undefined. */
async function refusalOf(attempt: Promise<unknown>): Promise<string | undefined> {
  try {
    await attempt;
    return "it was taken";
  } catch (error) {
    if (!(error instanceof RpcError)) throw error;
    const due = error.code === "INVALID_ARGUMENT" || error.code === "OUT_OF_RANGE";
    return due && error.definite ? undefined : error.message;
  }
}
