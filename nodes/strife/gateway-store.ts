/** Where a gateway keeps users and payments: in its own directory, or in a database of several. */
import type { Flag } from "../host/flags.ts";
import type { Host } from "../host/host.ts";
import type { PaymentStore } from "./payment-store.ts";
import { paymentTables, postgresPayments } from "./postgres-payments.ts";
import { postgresUsers, userTables } from "./postgres-users.ts";
import { sqlitePayments } from "./sqlite-payments.ts";
import { sqliteUsers } from "./sqlite-users.ts";
import type { UserStore } from "./user-store.ts";

export interface GatewayStore {
  readonly users: UserStore;
  readonly payments: PaymentStore;
}

const sqlite = "sqlite:";

export const storeFlag: Flag<string> = {
  placeholder: "sqlite:DIR|postgres://…",
  description:
    "users and payments: in a folder of --data-dir, or in a database of several gateways",
  fallback: sqlite,
  fallbackText: "sqlite:, in --data-dir itself",
  parse: (text) => {
    if (/^postgres(?:ql)?:\/\/\S+$/.test(text) || /^sqlite:[\w./-]*$/.test(text)) return text;
    throw new Error(`sqlite:DIR or postgres://…, but is ${JSON.stringify(text)}`);
  },
};

/**
 * @param leaseMs until another gateway may take over what this one is at, where there are several
 * @throws RpcError UNAVAILABLE when the database can't be reached
 */
export async function openStore(host: Host, place: string, leaseMs: number): Promise<GatewayStore> {
  if (place.startsWith(sqlite)) {
    const folder = place.slice(sqlite.length);
    const name = folder === "" ? "gateway.sqlite" : `${folder}/gateway.sqlite`;
    const database = await host.disk.openDatabase(name);
    return { users: sqliteUsers(database), payments: sqlitePayments(database, host.id) };
  }
  const shared = host.openShared(place);
  // Two gateways that make the same table at once would collide, `IF NOT EXISTS` or not.
  const statements = ["PERFORM pg_advisory_xact_lock(7)", ...userTables, ...paymentTables];
  await shared.query(`DO $$ BEGIN ${statements.join(";\n")}; END $$`);
  return {
    users: postgresUsers(shared),
    payments: postgresPayments(shared, { owner: host.id, leaseMs }),
  };
}
