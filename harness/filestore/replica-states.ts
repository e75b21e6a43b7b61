import type { Directory } from "../../nodes/filestore/file-client.ts";
import type { Member } from "../../nodes/filestore/membership.ts";
import type { ReplicaEntry } from "../check/convergence.ts";

/** All replicas that are registered, and what each holds. */
export interface ReplicaStates {
  readonly members: readonly Member[];
  /** By the replica's id. */
  readonly states: ReadonlyMap<string, readonly ReplicaEntry[]>;
}

/** Reads everything from every replica. @throws RpcError when somebody does not answer */
export async function replicaStates(directory: Directory): Promise<ReplicaStates> {
  const { members } = await directory.replicas();
  const states = await Promise.all(
    members.map(async (member) => {
      const objects = await directory.listAt(member);
      const entries = objects.map(({ uuid, name, content, version, deleted }): ReplicaEntry => {
        return { key: uuid, name, content, version, deleted };
      });
      return [member.id, entries] as const;
    }),
  );
  return { members, states: new Map(states) };
}
