/** What the flow shows of payments and balances. */
import { join } from "node:path";
import type { BankLedger } from "../check/payments.ts";
import { fail, pass } from "../check/verdict.ts";
import type { RunContext } from "../kit/run-context.ts";
import type { strifeFlags } from "./flow.ts";
import { paymentTrail } from "./payment-trail.ts";
import type { RealTown } from "./real-town.ts";

type Context = RunContext<typeof strifeFlags>;

/** What must be found in this order: at the client, the gateway, a bank, and the client again. */
const way = ["calling Pay", "Pay", "Prepare", "answered Pay"];

/** What each voter said of one payment, and its way through the processes. */
export async function showPayment(
  context: Context,
  town: RealTown,
  transaction: string,
): Promise<void> {
  const votes = (await town.ledgers()).flatMap(({ bank, transfers }) =>
    transfers
      .filter((each) => each.transaction === transaction)
      .map(({ debit, credit, votedYes, phase }) => {
        const part = [debit && `debit ${debit}`, credit && `credit ${credit}`];
        return [
          bank,
          part.filter((each) => each !== "").join(", "),
          votedYes ? "YES" : "NO",
          phase,
        ];
      }),
  );
  context.table(`What each voter said of ${transaction}`, {
    head: ["bank", "part", "vote", "decision"],
    rows: votes,
  });
  const trail = await paymentTrail(join(context.folder.path, "logs"), transaction);
  context.table("Its way through the processes", {
    head: ["time", "node", "what"],
    rows: trail.map(({ time, node, text }) => [time.slice(11, 23), node, text]),
  });
  const places = way.map((step) => trail.findIndex(({ text }) => text.startsWith(step)));
  const isWhole = places.every((place, index) => place > (places[index - 1] ?? -1));
  const nodes = new Set(trail.map(({ node }) => node));
  const name = "a payment's way can be read from the logs, from the client and back";
  context.check((isWhole ? pass : fail)(name, `${trail.length} lines of ${nodes.size} nodes`));
}

export function showBalances(
  context: Context,
  before: readonly BankLedger[],
  after: readonly BankLedger[],
): void {
  const rows = before.flatMap(({ bank, accounts }) =>
    accounts.map(({ account, balance }) => {
      const now = after
        .find((ledger) => ledger.bank === bank)
        ?.accounts.find((each) => each.account === account);
      return [`${bank}/${account}`, `${balance}`, `${now?.balance ?? "?"}`];
    }),
  );
  context.table("Balances", { head: ["account", "before", "after"], rows });
}
