/**
 * The payments of several gateways in PostgreSQL. Every statement is a transaction of its own, so
 * what one gateway reads is durable; what waits while one statement runs goes with the next.
 *
 * `leaseUntil`, by the server's clock, is when others may take over what a gateway is at. No
 * promise rests on it: whoever decides first has decided, as the row leaves `claimed` once.
 */
import { GroupCommit } from "../host/group-commit.ts";
import type { SharedDatabase } from "../host/host.ts";
import type {
  Claim,
  Decision,
  KnownKey,
  OpenPayment,
  PaymentRow,
  PaymentState,
  PaymentStore,
} from "./payment-store.ts";

export const paymentTables = [
  `CREATE TABLE IF NOT EXISTS payment ("user" text NOT NULL, key text NOT NULL,
     payer text NOT NULL, payee text NOT NULL, amount bigint NOT NULL, fingerprint text NOT NULL,
     id text NOT NULL UNIQUE, state text NOT NULL, receipt bytea, attempts integer NOT NULL,
     "createdAtMs" bigint NOT NULL, owner text NOT NULL, "leaseUntil" timestamptz NOT NULL,
     PRIMARY KEY ("user", key))`,
  `CREATE INDEX IF NOT EXISTS open_payment ON payment ("leaseUntil")
     WHERE state IN ('claimed', 'committing')`,
  "CREATE TABLE IF NOT EXISTS gateway (name text PRIMARY KEY, address text NOT NULL)",
];

/** `committing` is `committed` while a voter has not acknowledged it. */
const columns = `"user", key, payer, payee, amount, fingerprint, id AS transaction,
  CASE state WHEN 'committing' THEN 'committed' ELSE state END AS state,
  receipt, attempts, "createdAtMs"`;

/** Another one begins beside a statement that runs. */
const statementsAtOnce = 2;

export interface Place {
  /** The gateway's name: what it left open it finds again by it. */
  readonly owner: string;
  /** Until another gateway takes over what this one does not bring to its end. */
  readonly leaseMs: number;
}

interface Step {
  readonly transaction: string;
  readonly from: "claimed" | "committing";
  readonly to: "aborted" | "refused" | "committing" | "committed";
  readonly receipt: Uint8Array | null;
}

export function postgresPayments(shared: SharedDatabase, place: Place): PaymentStore {
  const claims = new GroupCommit<Claim, PaymentRow | undefined>({
    process: (items) => claimAll(shared, place, items),
    concurrency: statementsAtOnce,
  });
  const steps = new GroupCommit<Step, boolean>({
    process: (items) => takeAll(shared, place, items),
    concurrency: statementsAtOnce,
  });
  return {
    claim: (claim) => claims.submit(claim),
    abandon: async (transaction) => {
      await steps.submit({ transaction, from: "claimed", to: "aborted", receipt: null });
    },
    finish: (transaction, state, receipt) => {
      const to = state === "committed" ? "committing" : state;
      return steps.submit({ transaction, from: "claimed", to, receipt });
    },
    acknowledge: async (transaction) => {
      await steps.submit({ transaction, from: "committing", to: "committed", receipt: null });
    },
    decisions: (transactions) => decisionsOf(shared, transactions),
    recover: () => takeOverFrom(shared, place, "owner = $1"),
    takeOver: () => takeOverFrom(shared, place, '"leaseUntil" < now()'),
    announce: (address) => announceIn(shared, place.owner, address),
    isOf: async (gateway) => {
      const sql = "SELECT name FROM gateway WHERE name = $1";
      return (await shared.query(sql, gateway)).length > 0;
    },
    list: async (user, limit) => {
      const rows = await shared.query<PaymentRow>(
        `SELECT ${columns} FROM payment WHERE "user" = $1 ORDER BY key DESC LIMIT $2`,
        ...[user, limit],
      );
      return rows.map(withNumbers);
    },
    keys: () => shared.query<KnownKey>('SELECT "user", key, id AS transaction, state FROM payment'),
    expire: async (beforeMs) => {
      await shared.query(
        `UPDATE payment SET key = id WHERE "createdAtMs" < $1 AND key <> id
           AND state IN ('committed', 'refused', 'aborted')`,
        beforeMs,
      );
    },
  };
}

/**
 * One row a key, so of two gateways at the same key the later one waits for the earlier one's
 * statement, and finds its row. In the order of the keys, so that two never wait for each other.
 */
async function claimAll(
  shared: SharedDatabase,
  { owner, leaseMs }: Place,
  claims: readonly Claim[],
): Promise<(PaymentRow | undefined)[]> {
  const column = (pick: (claim: Claim) => string | number) => claims.map(pick);
  const claimed = await shared.query<{ id: string }>(
    `INSERT INTO payment AS known
     SELECT "user", key, payer, payee, amount, fingerprint, id, 'claimed', NULL, 1, "createdAtMs",
       $9, now() + $10 * interval '1 millisecond'
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[],
       $7::text[], $8::bigint[])
       AS claim ("user", key, payer, payee, amount, fingerprint, id, "createdAtMs")
     ORDER BY "user", key
     ON CONFLICT ("user", key) DO UPDATE SET id = excluded.id, state = 'claimed',
       attempts = known.attempts + 1, owner = excluded.owner, "leaseUntil" = excluded."leaseUntil"
     WHERE known.state = 'aborted' AND known.fingerprint = excluded.fingerprint
     RETURNING id`,
    column(({ user }) => user),
    column(({ key }) => key),
    column(({ payer }) => payer),
    column(({ payee }) => payee),
    column(({ amount }) => amount),
    column(({ fingerprint }) => fingerprint),
    column(({ transaction }) => transaction),
    column(({ nowMs }) => nowMs),
    ...[owner, leaseMs],
  );
  const won = new Set(claimed.map(({ id }) => id));
  const lost = claims.filter(({ transaction }) => !won.has(transaction));
  const known = await rowsOf(shared, lost);
  return claims.map((claim) => known.get(placeOf(claim)));
}

const placeOf = ({ user, key }: Pick<Claim, "user" | "key">) => JSON.stringify([user, key]);

/** By their places. A row that is there is never removed, so each of them is found. */
async function rowsOf(
  shared: SharedDatabase,
  claims: readonly Claim[],
): Promise<Map<string, PaymentRow>> {
  if (claims.length === 0) return new Map();
  const rows = await shared.query<PaymentRow>(
    `SELECT ${columns} FROM payment
     WHERE ("user", key) IN (SELECT * FROM unnest($1::text[], $2::text[]))`,
    claims.map(({ user }) => user),
    claims.map(({ key }) => key),
  );
  const found = new Map(rows.map((row) => [placeOf(row), withNumbers(row)]));
  if (found.size === claims.length) return found;
  throw new Error(`${claims.length} keys were claimed before, of which ${found.size} are there`);
}

/** @returns of each whether it was taken: a row that is in another state keeps it */
async function takeAll(
  shared: SharedDatabase,
  { leaseMs }: Place,
  steps: readonly Step[],
): Promise<boolean[]> {
  const column = (pick: (step: Step) => string | Uint8Array | null) => steps.map(pick);
  const taken = await shared.query<{ id: string }>(
    `UPDATE payment SET state = step.to, receipt = coalesce(step.receipt, payment.receipt),
       "leaseUntil" = now() + $5 * interval '1 millisecond'
     FROM unnest($1::text[], $2::text[], $3::text[], $4::bytea[])
       AS step (id, "from", "to", receipt)
     WHERE payment.id = step.id AND payment.state = step.from
     RETURNING payment.id`,
    column(({ transaction }) => transaction),
    column(({ from }) => from),
    column(({ to }) => to),
    column(({ receipt }) => receipt),
    leaseMs,
  );
  const found = new Set(taken.map(({ id }) => id));
  return steps.map(({ transaction }) => found.has(transaction));
}

async function decisionsOf(
  shared: SharedDatabase,
  transactions: readonly string[],
): Promise<Decision[]> {
  const rows = await shared.query<{ transaction: string; state: PaymentState }>(
    `SELECT ${columns} FROM payment WHERE id = ANY($1::text[])`,
    transactions,
  );
  const states = new Map(rows.map(({ transaction, state }) => [transaction, state]));
  return transactions.map((transaction) => {
    const state = states.get(transaction);
    if (state === "claimed") return "UNDECIDED";
    return state === "committed" ? "COMMIT" : "ABORT";
  });
}

/** @param condition of the rows; `$1` is this gateway, `$2` its lease in milliseconds */
function takeOverFrom(
  shared: SharedDatabase,
  { owner, leaseMs }: Place,
  condition: string,
): Promise<OpenPayment[]> {
  return shared.query<OpenPayment>(
    `UPDATE payment SET owner = $1, "leaseUntil" = now() + $2 * interval '1 millisecond',
       state = CASE state WHEN 'claimed' THEN 'aborted' ELSE state END
     WHERE state IN ('claimed', 'committing') AND ${condition}
     RETURNING id AS transaction, payer, payee,
       CASE state WHEN 'committing' THEN 'committed' ELSE state END AS state`,
    ...[owner, leaseMs],
  );
}

async function announceIn(
  shared: SharedDatabase,
  name: string,
  address: string,
): Promise<readonly string[]> {
  await shared.query(
    `INSERT INTO gateway VALUES ($1, $2)
     ON CONFLICT (name) DO UPDATE SET address = excluded.address`,
    ...[name, address],
  );
  const others = await shared.query<{ address: string }>(
    "SELECT address FROM gateway WHERE name <> $1 ORDER BY name",
    name,
  );
  return [address, ...others.map((other) => other.address)];
}

/** 64 bits come as text; what we store in them are exact numbers. */
function withNumbers(row: PaymentRow): PaymentRow {
  return { ...row, amount: Number(row.amount), createdAtMs: Number(row.createdAtMs) };
}
