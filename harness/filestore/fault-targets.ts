/** Which methods of the file store faults are aimed at. */
import type { FaultTargets, TargetMethod } from "../kit/fault-plan.ts";
import type { Protocol } from "./protocols.ts";

const registry = "registry";

/** @param replicas their ids; under the primary-backup protocols the first is the primary */
export function faultTargets(protocol: Protocol, replicas: readonly string[]): FaultTargets {
  const methods = protocol.asksSome
    ? quorumMethods(protocol, replicas)
    : primaryBackupMethods(replicas);
  return { replicas, registry, methods };
}

function primaryBackupMethods(replicas: readonly string[]): TargetMethod[] {
  const [primary = "", ...backups] = replicas;
  return [
    { method: "Replicate", at: backups, weight: 5 },
    { method: "Forward", at: [primary], weight: 4 },
    { method: "Write", at: replicas, weight: 3 },
    { method: "Read", at: replicas, weight: 1 },
    { method: "Heartbeat", at: [registry], weight: 1 },
  ];
}

function quorumMethods({ writesBack }: Protocol, replicas: readonly string[]): TargetMethod[] {
  const reservations: TargetMethod[] = [
    { method: "Reserve", at: replicas, weight: 3 },
    { method: "Install", at: replicas, weight: 4 },
    { method: "Release", at: replicas, weight: 2 },
  ];
  return [
    ...(writesBack ? reservations : [{ method: "Write", at: replicas, weight: 5 }]),
    { method: "Read", at: replicas, weight: 3 },
    { method: "PickQuorum", at: [registry], weight: 2 },
    { method: "Heartbeat", at: [registry], weight: 1 },
  ];
}
