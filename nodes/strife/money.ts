/**
 * Money in whole minor units. Numbers of JavaScript are exact up to 2^53; the limits keep every
 * balance, and every sum of two of them, below that.
 */
import { RpcError } from "../host/rpc-error.ts";

/** Of one payment: ten thousand million of the major unit. */
export const largestAmount = 1_000_000_000_000;
/** Of one account. */
export const largestBalance = 4_000_000_000_000_000;

/**
 * An amount that can be paid, from the 64-bit integer of a message.
 * @param text decimal digits
 * @throws RpcError INVALID_ARGUMENT on zero, a negative, a fraction, or more than can be paid
 */
export function parseAmount(text: string): number {
  const amount = /^-?\d+$/.test(text) ? BigInt(text) : 0n;
  if (amount >= 1n && amount <= BigInt(largestAmount)) return Number(amount);
  const limits = `a whole number from 1 to ${largestAmount}`;
  throw new RpcError("INVALID_ARGUMENT", `an amount must be ${limits}, but is ${text}`);
}

/** The balance with which an account is opened. @throws RpcError INVALID_ARGUMENT */
export function parseBalance(text: string): number {
  const balance = /^\d+$/.test(text) ? BigInt(text) : -1n;
  if (balance >= 0n && balance <= BigInt(largestBalance)) return Number(balance);
  const limits = `a whole number from 0 to ${largestBalance}`;
  throw new RpcError("INVALID_ARGUMENT", `a balance must be ${limits}, but is ${text}`);
}
