/**
 * The users and sessions of several gateways in PostgreSQL. Users and owners never change, so what
 * was found is kept; sessions end, so they are looked up each time, all of one turn at once.
 */
import { GroupCommit } from "../host/group-commit.ts";
import type { SharedDatabase } from "../host/host.ts";
import { RecentMap } from "../host/recent-map.ts";
import { RpcError } from "../host/rpc-error.ts";
import { ownersIn, type Session, type UserRow, type UserStore } from "./user-store.ts";

export const userTables = [
  `CREATE TABLE IF NOT EXISTS "user" (name text PRIMARY KEY, "passwordHash" text NOT NULL,
     role text NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS ownership (account text PRIMARY KEY, "user" text NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS session (hash text PRIMARY KEY, "user" text NOT NULL,
     "expiresAtMs" bigint NOT NULL)`,
  "CREATE TABLE IF NOT EXISTS loaded (once integer PRIMARY KEY)",
];

/** Users, and as many accounts, that are kept in memory. */
const kept = 100_000;
/** Another one begins beside a look-up that runs. */
const lookUpsAtOnce = 2;

export function postgresUsers(shared: SharedDatabase): UserStore {
  const users = new RecentMap<string, UserRow>(kept);
  const owners = new RecentMap<string, string>(kept);
  const sessions = new GroupCommit<string, Session | undefined>({
    process: (hashes) => sessionsOf(shared, hashes),
    concurrency: lookUpsAtOnce,
  });
  return {
    load: (setUp) => loadInto(shared, setUp),
    find: async (name) => {
      const known = users.get(name);
      if (known !== undefined) return known;
      const [found] = await shared.query<UserRow>('SELECT * FROM "user" WHERE name = $1', name);
      if (found !== undefined) users.set(name, found);
      return found;
    },
    ownerOf: async (account) => {
      const known = owners.get(account);
      if (known !== undefined) return known;
      const sql = 'SELECT "user" FROM ownership WHERE account = $1';
      const [found] = await shared.query<{ user: string }>(sql, account);
      if (found !== undefined) owners.set(account, found.user);
      return found?.user;
    },
    add: (user, accounts) => addTo(shared, user, accounts),
    addAccount: async (account, user) => {
      await shared.query(`INSERT INTO ownership VALUES ($1, $2) ${anyOwner}`, account, user);
    },
    addSession: async ({ hash, user, expiresAtMs }) => {
      await shared.query("INSERT INTO session VALUES ($1, $2, $3)", hash, user, expiresAtMs);
    },
    findSession: (hash) => sessions.submit(hash),
    removeSession: async (hash) => {
      await shared.query("DELETE FROM session WHERE hash = $1", hash);
    },
    expireSessions: async (beforeMs) => {
      await shared.query('DELETE FROM session WHERE "expiresAtMs" < $1', beforeMs);
    },
  };
}

/** Whose it is is the bank's word, which is the same each time. */
const anyOwner = 'ON CONFLICT (account) DO UPDATE SET "user" = excluded."user"';

/** Of several gateways that start at once, the first to mark the store loads it. */
async function loadInto(shared: SharedDatabase, setUp: Parameters<UserStore["load"]>[0]) {
  const { users } = setUp;
  const owned = ownersIn(setUp);
  await shared.query(
    `WITH first AS (INSERT INTO loaded VALUES (1) ON CONFLICT DO NOTHING RETURNING once),
       people AS (INSERT INTO "user"
         SELECT people.* FROM first, unnest($1::text[], $2::text[], $3::text[]) AS people)
     INSERT INTO ownership SELECT owned.* FROM first, unnest($4::text[], $5::text[]) AS owned`,
    users.map(({ name }) => name),
    users.map(({ passwordHash }) => passwordHash),
    users.map(({ role }) => role),
    owned.map(([account]) => account),
    owned.map(([, user]) => user),
  );
}

async function addTo(
  shared: SharedDatabase,
  { name, passwordHash, role }: UserRow,
  accounts: readonly string[],
): Promise<void> {
  const added = await shared.query(
    `WITH added AS (INSERT INTO "user" VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING name),
       owned AS (INSERT INTO ownership
         SELECT DISTINCT account, name FROM added, unnest($4::text[]) AS account ${anyOwner})
     SELECT name FROM added`,
    ...[name, passwordHash, role, accounts],
  );
  if (added.length > 0) return;
  throw new RpcError("ALREADY_EXISTS", `there is a user ${name} already`);
}

async function sessionsOf(shared: SharedDatabase, hashes: readonly string[]) {
  const rows = await shared.query<Session>(
    "SELECT * FROM session WHERE hash = ANY($1::text[])",
    hashes,
  );
  const found = new Map(rows.map((row) => [row.hash, row]));
  return hashes.map((hash) => {
    const row = found.get(hash);
    return row && { ...row, expiresAtMs: Number(row.expiresAtMs) };
  });
}
