/** How many queries a second one balancer answers, and what they cost. */

import type { BackendModel } from "../../harness/balancer/scenarios.ts";
import type { PolicyName } from "../../nodes/balancer/policies.ts";
import { Balancer } from "../../nodes/balancer/protocol.ts";
import { World } from "./balancer-world.ts";
import { countedCalls, targetsOf } from "./checked-h2load.ts";
import type { Row } from "./csv.ts";
import { percentilesOf } from "./latency.ts";
import { processorSeconds } from "./process-usage.ts";

export interface PickPlan {
  readonly backends: readonly BackendModel[];
  readonly policies: readonly PolicyName[];
  readonly seconds: number;
  readonly directory: string;
}

export interface PickRow extends Row {
  readonly policy: PolicyName;
  readonly picks: number;
  readonly per_second: number;
  readonly p50_ms: number;
  readonly p99_ms: number;
  /** Processor time of the balancer, in microseconds a query. */
  readonly balancer_us: number;
}

const shape = { connections: 4, streams: 16 };

/** Every query hands out one call, by which it is counted. @throws Error when one did not */
export async function measurePicks(plan: PickPlan): Promise<PickRow[]> {
  const { directory, backends, seconds } = plan;
  await using world = await World.start({ directory, backends, agents: 1, reuse: 1 });
  const { balanced, balancer } = world;
  const handedOut = async () => {
    const { backends: listed } = await balanced.admin().listBackends({});
    return listed.reduce((sum, { handedOutInAll }) => sum + Number(handedOutInAll), 0);
  };
  const { listVersion } = await balanced.balancer().pick({});
  const targets = targetsOf(Balancer, "pick", { listVersion }, [balancer.address]);
  const measure = countedCalls({ targets, shape, directory }, handedOut);
  const rows: PickRow[] = [];
  await measure(seconds);
  for (const policy of plan.policies) {
    await balanced.admin().setPolicy({ policy });
    const before = processorSeconds(balancer.pid);
    const { operations, seconds: took, latenciesMs } = await measure(seconds);
    const used = processorSeconds(balancer.pid) - before;
    const { p50, p99 } = percentilesOf(latenciesMs);
    rows.push({
      policy,
      picks: operations,
      per_second: Math.round(operations / took),
      p50_ms: p50,
      p99_ms: p99,
      balancer_us: Math.round((used * 1e6) / operations),
    });
  }
  return rows;
}
