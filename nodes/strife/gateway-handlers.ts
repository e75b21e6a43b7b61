/** What a gateway answers to clients. Who may call is settled before: see `authorization.ts`. */
import type { Host } from "../host/host.ts";
import type { Passwords } from "../host/passwords.ts";
import { RpcError } from "../host/rpc-error.ts";
import type { Client, Handlers } from "../host/service.ts";
import { parseAccount } from "./account.ts";
import { type UserRole, userOf } from "./authorization.ts";
import { note } from "./call-log.ts";
import { parseBalance } from "./money.ts";
import { pagesOf } from "./pages.ts";
import type { Payments } from "./payments.ts";
import type { Bank, Gateway } from "./protocol.ts";
import { decodeReceipt } from "./protocol.ts";
import type { Sessions } from "./sessions.ts";
import type { UserStore } from "./user-store.ts";

export interface GatewayParts {
  readonly host: Host;
  readonly users: UserStore;
  readonly sessions: Sessions;
  readonly payments: Payments;
  readonly passwords: Passwords;
  readonly bank: (name: string) => Client<typeof Bank>;
}

/** Limits of what a request may hold. */
const mostAccounts = 100;
const mostPayments = 1_000;
const passwordBytes = { least: 8, most: 256 };

/** How long a bank may take to tell a balance. */
const bankTimeoutMs = 2_000;

export function gatewayHandlers(parts: GatewayParts): Handlers<typeof Gateway> {
  const { users, sessions, payments, bank } = parts;
  const accountAt = (text: string) => {
    const { bank: name, number } = parseAccount(text);
    return bank(name).getAccount({ account: number }, { timeoutMs: bankTimeoutMs });
  };
  return {
    async register({ password, accounts }, call) {
      const name = call.identity?.name ?? "";
      note(call, { user: name });
      if (accounts.length > mostAccounts) throw invalid(`at most ${mostAccounts} accounts`);
      if ((await users.find(name)) !== undefined) {
        throw new RpcError("ALREADY_EXISTS", `there is a user ${name} already`);
      }
      for (const account of accounts) {
        const { owner } = await accountAt(account);
        // Whether another's account is there is not told.
        if (owner !== name) throw new RpcError("NOT_FOUND", `there is no account ${account}`);
      }
      await addUser(parts, { name, password, role: "client" }, accounts);
      return {};
    },
    async logIn({ user, password }, call) {
      if (Buffer.byteLength(password) > passwordBytes.most || user.length > 63) {
        throw invalid("the name or the password is too long");
      }
      return await sessions.logIn(call, user, password);
    },
    async logOut(_, call) {
      await sessions.logOut(call);
      return {};
    },
    async getBalance({ account }, call) {
      const { balance, held } = await accountAt(account);
      note(call, { user: userOf(call).name });
      return { balance, available: Number(balance) - Number(held) };
    },
    async pay(request, call) {
      const { name } = userOf(call);
      const response = await payments.pay(name, request, (progress) => note(call, { ...progress }));
      const { transaction, outcome } = decodeReceipt(response.receipt as Uint8Array);
      note(call, { transaction, outcome, replayed: response.replayed });
      return response;
    },
    async listPayments({ limit }, call) {
      if (limit < 1 || limit > mostPayments) throw invalid(`a limit from 1 to ${mostPayments}`);
      const rows = await payments.list(userOf(call).name, limit);
      return {
        payments: rows.map(({ fingerprint: _, receipt: _receipt, user: _user, ...row }) => row),
      };
    },
    async *listKeys() {
      for (const keys of pagesOf(await payments.keys())) yield { keys };
    },
    async addUser({ user, password, role }) {
      if (!/^[a-z0-9-]{1,63}$/.test(user)) throw invalid("a name has letters, digits and hyphens");
      if (role !== "client" && role !== "admin") throw invalid("a role is client or admin");
      await addUser(parts, { name: user, password, role }, []);
      return {};
    },
    async addAccount({ account, owner, balance }) {
      const { bank: name, number } = parseAccount(account);
      if ((await users.find(owner)) === undefined) {
        throw new RpcError("NOT_FOUND", `there is no user ${owner}`);
      }
      const opening = parseBalance(balance);
      await bank(name).openAccount({ account: number, owner, balance: opening });
      await users.addAccount(account, owner);
      return {};
    },
  };
}

/** @throws RpcError INVALID_ARGUMENT on a password that is too short or too long */
async function addUser(
  { users, passwords }: GatewayParts,
  user: { readonly name: string; readonly password: string; readonly role: UserRole },
  accounts: readonly string[],
): Promise<void> {
  const { least, most } = passwordBytes;
  const bytes = Buffer.byteLength(user.password);
  if (bytes < least || bytes > most) throw invalid(`a password has ${least} to ${most} bytes`);
  const { name, role } = user;
  const passwordHash = await passwords.hash(user.password);
  await users.add({ name, passwordHash, role }, accounts);
}

function invalid(details: string): RpcError {
  return new RpcError("INVALID_ARGUMENT", details);
}
