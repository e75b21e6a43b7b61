/** The payments of one gateway in SQLite. */
import type { Database } from "../host/host.ts";
import type { Claim, OpenPayment, PaymentRow, PaymentStore } from "./payment-store.ts";

const tables = [
  `CREATE TABLE IF NOT EXISTS payment (user TEXT NOT NULL, key TEXT NOT NULL,
     payer TEXT NOT NULL, payee TEXT NOT NULL, amount INTEGER NOT NULL, fingerprint TEXT NOT NULL,
     id TEXT NOT NULL, state TEXT NOT NULL, receipt BLOB, attempts INTEGER NOT NULL,
     createdAtMs INTEGER NOT NULL, PRIMARY KEY (user, key)) WITHOUT ROWID`,
  "CREATE UNIQUE INDEX IF NOT EXISTS payment_by_transaction ON payment (id)",
  `CREATE INDEX IF NOT EXISTS open_payment ON payment (state)
     WHERE state IN ('claimed', 'committing')`,
];

/** `committing` is `committed` while a voter has not acknowledged it. */
const columns = `user, key, payer, payee, amount, fingerprint, id AS 'transaction',
  CASE state WHEN 'committing' THEN 'committed' ELSE state END AS state,
  receipt, attempts, createdAtMs`;

/** Opens the tables in a database of the gateway's own. */
export function sqlitePayments(database: Database): PaymentStore {
  for (const table of tables) database.run(table);
  const setState = (state: string, transaction: string) =>
    database.commit(() =>
      database.run("UPDATE payment SET state = ? WHERE id = ?", state, transaction),
    );
  return {
    claim: (claim) => database.commit(() => claimIn(database, claim)),
    abandon: (transaction) => setState("aborted", transaction),
    finish: (transaction, state, receipt) =>
      database.commit(() =>
        database.run(
          "UPDATE payment SET state = ?, receipt = ? WHERE id = ?",
          ...[state === "committed" ? "committing" : state, receipt, transaction],
        ),
      ),
    acknowledge: (transaction) => setState("committed", transaction),
    isCommitted: (transaction) =>
      database.all(
        "SELECT 1 FROM payment WHERE id = ? AND state IN ('committing', 'committed')",
        transaction,
      ).length > 0,
    open: () =>
      database.all<OpenPayment>(
        `SELECT ${columns} FROM payment WHERE state IN ('claimed', 'committing')`,
      ),
    list: (user, limit) =>
      database.all<PaymentRow>(
        `SELECT ${columns} FROM payment WHERE user = ? ORDER BY key DESC LIMIT ?`,
        user,
        limit,
      ),
    keys: () => database.all("SELECT user, key, id AS 'transaction', state FROM payment"),
    expire: (beforeMs) =>
      database.commit(() =>
        database.run(
          `UPDATE payment SET key = id WHERE createdAtMs < ? AND key <> id
             AND state IN ('committed', 'refused', 'aborted')`,
          beforeMs,
        ),
      ),
  };
}

function claimIn(database: Database, claim: Claim): PaymentRow | undefined {
  const { user, key, payer, payee, amount, fingerprint, transaction, nowMs } = claim;
  const [known] = database.all<PaymentRow>(
    `SELECT ${columns} FROM payment WHERE user = ? AND key = ?`,
    user,
    key,
  );
  if (known === undefined) {
    database.run(
      "INSERT INTO payment VALUES (?, ?, ?, ?, ?, ?, ?, 'claimed', NULL, 1, ?)",
      ...[user, key, payer, payee, amount, fingerprint, transaction, nowMs],
    );
    return undefined;
  }
  if (known.state !== "aborted" || known.fingerprint !== fingerprint) return known;
  database.run(
    "UPDATE payment SET id = ?, state = 'claimed', attempts = attempts + 1 WHERE id = ?",
    ...[transaction, known.transaction],
  );
  return undefined;
}
