/** What `harness/balancer.ts` can be told. */
import { policyNames } from "../../nodes/balancer/policies.ts";
import { flag } from "../../nodes/host/flags.ts";
import type { RunContext } from "../kit/run-context.ts";

/** Of the balancers that the harness starts. */
export const leaseMs = 1_000;

export const balancerFlags = {
  backends: flag.integer("how many backends", { min: 6, max: 100, fallback: 12 }),
  clients: flag.integer("callers at once, over all client processes", {
    min: 4,
    max: 10_000,
    fallback: 100,
  }),
  agents: flag.integer("client processes", { min: 1, max: 16, fallback: 4 }),
  policy: flag.choice("what the balancers begin with", policyNames, "least_load"),
  discovery: flag.choice("how the balancers are found", ["static", "dns", "etcd"], "static"),
  serve: flag.switch("keep balancers and backends up until Ctrl-C, and print commands to try"),
};

export type BalancerContext = RunContext<typeof balancerFlags>;
