/** The users of a gateway and the accounts that are theirs: durable, and all of them in memory. */
import type { Database } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import type { UserRole } from "./authorization.ts";
import type { SetUp } from "./setup.ts";

export interface UserRow {
  readonly name: string;
  readonly passwordHash: string;
  readonly role: UserRole;
}

const tables = [
  `CREATE TABLE IF NOT EXISTS user (name TEXT PRIMARY KEY, passwordHash TEXT NOT NULL,
     role TEXT NOT NULL) WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS ownership (account TEXT PRIMARY KEY, user TEXT NOT NULL)
     WITHOUT ROWID`,
  "CREATE TABLE IF NOT EXISTS loaded (once INTEGER PRIMARY KEY)",
];

export class UserBook {
  readonly #database: Database;
  readonly #users = new Map<string, UserRow>();
  /** From the account to its owner. */
  readonly #owners = new Map<string, string>();

  constructor(database: Database) {
    this.#database = database;
    for (const table of tables) database.run(table);
    for (const user of database.all<UserRow>("SELECT * FROM user"))
      this.#users.set(user.name, user);
    const owned = database.all<{ account: string; user: string }>("SELECT * FROM ownership");
    for (const { account, user } of owned) this.#owners.set(account, user);
  }

  /** Loads the initial users with their accounts, once in the gateway's life. */
  async load({ users, accounts }: SetUp): Promise<void> {
    if (this.#database.all("SELECT 1 FROM loaded").length > 0) return;
    await this.#database.commit(() => {
      this.#database.run("INSERT INTO loaded VALUES (1)");
      for (const user of users) this.#insert(user);
      for (const { bank, number, owner } of accounts) {
        if (this.#users.has(owner)) this.#insertOwner(`${bank}/${number}`, owner);
      }
    });
  }

  get(name: string): UserRow | undefined {
    return this.#users.get(name);
  }

  owns(user: string, account: string): boolean {
    return this.#owners.get(account) === user;
  }

  /** @throws RpcError ALREADY_EXISTS */
  async add(user: UserRow, accounts: readonly string[]): Promise<void> {
    await this.#database.commit(() => {
      if (this.#users.has(user.name)) {
        throw new RpcError("ALREADY_EXISTS", `there is a user ${user.name} already`);
      }
      this.#insert(user);
      for (const account of accounts) this.#insertOwner(account, user.name);
    });
  }

  async addAccount(account: string, user: string): Promise<void> {
    await this.#database.commit(() => this.#insertOwner(account, user));
  }

  #insert(user: UserRow): void {
    const { name, passwordHash, role } = user;
    this.#database.run("INSERT INTO user VALUES (?, ?, ?)", name, passwordHash, role);
    this.#users.set(name, { name, passwordHash, role });
  }

  #insertOwner(account: string, user: string): void {
    this.#database.run("INSERT OR REPLACE INTO ownership VALUES (?, ?)", account, user);
    this.#owners.set(account, user);
  }
}
