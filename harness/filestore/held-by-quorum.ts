/**
 * Quorum: whether what was acknowledged is still at N_w replicas in the end, there or replaced by
 * something newer or a tombstone. With fewer, some read quorum would miss it.
 */
import type { FileObject } from "../../nodes/filestore/store.ts";
import { isIndefinite, type Operation } from "../check/history.ts";
import type { FileAnswer } from "../check/models/file-store.ts";
import { say } from "../check/sentence.ts";
import { type Check, fail, pass } from "../check/verdict.ts";
import { quorumSizes } from "./simulated-sizes.ts";

export function heldByQuorum(
  operations: readonly Operation[],
  held: ReadonlyMap<string, readonly FileObject[]>,
): Check {
  const name = "each update is held by N_w replicas";
  const due = quorumSizes.writeQuorum;
  let updates = 0;
  for (const operation of operations) {
    if (operation.f === "read" || isIndefinite(operation)) continue;
    const { status, version } = operation.output as FileAnswer;
    if (status !== "SUCCESS") continue;
    updates += 1;
    const holders = [...held].filter(([, objects]) => {
      const object = objects.find(({ uuid }) => uuid === operation.key);
      if (object === undefined) return false;
      return object.deleted || (operation.f === "write" && object.version >= (version ?? ""));
    });
    if (holders.length >= due) continue;
    const ids = holders.map(([id]) => id).join(", ") || "no replica";
    return fail(name, say`${ids} holds ${operation}, due are ${due}`);
  }
  return pass(name, `${updates} updates`);
}
