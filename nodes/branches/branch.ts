/**
 * Runs one branch of the bank: it holds a replica of the balance, serves its customers, and brings
 * every update to all other branches. Ends on SIGTERM. Success: `READY <id> HOST:PORT` once it has
 * what the other branches have, then answers.
 *
 *   bun nodes/branches/branch.ts --id b1 --branch 1 --balance 400 --address 127.0.0.1:7001
 *   bun nodes/branches/branch.ts --id b2 --branch 2 --balance 400 --home 127.0.0.1:7001
 */
import { flag, type Options } from "../host/flags.ts";
import type { Host, Server } from "../host/host.ts";
import { type CommonOptions, runNode } from "../host/run-node.ts";
import { BranchNode } from "./branch-node.ts";
import { modes } from "./mode.ts";

const time = { minMs: 1, maxMs: 600_000 } as const;

export const branchFlags = {
  branch: flag.integer("number of this branch", { min: 0, max: Number.MAX_SAFE_INTEGER }),
  balance: flag.integer("what the account begins with, the same at every branch", {
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    fallback: 0,
  }),
  home: flag.optional(flag.address("the home branch; the one without is the home branch itself")),
  mode: flag.choice(
    "what is promised: one exact balance, Lamport's clocks, or session guarantees",
    modes,
    "balance",
  ),
  patienceMs: flag.duration("how long a request waits for other branches", {
    ...time,
    fallbackMs: 2_000,
  }),
  joinTimeoutMs: flag.duration("how long to try to reach the home branch and to catch up", {
    ...time,
    fallbackMs: 30_000,
  }),
  propagationDelayMs: flag.duration("sessions: hold updates back, to see what sessions are for", {
    ...time,
    minMs: 0,
    fallbackMs: 0,
  }),
};

export type BranchOptions = Options<typeof branchFlags> & CommonOptions;

export async function startBranch(host: Host, options: BranchOptions): Promise<Server> {
  const branch = await BranchNode.open(host, options);
  return branch.serve();
}

if (import.meta.main) {
  await runNode({
    role: "branch",
    summary: "A branch of the bank, with a replica of the account's balance.",
    flags: branchFlags,
    start: startBranch,
  });
}
