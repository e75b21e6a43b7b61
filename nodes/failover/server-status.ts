/** What servers say of themselves, and the table that shows it. */
import type { Host } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import { Store } from "./protocol.ts";

export interface ServerStatus {
  readonly rank: number;
  readonly phase: string;
  readonly serving: boolean;
  readonly epoch: number;
  /** Rank. */
  readonly primary: number;
  /** Ranks. */
  readonly live: readonly number[];
  readonly dead: readonly number[];
  /** Sequence numbers: held, known to be held by all that live, on disk. */
  readonly sequence: number;
  readonly committed: number;
  readonly durable: number;
  readonly keys: number;
  readonly guarantee: string;
}

/** One server and its status, or why there is none. */
export interface Reachable {
  readonly address: string;
  readonly status: ServerStatus | undefined;
  readonly problem: string;
}

const defaultTimeoutMs = 1_000;

/** @throws RpcError when it does not answer */
export async function statusOf(
  host: Host,
  address: string,
  timeoutMs = defaultTimeoutMs,
): Promise<ServerStatus> {
  const status = await host.connect(Store, address).status({}, { timeoutMs });
  return {
    ...status,
    sequence: Number(status.sequence),
    committed: Number(status.committed),
    durable: Number(status.durable),
    keys: Number(status.keys),
  };
}

/** Asks all at once; those that do not answer are among the results. */
export function statusesOf(host: Host, addresses: readonly string[]): Promise<Reachable[]> {
  return Promise.all(
    addresses.map(async (address) => {
      try {
        return { address, status: await statusOf(host, address), problem: "" };
      } catch (error) {
        if (!(error instanceof RpcError)) throw error;
        return { address, status: undefined, problem: error.code };
      }
    }),
  );
}

export const statusHead = [
  ...["server", "rank", "phase", "serves", "epoch", "primary", "dead"],
  ...["sequence", "committed", "on disk", "keys"],
] as const;

/** A row for `statusHead`. */
export function statusRow({ address, status, problem }: Reachable): string[] {
  if (status === undefined) return [address, "", `no answer: ${problem}`, ...Array(8).fill("")];
  const { rank, phase, serving, epoch, primary, dead, sequence, committed, durable, keys } = status;
  return [
    address,
    `${rank}`,
    phase,
    serving ? "yes" : "no",
    `${epoch}`,
    `${primary}`,
    dead.join(" ") || "none",
    `${sequence}`,
    `${committed}`,
    `${durable}`,
    `${keys}`,
  ];
}
