/**
 * What a bank forgets of transactions that are finished, so that its database does not grow for
 * ever. A transaction is named by a UUID of version 7, which begins with the time at which its
 * gateway made it.
 */
import type { Database } from "../host/host.ts";
import { firstAt } from "./uuid-v7.ts";

/**
 * For how long a bank remembers a transaction. A payment is sent for at most 23 hours after it was
 * queued (`payer.ts`), each time in a new transaction, and a transaction is decided within a day of
 * its beginning (the longest `--transaction-timeout`). So nobody prepares one that is two days old.
 */
export const rememberedMs = 2 * 24 * 60 * 60 * 1000;

/** Rows of one database transaction. */
const batchRows = 500;

interface Finished {
  readonly id: string;
  readonly debit: string;
  readonly credit: string;
  readonly amount: number;
  readonly phase: string;
}

/** What sorts before it is old enough to be forgotten. */
export function horizonAt(nowMs: number): string {
  return firstAt(nowMs - rememberedMs);
}

/**
 * Within a database transaction. What is prepared stays, however old it is; what committed moved is
 * kept in sum with its accounts.
 * @returns how many were forgotten; 0 when there are no more
 */
export function forgetSome(database: Database, horizon: string): number {
  const finished = database.all<Finished>(
    `SELECT id, debit, credit, amount, phase FROM transfer
     WHERE id < ? AND phase <> 'prepared' LIMIT ?`,
    horizon,
    batchRows,
  );
  const move = (account: string, amount: number) =>
    database.run("UPDATE account SET forgotten = forgotten + ? WHERE number = ?", amount, account);
  for (const { id, debit, credit, amount, phase } of finished) {
    if (phase === "committed" && debit !== "") move(debit, -amount);
    if (phase === "committed" && credit !== "") move(credit, amount);
    database.run("DELETE FROM transfer WHERE id = ?", id);
  }
  return finished.length;
}
