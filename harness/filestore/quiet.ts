/** The end of a run with faults: all replicas back, nothing under way, everything read. */
import type { Member } from "../../nodes/filestore/membership.ts";
import type { ReplicaEntry } from "../check/convergence.ts";
import type { Check } from "../check/verdict.ts";
import type { FaultClient, FaultCluster } from "./fault-cluster.ts";
import type { FaultWorkload } from "./fault-workload.ts";
import type { Aftermath } from "./judge-history.ts";
import type { Protocol } from "./protocols.ts";

/** What takes longer to come back or to catch up once all has healed is at fault. */
const patienceMs = 10_000;
const betweenLooksMs = 50;

export interface Rest {
  readonly aftermath: Aftermath;
  readonly checks: readonly Check[];
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
  const { directory, host } = client;
  const deadlineMs = host.clock.monotonicMs() + patienceMs;
  const isLate = () => host.clock.monotonicMs() > deadlineMs;
  let members: readonly Member[] = [];
  while (members.length < store.replicas.length && !isLate()) {
    if (members.length > 0) await host.clock.sleep(betweenLooksMs);
    members = (await directory.replicas()).members;
  }
  const missing = store.replicas.filter((id) => !members.some((member) => member.id === id));
  const look = () => statesOf(client, members);
  let finalStates = await look();
  while (!protocol.asksSome && !allEqual(finalStates) && !isLate()) {
    await host.clock.sleep(betweenLooksMs);
    finalStates = await look();
  }
  const quietAtMs = performance.now();
  for (const uuid of workload.uuids) {
    await workload.read(client, uuid);
    for (const member of members) await workload.readAt(client, member, uuid);
  }
  const check: Check = {
    name: "every replica is back once all has healed",
    verdict: missing.length === 0 ? "PASS" : "FAIL",
    evidence:
      missing.length === 0
        ? `the registry lists all ${members.length}`
        : `not registered after ${patienceMs} ms: ${missing.join(", ")}`,
  };
  return { aftermath: { quietAtMs, finalStates }, checks: [check] };
}

async function statesOf(
  { directory }: FaultClient,
  members: readonly Member[],
): Promise<Map<string, ReplicaEntry[]>> {
  const states = await Promise.all(
    members.map(async (member) => {
      const objects = await directory.listAt(member);
      const entries = objects.map(({ uuid, name, content, version, deleted }) => {
        return { key: uuid, name, content, version, deleted };
      });
      return [member.id, entries] as const;
    }),
  );
  return new Map(states);
}

function allEqual(states: ReadonlyMap<string, readonly ReplicaEntry[]>): boolean {
  const [first, ...others] = [...states.values()];
  return others.every((other) => Bun.deepEquals(other, first));
}
