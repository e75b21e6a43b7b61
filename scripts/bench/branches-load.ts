/** Loads a bank by deposits: customers spread over the branches, each asks its own. */
import { join } from "node:path";
import { Customer } from "../../nodes/branches/customer.ts";
import { createRealHost } from "../../nodes/host/real.ts";
import type { Load, LoadPlace } from "./load-worker.ts";

export interface BranchesLoadOptions {
  /** Of all branches, `host:port`. */
  readonly addresses: readonly string[];
  /** Where a customer may keep something. */
  readonly directory: string;
}

/** Every deposit is of 1, so that the balance counts them. */
const money = 1n;

/** `verify` tells how many deposits of this process were answered. */
export async function openLoad(
  { addresses, directory }: BranchesLoadOptions,
  { worker, seed }: LoadPlace,
): Promise<Load> {
  const id = `customers-${worker}`;
  const host = createRealHost({ id, dataDirectory: join(directory, id), seed });
  let deposits = 0;
  return {
    operation(kind, lane) {
      if (kind !== "deposit") throw new Error(`there is no operation ${kind}`);
      const customer = new Customer(host, lane, "balance");
      const branch = (lane + worker) % addresses.length;
      const address = addresses[branch] ?? "";
      const name = `${id}/${host.random.uuid()}`;
      let number = 0;
      return async () => {
        number += 1;
        const request = `${name}/${number}`;
        const event = { operation: kind, money, branch, address, number, request } as const;
        const { success } = await customer.perform(event);
        if (!success) throw new Error("a deposit was refused");
        deposits += 1;
      };
    },
    verify: async () => deposits,
    close: () => host.close(),
  };
}
