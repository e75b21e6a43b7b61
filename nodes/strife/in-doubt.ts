/**
 * What a bank does about transactions on which it voted Yes and heard no decision: it asks the
 * gateway that had it prepare, or another on the same store, until one answers. It never decides
 * alone.
 */
import type { ResolveRequest } from "../../proto/types/proctor/strife/v1/ResolveRequest.ts";
import type { Host } from "../host/host.ts";
import type { InDoubt, Ledger } from "./ledger.ts";
import { Coordinator } from "./protocol.ts";

/** Transactions of one question. */
const batchSize = 1_000;
/** A lost question must not hold up the next one for long. */
const timeoutMs = 1_000;

/** Asks once about all that are in doubt. A gateway that does not answer is asked the next time. */
export async function resolveDoubts(host: Host, ledger: Ledger): Promise<void> {
  const byGateway = Map.groupBy(ledger.inDoubt, ({ gateway }) => gateway);
  for (const [gateway, doubts] of byGateway) {
    await resolve(host, ledger, gateway, doubts.slice(0, batchSize)).catch((error: unknown) =>
      host.log.warn("in doubt", { gateway, transactions: doubts.length, error: String(error) }),
    );
  }
}

async function resolve(
  host: Host,
  ledger: Ledger,
  gateway: string,
  doubts: readonly InDoubt[],
): Promise<void> {
  const transactions = doubts.map(({ transaction }) => transaction);
  const decisions = await ask(host, ledger.coordinatorsOf(gateway), { gateway, transactions });
  const changes = transactions.map(async (transaction, place) => {
    const decision = decisions[place];
    if (decision === "COMMIT") await ledger.commit(transaction);
    else if (decision === "ABORT") await ledger.abort(transaction, gateway);
    else return;
    host.log.info("resolved", { transaction, decision });
  });
  await Promise.all(changes);
}

/** The answer of the first who gives one. @throws the last one's error */
async function ask(host: Host, coordinators: readonly string[], request: ResolveRequest) {
  let failure: unknown = new Error("nobody said whom to ask");
  for (const address of coordinators) {
    try {
      const coordinator = host.connect(Coordinator, address);
      return (await coordinator.resolve(request, { timeoutMs })).decisions;
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}
