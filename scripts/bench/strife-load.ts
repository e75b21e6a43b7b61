/** Loads Strife by payments: every client has a connection and an account of its own. */
import { createRealHost, type RealHost } from "../../nodes/host/real.ts";
import { loadCredentials } from "../../nodes/host/tls.ts";
import { decodeReceipt, Gateway } from "../../nodes/strife/protocol.ts";
import { uuidV7 } from "../../nodes/strife/uuid-v7.ts";
import type { Load, LoadPlace } from "./load-worker.ts";

export interface StrifeLoadOptions {
  /** `host:port` */
  readonly gateway: string;
  readonly certificates: string;
  /** Who pays, and the metadata that its session asks for. */
  readonly user: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly banks: readonly string[];
}

/** Of each bank: one for each client of each process, and one that all may pay. */
export const accountsOfBank = 1_024;
const lanesOfProcess = 512;
export const hotAccount = accountsOfBank - 1;

const timeoutMs = 20_000;

/** `verify` tells how many payments of this process were answered as paid. */
export async function openLoad(
  { gateway: address, certificates, user, metadata, banks }: StrifeLoadOptions,
  { worker, seed }: LoadPlace,
): Promise<Load> {
  const hosts = new Map<number, RealHost>();
  const credentials = loadCredentials("mutual", certificates, user);
  let paid = 0;
  const hostOf = (lane: number) => {
    const id = `client-${worker}-${lane}`;
    const options = { id, dataDirectory: "", seed, logLevel: "silent", credentials } as const;
    const host = hosts.get(lane) ?? createRealHost(options);
    hosts.set(lane, host);
    return host;
  };
  return {
    operation(kind, lane) {
      const host = hostOf(lane);
      const gateway = host.connect(Gateway, address);
      const number = (worker * lanesOfProcess + lane) % hotAccount;
      const accounts = accountsFor(kind, lane, banks);
      const order = { ...accounts(number), amount: 1 };
      return async () => {
        const request = { ...order, key: uuidV7(host) };
        const { receipt } = await gateway.pay(request, { metadata, timeoutMs });
        const { outcome, reason } = decodeReceipt(receipt);
        if (outcome !== "PAID") throw new Error(`${order.payer} to ${order.payee}: ${reason}`);
        paid += 1;
      };
    },
    verify: async () => paid,
    close: () => {
      for (const host of hosts.values()) host.close();
    },
  };
}

/** From one bank to the next; of `hot`, to one account of the first bank. */
function accountsFor(kind: string, lane: number, banks: readonly string[]) {
  const at = (place: number) => banks[place % banks.length] ?? "";
  if (kind === "spread") {
    return (number: number) => ({
      payer: `${at(lane)}/${number}`,
      payee: `${at(lane + 1)}/${number}`,
    });
  }
  if (kind !== "hot") throw new Error(`there is no operation ${kind}`);
  const others = 1 + (lane % (banks.length - 1));
  return (number: number) => ({
    payer: `${at(others)}/${number}`,
    payee: `${at(0)}/${hotAccount}`,
  });
}
