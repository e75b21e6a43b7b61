/**
 * Who may call what: one table, from the method to the certificates and roles that may call it, and
 * to the accounts of a request that must be the caller's own. What is not in the table is refused.
 */
import type { PayRequest } from "../../proto/types/proctor/strife/v1/PayRequest.ts";
import type { Call, Interceptor } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";

/** The organizational unit of a certificate. */
export type CertificateRole = "client" | "gateway" | "bank";
export type UserRole = "client" | "admin";

export interface Rule {
  readonly certificates: readonly CertificateRole[];
  /** Roles of users that are logged in; without it nobody needs to be. */
  readonly users?: readonly UserRole[];
  /** The account in the request that must be the caller's own. */
  readonly own?: (request: object) => string;
}

const gateway = "/proctor.strife.v1.Gateway";
const client: Rule = { certificates: ["client"] };
const payer: Rule = { ...client, users: ["client"] };
const admin: Rule = { ...client, users: ["admin"] };
const anybody: Rule = { certificates: ["client", "gateway", "bank"] };

const operations: readonly (readonly [string, Rule])[] = [
  ["/grpc.health.v1.Health/Check", anybody],
  ["/grpc.health.v1.Health/Watch", anybody],
];

export const gatewayRules: ReadonlyMap<string, Rule> = new Map([
  ...operations,
  [`${gateway}/Register`, client],
  [`${gateway}/LogIn`, client],
  [`${gateway}/LogOut`, { ...client, users: ["client", "admin"] }],
  [`${gateway}/GetBalance`, { ...payer, own: (request) => (request as OneAccount).account }],
  [`${gateway}/Pay`, { ...payer, own: (request) => (request as PayRequest).payer ?? "" }],
  [`${gateway}/ListPayments`, payer],
  [`${gateway}/AddUser`, admin],
  [`${gateway}/AddAccount`, admin],
  [`${gateway}/ListKeys`, { certificates: ["gateway"] }],
  ["/proctor.strife.v1.Coordinator/Resolve", { certificates: ["bank"] }],
]);

const gateways: Rule = { certificates: ["gateway"] };

export const bankRules: ReadonlyMap<string, Rule> = new Map([
  ...operations,
  ...["Prepare", "Commit", "Abort", "GetAccount", "OpenAccount", "Audit"].map(
    (method) => [`/proctor.strife.v1.Bank/${method}`, gateways] as const,
  ),
]);

interface OneAccount {
  readonly account: string;
}

export interface User {
  readonly name: string;
  readonly role: UserRole;
}

/** What must be known of users; a bank knows none. */
export interface Users {
  /** @throws RpcError UNAUTHENTICATED without a good token that is this certificate's */
  authenticate(call: Call): User | Promise<User>;
  owns(user: string, account: string): boolean | Promise<boolean>;
}

const authenticated = new WeakMap<Call, User>();

/** Who is logged in. @throws Error where the table lets the method be called without that */
export function userOf(call: Call): User {
  const user = authenticated.get(call);
  if (user === undefined) throw new Error(`${call.method} is called without a user`);
  return user;
}

/** Lets through what the table allows. */
export function authorization(rules: ReadonlyMap<string, Rule>, users?: Users): Interceptor {
  return {
    start: async (call) => {
      const rule = rules.get(call.method);
      const role = call.identity?.role;
      if (call.identity === undefined) {
        throw new RpcError("UNAUTHENTICATED", "a certificate must be shown");
      }
      if (rule === undefined || !rule.certificates.some((each) => each === role)) {
        throw denied(`a certificate of the role ${role ?? "(none)"} may not call this`);
      }
      if (rule.users === undefined || users === undefined) return;
      const user = await users.authenticate(call);
      if (!rule.users.includes(user.role)) throw denied(`a ${user.role} may not call this`);
      authenticated.set(call, user);
    },
    request: async (call, request) => {
      const account = rules.get(call.method)?.own?.(request);
      if (account === undefined || (await users?.owns(userOf(call).name, account))) return;
      throw denied("this is not one of your accounts");
    },
  };
}

function denied(details: string): RpcError {
  return new RpcError("PERMISSION_DENIED", details);
}
