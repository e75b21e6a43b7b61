/**
 * Money of simulated customers: every update of a schedule has another power of two, so that a
 * balance tells which updates it is made of.
 */

/** What the account begins with: enough for most withdrawals, not for all. */
export const opening = 2n ** 52n;

/** Customers of one schedule at the most. */
export const customersAtMost = 3;
const updatesAtMost = 20;

/** Of the powers: a prime, so that multiples of `stride` visit each once, large and small mixed. */
const powers = 61;
const stride = 37;

/**
 * @param client such as `c1`
 * @param update counts the client's deposits and withdrawals, from 1
 * @returns undefined when there are too many for an int64
 */
export function moneyOf(client: string, update: number): bigint | undefined {
  const place = Number(client.slice(1)) - 1;
  if (place >= customersAtMost || update > updatesAtMost) return undefined;
  const turn = (update - 1) * customersAtMost + place;
  return 2n ** BigInt((turn * stride) % powers);
}
