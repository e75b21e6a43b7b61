/** The end of a run with faults: all replicas back, nothing under way, everything read. */
import { RpcError } from "../../nodes/host/rpc-error.ts";
import type { FinalStates } from "../check/final-state.ts";
import type { Check } from "../check/verdict.ts";
import type { FaultClient, FaultCluster } from "./fault-cluster.ts";
import type { FaultWorkload } from "./fault-workload.ts";
import type { Protocol } from "./protocols.ts";
import { type ReplicaStates, replicaStates } from "./replica-states.ts";

/** What takes longer to come back or to catch up once all has healed is at fault. */
const patienceMs = 10_000;
const betweenLooksMs = 50;

export interface Rest {
  /** From when on nothing was under way but the last reads, on the clock of the history. */
  readonly quietAtMs: number;
  readonly finalStates: FinalStates;
  readonly check: Check;
}

/**
 * Waits until every replica is a member again and, where all hold all, until they hold the same;
 * then reads every file through the protocol and at each replica, as part of the history.
 */
export async function comeToRest(
  protocol: Protocol,
  store: FaultCluster,
  workload: FaultWorkload,
  client: FaultClient,
): Promise<Rest> {
  const { clock } = client.host;
  const deadlineMs = clock.monotonicMs() + patienceMs;
  let last: ReplicaStates = { members: [], states: new Map() };
  let problem: string | undefined;
  for (;;) {
    try {
      last = await replicaStates(client.directory);
      problem = whatIsMissing(protocol, store, last);
    } catch (error) {
      if (!(error instanceof RpcError)) throw error;
      problem = error.message;
    }
    if (problem === undefined || clock.monotonicMs() > deadlineMs) break;
    await clock.sleep(betweenLooksMs);
  }
  const quietAtMs = performance.now();
  for (const uuid of workload.uuids) {
    await workload.read(client, uuid);
    for (const member of last.members) await workload.readAt(client, member, uuid);
  }
  return { quietAtMs, finalStates: last.states, check: isBack(store, problem) };
}

/** Why it is not quiet yet, or undefined when it is. */
function whatIsMissing(
  protocol: Protocol,
  store: FaultCluster,
  { members, states }: ReplicaStates,
): string | undefined {
  const missing = store.replicas.filter((id) => !members.some((member) => member.id === id));
  if (missing.length > 0) return `not registered: ${missing.join(", ")}`;
  if (protocol.asksSome) return undefined;
  const [first, ...others] = [...states.values()];
  const equal = others.every((other) => Bun.deepEquals(other, first));
  return equal ? undefined : "the replicas do not hold the same";
}

function isBack(store: FaultCluster, problem: string | undefined): Check {
  return {
    name: "once all has healed, every replica comes back and catches up",
    verdict: problem === undefined ? "PASS" : "FAIL",
    evidence:
      problem === undefined
        ? `all ${store.replicas.length} replicas`
        : `after ${patienceMs} ms: ${problem}`,
  };
}
