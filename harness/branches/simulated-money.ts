/**
 * Money of simulated customers: every update of a schedule has another power of two, so that a
 * balance tells which updates it is made of. The amounts grow, so that a withdrawal is often
 * refused that a moment later, after another customer's deposit, would not be.
 */

/** What the account begins with: enough for the first withdrawal of `c1` or of `c2`, not both. */
export const opening = 2n;

/** Customers of one schedule at the most. */
export const customersAtMost = 3;
const updatesAtMost = 20;

/**
 * @param client such as `c1`
 * @param update counts the client's deposits and withdrawals, from 1
 * @returns undefined when there are too many for an int64
 */
export function moneyOf(client: string, update: number): bigint | undefined {
  const place = Number(client.slice(1)) - 1;
  if (place >= customersAtMost || update > updatesAtMost) return undefined;
  return 2n ** BigInt((update - 1) * customersAtMost + place);
}
