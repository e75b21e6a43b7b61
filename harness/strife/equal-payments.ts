/** Payments are told apart by their keys alone, not by their time or by what they say (3.3). */
import type { Payer } from "../../nodes/strife/payer.ts";
import { decodeReceipt } from "../../nodes/strife/protocol.ts";
import { type Check, fail, pass } from "../check/verdict.ts";

/** @param newKey makes keys; both payments are sent at once */
export async function equalPayments(payer: Payer, newKey: () => string): Promise<Check> {
  const name = "equal payments at the same time under two keys are two payments";
  const order = { payer: "north/1001", payee: "west/3002", amount: 3 };
  const answers = await Promise.all(
    [newKey(), newKey()].map((key) => payer.gateway.pay({ key, ...order }, payer.options)),
  );
  const receipts = answers.map(({ receipt }) => decodeReceipt(receipt));
  const transactions = new Set(receipts.map(({ transaction }) => transaction));
  const paid = receipts.filter(({ outcome }) => outcome === "PAID").length;
  const evidence = `${paid} paid, ${transactions.size} transactions`;
  return paid === 2 && transactions.size === 2 ? pass(name, evidence) : fail(name, evidence);
}
