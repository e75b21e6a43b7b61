/**
 * Runs one bank, a participant of two-phase commit. Ends on SIGTERM. Success: `READY <id>
 * HOST:PORT`, then answers to gateways alone. It loads its own accounts from the set-up file at its
 * first start; from then on its database is the truth.
 *
 *   bun scripts/certs.ts --role bank north
 *   bun nodes/strife/bank.ts --id north --tls mutual --setup inputs/strife/accounts.json
 */
import { flag, type Options } from "../host/flags.ts";
import type { Call, Host, Server } from "../host/host.ts";
import { jsonFile } from "../host/json-file.ts";
import { RpcError } from "../host/rpc-error.ts";
import { type CommonOptions, runNode } from "../host/run-node.ts";
import { type Handlers, implement } from "../host/service.ts";
import { numberPattern } from "./account.ts";
import { authorization, bankRules } from "./authorization.ts";
import { callLog, note } from "./call-log.ts";
import { resolveDoubts } from "./in-doubt.ts";
import { Ledger, type Transfer } from "./ledger.ts";
import { parseAmount, parseBalance } from "./money.ts";
import { pagesOf } from "./pages.ts";
import { Bank } from "./protocol.ts";
import { setUpSchema } from "./setup.ts";

export const bankFlags = {
  setup: jsonFile("users, accounts and balances with which all begins", setUpSchema),
  inDoubtMs: flag.duration("how often to ask about transactions that are not decided", {
    minMs: 10,
    maxMs: 60_000,
    fallbackMs: 1_000,
  }),
};

/** Gateways of one store, at the most. */
const mostCoordinators = 100;

export type BankOptions = Options<typeof bankFlags> & CommonOptions;

/** How often a bank looks for transactions that it need not remember any longer. */
const forgetEveryMs = 600_000;

export async function startBank(host: Host, options: BankOptions): Promise<Server> {
  const ledger = await Ledger.open(host);
  await ledger.load(options.setup.accounts.filter(({ bank }) => bank === host.id));
  host.clock.every(options.inDoubtMs, () => resolveDoubts(host, ledger));
  host.clock.every(forgetEveryMs, () => ledger.forgetFinished());
  return await host.serve(options.address, [implement(Bank, handlersOf(ledger))], {
    interceptors: [callLog(host.log), authorization(bankRules)],
  });
}

function handlersOf(ledger: Ledger): Handlers<typeof Bank> {
  return {
    async prepare(request, call) {
      const transfer = checkTransfer(request);
      const gateway = gatewayOf(call);
      await ledger.noteCoordinators(gateway, checkAddresses(request.coordinators));
      const cast = await ledger.prepare(transfer, gateway);
      note(call, cast.vote === "YES" ? { vote: "YES" } : { ...cast });
      return cast;
    },
    async commit({ transaction }) {
      await ledger.commit(transaction);
      return {};
    },
    async abort({ transaction }, call) {
      await ledger.abort(checkTransaction(transaction), gatewayOf(call));
      return {};
    },
    async getAccount({ account }) {
      const known = ledger.account(account);
      if (known === undefined) throw new RpcError("NOT_FOUND", `there is no account ${account}`);
      return { owner: known.owner, balance: known.balance, held: known.held };
    },
    async openAccount({ account, owner, balance }) {
      if (!numberPattern.test(account) || owner === "" || owner.length > 63) {
        throw new RpcError("INVALID_ARGUMENT", "an account needs a number and an owner");
      }
      await ledger.openAccount(account, owner, parseBalance(balance));
      return {};
    },
    async *audit() {
      const { accounts, transactions } = ledger.audit();
      for (const page of pagesOf(accounts)) yield { accounts: page };
      for (const page of pagesOf(transactions)) yield { transactions: page };
    },
  };
}

function gatewayOf({ identity }: Call): string {
  if (identity === undefined) throw new Error("a gateway calls without a certificate");
  return identity.name;
}

/** @throws RpcError INVALID_ARGUMENT */
function checkAddresses(addresses: readonly string[]): readonly string[] {
  const isRight =
    addresses.length <= mostCoordinators && addresses.every((each) => each.length < 300);
  if (isRight) return addresses;
  throw new RpcError("INVALID_ARGUMENT", `at most ${mostCoordinators} coordinators, by host:port`);
}

/** @throws RpcError INVALID_ARGUMENT */
function checkTransfer(request: Omit<Transfer, "amount"> & { readonly amount: string }): Transfer {
  const { transaction, debit, credit, amount } = request;
  const sides = [debit, credit].filter((account) => account !== "");
  if (sides.length === 0 || debit === credit || !sides.every((each) => numberPattern.test(each))) {
    throw new RpcError("INVALID_ARGUMENT", "a transfer needs one account or two different ones");
  }
  return {
    transaction: checkTransaction(transaction),
    debit,
    credit,
    amount: parseAmount(amount),
  };
}

/** @throws RpcError INVALID_ARGUMENT */
function checkTransaction(transaction: string): string {
  if (/^[0-9a-f-]{36}$/.test(transaction)) return transaction;
  throw new RpcError("INVALID_ARGUMENT", "a transaction is named by a UUID");
}

if (import.meta.main) {
  await runNode({
    role: "bank",
    summary: "A bank: holds accounts and votes on payments.",
    flags: bankFlags,
    start: startBank,
  });
}
