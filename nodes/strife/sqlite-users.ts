/** The users and sessions of one gateway in SQLite. */
import type { Database } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import { ownersIn, type Session, type UserRow, type UserStore } from "./user-store.ts";

const tables = [
  `CREATE TABLE IF NOT EXISTS user (name TEXT PRIMARY KEY, passwordHash TEXT NOT NULL,
     role TEXT NOT NULL) WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS ownership (account TEXT PRIMARY KEY, user TEXT NOT NULL)
     WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS session (hash TEXT PRIMARY KEY, user TEXT NOT NULL,
     expiresAtMs INTEGER NOT NULL) WITHOUT ROWID`,
  "CREATE TABLE IF NOT EXISTS loaded (once INTEGER PRIMARY KEY)",
];

/** Opens the tables in a database of the gateway's own. */
export function sqliteUsers(database: Database): UserStore {
  for (const table of tables) database.run(table);
  const find = (name: string) =>
    database.all<UserRow>("SELECT * FROM user WHERE name = ?", name)[0];
  const insert = ({ name, passwordHash, role }: UserRow) =>
    database.run("INSERT INTO user VALUES (?, ?, ?)", name, passwordHash, role);
  const own = (account: string, user: string) =>
    database.run("INSERT OR REPLACE INTO ownership VALUES (?, ?)", account, user);
  return {
    load: (setUp) =>
      database.commit(() => {
        if (database.all("SELECT 1 FROM loaded").length > 0) return;
        database.run("INSERT INTO loaded VALUES (1)");
        for (const user of setUp.users) insert(user);
        for (const [account, owner] of ownersIn(setUp)) own(account, owner);
      }),
    find: async (name) => find(name),
    ownerOf: async (account) => {
      const sql = "SELECT user FROM ownership WHERE account = ?";
      return database.all<{ user: string }>(sql, account)[0]?.user;
    },
    add: (user, accounts) =>
      database.commit(() => {
        if (find(user.name) !== undefined) {
          throw new RpcError("ALREADY_EXISTS", `there is a user ${user.name} already`);
        }
        insert(user);
        for (const account of accounts) own(account, user.name);
      }),
    addAccount: (account, user) => database.commit(() => own(account, user)),
    addSession: ({ hash, user, expiresAtMs }) =>
      database.commit(() =>
        database.run("INSERT INTO session VALUES (?, ?, ?)", hash, user, expiresAtMs),
      ),
    findSession: async (hash) =>
      database.all<Session>("SELECT * FROM session WHERE hash = ?", hash)[0],
    removeSession: (hash) =>
      database.commit(() => database.run("DELETE FROM session WHERE hash = ?", hash)),
    expireSessions: (beforeMs) =>
      database.commit(() => database.run("DELETE FROM session WHERE expiresAtMs < ?", beforeMs)),
  };
}
