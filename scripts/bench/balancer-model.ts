/** The arrivals of a measurement, in a simulation of the same backends. */
import { type LoadSpec, seedOf } from "../../harness/balancer/drive-agents.ts";
import {
  type QueueCall,
  type QueueModel,
  simulateQueues,
} from "../../harness/balancer/queue-simulation.ts";
import type { Scenario } from "../../harness/balancer/scenarios.ts";
import { drawArrivals } from "../../nodes/balancer/arrivals.ts";
import { arrivalsName } from "../../nodes/balancer/drive.ts";
import type { PolicyName } from "../../nodes/balancer/policies.ts";
import { seededRandom } from "../../nodes/host/random.ts";
import { queueAtMost } from "./balancer-world.ts";
import { type Percentiles, percentilesOf } from "./latency.ts";

/** What grpc-js needs for a call on this machine, there and back, about. */
const roundTripMs = 1;
const reportEveryMs = 100;
const lifetimeMs = 50;

export interface ModelPlan {
  readonly scenario: Scenario;
  readonly load: LoadSpec;
  readonly agents: number;
  readonly reuse: number;
  /** Calls that are due earlier are left out, as they are in the measurement. */
  readonly warmUpMs: number;
}

/** Response times of one policy over the arrivals of a measurement. */
export function simulated(plan: ModelPlan, policy: PolicyName): Percentiles {
  const { reuse } = plan;
  return run(plan, { policy, reuse, reports: { everyMs: reportEveryMs }, roundTripMs });
}

/** Join-shortest-queue with perfect knowledge and no network: the same policy code, never old. */
export function shortestQueue(plan: ModelPlan): Percentiles {
  return run(plan, { policy: "least_load", reuse: 1, reports: "perfect", roundTripMs: 0 });
}

function run(
  plan: ModelPlan,
  rest: Pick<QueueModel, "policy" | "reuse" | "reports" | "roundTripMs">,
): Percentiles {
  const { scenario, load, warmUpMs } = plan;
  const { killed, added } = scenario;
  const backends = scenario.backends.map((backend) =>
    backend.id === killed ? { ...backend, untilMs: load.durationMs / 3 } : backend,
  );
  const joins = added === undefined ? [] : [{ ...added, fromMs: (load.durationMs * 2) / 3 }];
  const { responses } = simulateQueues({
    ...rest,
    calls: [...callsOf(plan), ...sideCalls(plan)].sort((one, other) => one.dueMs - other.dueMs),
    backends: [...backends, ...joins],
    lifetimeMs,
    queueAtMost,
    seed: load.seed,
  });
  const counted = responses.filter(({ dueMs }) => dueMs >= warmUpMs);
  return percentilesOf(counted.map(({ responseMs }) => responseMs));
}

function callsOf({ load, agents }: ModelPlan): QueueCall[] {
  const { durationMs, size: meanSize, distribution, seed } = load;
  const ratePerSecond = load.ratePerSecond / agents;
  return Array.from({ length: agents }, (_, client) => {
    const random = seededRandom(seedOf(seed, client), arrivalsName);
    const arrivals = drawArrivals(random, { ratePerSecond, durationMs, meanSize, distribution });
    return arrivals.map((arrival) => ({ ...arrival, client }));
  }).flat();
}

/** Those that keep slots busy by the clock; what is really computed is too short to matter here. */
function sideCalls({ scenario, load }: ModelPlan): QueueCall[] {
  return scenario.sideLoads
    .filter(({ task }) => task === "emulate")
    .flatMap(({ backends, size, ratePerSecond }) => {
      const random = seededRandom(seedOf(load.seed, 0), arrivalsName);
      const plan = {
        ratePerSecond: ratePerSecond * backends.length,
        durationMs: load.durationMs,
        meanSize: size,
        distribution: "constant",
      };
      return drawArrivals(random, plan).map((arrival, index) => {
        return { ...arrival, client: 0, pinnedTo: backends[index % backends.length] ?? "" };
      });
    });
}
