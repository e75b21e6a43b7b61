import type { AuditResponse__Output } from "../../proto/types/proctor/strife/v1/AuditResponse.ts";
import type { BankLedger } from "../check/payments.ts";

/** A bank's answer to an audit as checkers read it. */
export function readLedger(bank: string, audit: AuditResponse__Output): BankLedger {
  return {
    bank,
    accounts: audit.accounts.map(({ account, opening, balance, held }) => ({
      account,
      opening: BigInt(opening),
      balance: BigInt(balance),
      held: BigInt(held),
    })),
    transfers: audit.transactions.map(({ amount, ...transfer }) => ({
      ...transfer,
      amount: BigInt(amount),
    })),
  };
}
