/** The payments of one gateway in SQLite. */
import type { Database } from "../host/host.ts";
import type {
  Claim,
  Decision,
  OpenPayment,
  PaymentRow,
  PaymentState,
  PaymentStore,
} from "./payment-store.ts";

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

/**
 * Opens the tables in a database of the gateway's own.
 * @param owner the gateway's name
 */
export function sqlitePayments(database: Database, owner: string): PaymentStore {
  for (const table of tables) database.run(table);
  return {
    claim: (claim) => database.commit(() => claimIn(database, claim)),
    abandon: (transaction) => leaveClaimed(database, transaction, "aborted", null),
    finish: async (transaction, state, receipt) => {
      const next = state === "committed" ? "committing" : state;
      await leaveClaimed(database, transaction, next, receipt);
      return true;
    },
    acknowledge: (transaction) =>
      database.commit(() =>
        database.run("UPDATE payment SET state = 'committed' WHERE id = ?", transaction),
      ),
    decisions: async (transactions) => transactions.map((each) => decisionOf(database, each)),
    recover: () => recoverIn(database),
    // Nobody else works on this database.
    takeOver: async () => [],
    announce: async (address) => [address],
    isOf: async (gateway) => gateway === owner,
    list: async (user, limit) =>
      database.all<PaymentRow>(
        `SELECT ${columns} FROM payment WHERE user = ? ORDER BY key DESC LIMIT ?`,
        user,
        limit,
      ),
    keys: async () => database.all("SELECT user, key, id AS 'transaction', state FROM payment"),
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

function leaveClaimed(
  database: Database,
  transaction: string,
  state: string,
  receipt: Uint8Array | null,
): Promise<void> {
  return database.commit(() =>
    database.run(
      "UPDATE payment SET state = ?, receipt = ? WHERE id = ? AND state = 'claimed'",
      ...[state, receipt, transaction],
    ),
  );
}

function decisionOf(database: Database, transaction: string): Decision {
  const [known] = database.all<{ state: PaymentState }>(
    `SELECT ${columns} FROM payment WHERE id = ?`,
    transaction,
  );
  if (known?.state === "claimed") return "UNDECIDED";
  return known?.state === "committed" ? "COMMIT" : "ABORT";
}

function recoverIn(database: Database): Promise<OpenPayment[]> {
  return database.commit(() => {
    const open = database.all<OpenPayment>(
      `SELECT payer, payee, id AS 'transaction',
         CASE state WHEN 'committing' THEN 'committed' ELSE 'aborted' END AS state
       FROM payment WHERE state IN ('claimed', 'committing')`,
    );
    database.run("UPDATE payment SET state = 'aborted' WHERE state = 'claimed'");
    return open;
  });
}
