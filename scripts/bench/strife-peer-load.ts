/**
 * Loads a pair of PostgreSQL servers by the same transfers as two-phase commit: every client is a
 * coordinator with a connection to each server. A part changes a balance and writes the transfer
 * down, as our banks do; the decision is written down, and synced, before the second phase, for
 * without it nobody could tell after a crash what to do with what is prepared.
 */
import { SQL } from "bun";
import type { Load, LoadPlace } from "./load-worker.ts";

export interface PairLoadOptions {
  /** Of both servers. */
  readonly urls: readonly [string, string];
}

/** Of each server. */
export const pairAccounts = 1_024;
const lanesOfProcess = 512;

/** `verify` tells how many transfers of this process were committed at both servers. */
export async function openLoad({ urls }: PairLoadOptions, { worker }: LoadPlace): Promise<Load> {
  const clients = new Map<number, readonly [SQL, SQL]>();
  let done = 0;
  const clientOf = (lane: number) => {
    const open = (url: string) => new SQL({ url, max: 1, idleTimeout: 0 });
    const client = clients.get(lane) ?? ([open(urls[0]), open(urls[1])] as const);
    clients.set(lane, client);
    return client;
  };
  return {
    operation(kind, lane) {
      if (kind !== "transfer") throw new Error(`there is no operation ${kind}`);
      const client = clientOf(lane);
      const [from, to] = lane % 2 === 0 ? client : [client[1], client[0]];
      const account = (worker * lanesOfProcess + lane) % pairAccounts;
      return async () => {
        const id = crypto.randomUUID();
        await Promise.all([prepare(from, id, account, -1), prepare(to, id, account, 1)]);
        await from`INSERT INTO decision VALUES (${id})`;
        await Promise.all([from.commitDistributed(id), to.commitDistributed(id)]);
        done += 1;
      };
    },
    verify: async () => done,
    close: () => {
      for (const sql of [...clients.values()].flat()) void sql.close();
    },
  };
}

async function prepare(server: SQL, id: string, account: number, amount: number): Promise<void> {
  await server.beginDistributed(id, async (transaction) => {
    await Promise.all([
      transaction`UPDATE account SET balance = balance + ${amount} WHERE number = ${account}`,
      transaction`INSERT INTO transfer VALUES (${id}, ${account}, ${amount})`,
    ]);
  });
}
