import type { AuditResponse__Output } from "../../proto/types/proctor/strife/v1/AuditResponse.ts";
import type { BankLedger, KnownPayment } from "../check/payments.ts";

/** A bank's answer to an audit as checkers read it. */
export async function readLedger(
  bank: string,
  audit: AsyncIterable<AuditResponse__Output>,
): Promise<BankLedger> {
  const pages = await Array.fromAsync(audit);
  return {
    bank,
    accounts: pages
      .flatMap(({ accounts }) => accounts)
      .map(({ account, opening, balance, held, forgotten }) => ({
        account,
        opening: BigInt(opening),
        balance: BigInt(balance),
        held: BigInt(held),
        forgotten: BigInt(forgotten),
      })),
    transfers: pages
      .flatMap(({ transactions }) => transactions)
      .map(({ amount, ...transfer }) => ({ ...transfer, amount: BigInt(amount) })),
  };
}

/** What a gateway holds of all users' payments. */
export async function readPayments(
  keys: AsyncIterable<{ readonly keys: readonly KnownPayment[] }>,
): Promise<KnownPayment[]> {
  return (await Array.fromAsync(keys)).flatMap((page) => page.keys);
}
