/** How accounts are named: `bank/number`, such as `north/1001`. */
import { RpcError } from "../host/rpc-error.ts";

export interface Account {
  readonly bank: string;
  readonly number: string;
}

export const bankPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const numberPattern = /^[A-Za-z0-9]{1,34}$/;

/** @throws RpcError INVALID_ARGUMENT when the text names no account */
export function parseAccount(text: string): Account {
  const [bank = "", number = "", ...rest] = text.split("/");
  if (bankPattern.test(bank) && numberPattern.test(number) && rest.length === 0 && bank.length < 64)
    return { bank, number };
  const shown = JSON.stringify(text.slice(0, 100));
  throw new RpcError("INVALID_ARGUMENT", `an account is written bank/number, but is ${shown}`);
}
