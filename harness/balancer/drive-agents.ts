/** Lets all client processes call at once, and puts together what they measured. */
import { quantile } from "simple-statistics";
import { RpcError } from "../../nodes/host/rpc-error.ts";
import type { DriveRequest } from "../../proto/types/proctor/balancer/v1/DriveRequest.ts";
import type { Agent } from "./balancer-cluster.ts";

export interface LoadSpec {
  /** Of all clients together; 0 for a closed loop. */
  readonly ratePerSecond: number;
  readonly durationMs: number;
  /** Of a closed loop, over all clients. */
  readonly lanes: number;
  readonly task: string;
  readonly size: number;
  readonly distribution: string;
  readonly timeoutMs: number;
  readonly seed: number;
}

/** One call. */
export interface CallSample {
  readonly dueMs: number;
  readonly responseMs: number;
  /** Empty after an error. */
  readonly backend: string;
  /** The status of an error; empty when it was answered. */
  readonly error: string;
}

export interface LoadOutcome {
  readonly samples: readonly CallSample[];
  readonly elapsedMs: number;
}

/** Each client draws its arrivals from a seed of its own, which a simulation can draw from too. */
export const seedOf = (seed: number, client: number) => seed * 1_000 + client;

/** Beyond the time of the calls, for the answer of the agent. */
const graceMs = 20_000;

export async function driveAgents(agents: readonly Agent[], load: LoadSpec): Promise<LoadOutcome> {
  const { ratePerSecond, durationMs, lanes, task, size, distribution, timeoutMs, seed } = load;
  const request: DriveRequest = {
    ratePerSecond: ratePerSecond / agents.length,
    durationMs,
    task: { task, size, distribution },
    timeoutMs,
  };
  // All have ended before an error is told, so that nobody calls on while nodes are stopped.
  const settled = await Promise.allSettled(
    agents.map((agent, client) => {
      const own = Math.floor((lanes + client) / agents.length);
      const mine = { ...request, lanes: own, seed: seedOf(seed, client) };
      return driveOne(agent, mine, durationMs + timeoutMs + graceMs);
    }),
  );
  const outcomes = settled.map((each) => {
    if (each.status === "rejected") throw each.reason;
    return each.value;
  });
  return {
    samples: outcomes.flatMap(({ samples }) => samples),
    elapsedMs: Math.max(...outcomes.map(({ elapsedMs }) => elapsedMs)),
  };
}

/** A machine that is very busy may reset a connection before the first request is sent on it. */
const attemptsAtMost = 3;

async function driveOne(agent: Agent, request: DriveRequest, timeoutMs: number) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await agent.drive(request, { timeoutMs });
    } catch (error) {
      const again = error instanceof RpcError && error.definite && error.code === "UNAVAILABLE";
      if (!again || attempt === attemptsAtMost) throw error;
    }
  }
}

/** What a set of calls came to. */
export interface LoadSummary {
  readonly calls: number;
  readonly errors: number;
  /** Of those that were answered, in milliseconds; 0 where none was. */
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly p999: number;
  readonly perSecond: number;
  /** By backend. */
  readonly answered: ReadonlyMap<string, number>;
}

export function summarizeLoad({ samples, elapsedMs }: LoadOutcome): LoadSummary {
  const good = samples.filter(({ error }) => error === "");
  const responses = good.map(({ responseMs }) => responseMs).sort((one, other) => one - other);
  const at = (share: number) => (responses.length === 0 ? 0 : quantile(responses, share));
  const answered = new Map<string, number>();
  for (const { backend } of good) answered.set(backend, (answered.get(backend) ?? 0) + 1);
  return {
    calls: samples.length,
    errors: samples.length - good.length,
    p50: at(0.5),
    p90: at(0.9),
    p99: at(0.99),
    p999: at(0.999),
    perSecond: (good.length * 1_000) / elapsedMs,
    answered,
  };
}

/**
 * Jain's fairness index (Jain, Chiu and Hawe 1984): 1 where all have equally much, 1/n where one
 * has all.
 * @param values at least one
 */
export function fairness(values: readonly number[]): number {
  const sum = values.reduce((total, value) => total + value, 0);
  const squares = values.reduce((total, value) => total + value * value, 0);
  return squares === 0 ? 1 : (sum * sum) / (values.length * squares);
}
