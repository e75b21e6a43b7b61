/** The flags of `harness/kv-failover.ts`, and what its flows work with. */
import { guarantees } from "../../nodes/failover/guarantee.ts";
import { flag } from "../../nodes/host/flags.ts";
import type { RunContext } from "../kit/run-context.ts";

export const failoverFlags = {
  servers: flag.integer("how many servers", { min: 3, max: 100, fallback: 10 }),
  guarantee: flag.choice(
    "last-standing: serves while one server is up; majority: while most are",
    guarantees,
    "last-standing",
  ),
  serve: flag.switch("keep a cluster up until Ctrl-C, and print commands to try on it"),
};

export type FailoverContext = RunContext<typeof failoverFlags>;
