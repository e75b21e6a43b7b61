/**
 * What a gateway must not forget of users: who they are, which accounts are theirs, and who is
 * logged in. `sqlite-users.ts` keeps it for one gateway, `postgres-users.ts` for several. A user,
 * its password, and an account's owner never change once they are there.
 */
import type { UserRole } from "./authorization.ts";
import type { SetUp } from "./setup.ts";

export interface UserRow {
  readonly name: string;
  readonly passwordHash: string;
  readonly role: UserRole;
}

export interface Session {
  /** Of its token. */
  readonly hash: string;
  readonly user: string;
  readonly expiresAtMs: number;
}

/** Every change is durable when resolved. */
export interface UserStore {
  /** Loads the initial users with their accounts, once in the store's life. */
  load(setUp: SetUp): Promise<void>;
  find(name: string): Promise<UserRow | undefined>;
  ownerOf(account: string): Promise<string | undefined>;
  /** @throws RpcError ALREADY_EXISTS */
  add(user: UserRow, accounts: readonly string[]): Promise<void>;
  addAccount(account: string, user: string): Promise<void>;
  addSession(session: Session): Promise<void>;
  findSession(hash: string): Promise<Session | undefined>;
  removeSession(hash: string): Promise<void>;
  /** Forgets sessions that have ended before. */
  expireSessions(beforeMs: number): Promise<void>;
}

/** The accounts of the set-up file whose owners are users there: pairs of account and user. */
export function ownersIn({ users, accounts }: SetUp): (readonly [string, string])[] {
  const names = new Set(users.map(({ name }) => name));
  return accounts
    .filter(({ owner }) => names.has(owner))
    .map(({ bank, number, owner }) => [`${bank}/${number}`, owner]);
}
