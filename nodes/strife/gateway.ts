/**
 * Runs the payment gateway: knows users, takes payments, and coordinates the banks. Ends on
 * SIGTERM. Success: `READY <id> HOST:PORT`, then answers to clients, and to banks in doubt.
 *
 *   bun scripts/certs.ts --role gateway gateway
 *   bun nodes/strife/gateway.ts --id gateway --tls mutual --setup inputs/strife/accounts.json \
 *     --banks north=localhost:7001,south=localhost:7002
 *
 * Several gateways share what they know with `--store postgres://…`.
 */
import { type Flag, flag, type Options } from "../host/flags.ts";
import type { Host, Server } from "../host/host.ts";
import { jsonFile } from "../host/json-file.ts";
import { argon2id, type Passwords } from "../host/passwords.ts";
import { RpcError } from "../host/rpc-error.ts";
import { type CommonOptions, runNode } from "../host/run-node.ts";
import { type Client, implement } from "../host/service.ts";
import { bankPattern } from "./account.ts";
import { authorization, gatewayRules } from "./authorization.ts";
import { callLog } from "./call-log.ts";
import { gatewayHandlers } from "./gateway-handlers.ts";
import { openStore, storeFlag } from "./gateway-store.ts";
import { Payments } from "./payments.ts";
import { Bank, Coordinator, Gateway } from "./protocol.ts";
import { Sessions } from "./sessions.ts";
import { setUpSchema } from "./setup.ts";
import { TwoPhaseCommit } from "./two-phase-commit.ts";

const banks: Flag<ReadonlyMap<string, string>> = {
  placeholder: "NAME=HOST:PORT,…",
  description: "where the banks are",
  parse: (text) => {
    const address = flag.address("");
    const entries = text.split(",").map((word) => {
      const [name = "", place = "", ...rest] = word.split("=");
      if (bankPattern.test(name) && rest.length === 0) return [name, address.parse(place)] as const;
      throw new Error(`NAME=HOST:PORT, such as north=localhost:7001, but is ${word}`);
    });
    return new Map(entries);
  },
};

const duration = (description: string, minMs: number, fallbackMs: number) =>
  flag.duration(description, { minMs, maxMs: 86_400_000, fallbackMs });

export const gatewayFlags = {
  setup: jsonFile("users, accounts and balances with which all begins", setUpSchema),
  banks,
  store: storeFlag,
  prepareTimeoutMs: duration("how long one call to a bank may take", 10, 1_000),
  transactionTimeoutMs: duration("when a payment that is not decided is aborted", 10, 3_000),
  sessionMs: duration("how long a session lasts", 100, 3_600_000),
};

export type GatewayOptions = Options<typeof gatewayFlags> & CommonOptions;

/** How often old keys and sessions are forgotten. */
const expiryMs = 600_000;

export async function startGateway(
  host: Host,
  options: GatewayOptions,
  passwords: Passwords = argon2id,
): Promise<Server> {
  // An attempt that takes so long is past its own time-out.
  const leaseMs = 2 * options.transactionTimeoutMs;
  const { users, payments: store } = await openStore(host, options.store, leaseMs);
  await users.load(options.setup);
  const lifetimeMs = options.sessionMs;
  const sessions = new Sessions(host, { users, passwords, lifetimeMs });
  const bank = bankFinder(host, options.banks);
  let coordinators: readonly string[] = [options.advertise ?? options.address];
  const commitment = new TwoPhaseCommit(host, bank, options, () => coordinators);
  const payments = new Payments(host, store, commitment);
  await payments.recover();
  host.clock.every(expiryMs, async () => {
    await payments.expire();
    await sessions.expire();
  });
  const gateway = gatewayHandlers({ host, users, sessions, payments, passwords, bank });
  const server = await host.serve(
    options.address,
    [
      implement(Gateway, gateway),
      implement(Coordinator, {
        async resolve({ gateway, transactions }) {
          return { decisions: await payments.decisionsOf(gateway, transactions) };
        },
      }),
    ],
    { interceptors: [callLog(host.log), authorization(gatewayRules, sessions)] },
  );
  const address = options.advertise ?? server.address;
  const meetOthers = async () => {
    coordinators = await store.announce(address);
    await payments.takeOver();
  };
  await meetOthers();
  host.clock.every(leaseMs / 2, meetOthers);
  return server;
}

function bankFinder(host: Host, addresses: ReadonlyMap<string, string>) {
  return (name: string): Client<typeof Bank> => {
    const address = addresses.get(name);
    if (address !== undefined) return host.connect(Bank, address);
    throw new RpcError("NOT_FOUND", `there is no bank ${name}`);
  };
}

if (import.meta.main) {
  await runNode({
    role: "gateway",
    summary: "The payment gateway: users, payments at most once a key, two-phase commit.",
    flags: gatewayFlags,
    start: (host, options) => startGateway(host, options),
  });
}
