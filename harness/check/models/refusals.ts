import { isIndefinite, type Operation } from "../history.ts";

/** Refusals by one replica, which the others of a quorum need not have shared. */
const MAY_APPLY = new Set([
  "FILE WITH THE SAME NAME ALREADY EXISTS",
  "DELETED FILE CANNOT BE UPDATED",
  "FILE CANNOT BE RENAMED",
  "FILE ALREADY DELETED",
  "VERSION NOT ALLOWED",
]);

/**
 * Makes refused writes and deletes indefinite. In the specification's quorum flow each of the N_w
 * replicas decides for itself, so what one refused another may have applied, where it stays and may
 * be read for ever; and the reason that one replica gave need not hold for the store as a whole. A
 * refused operation gets a process of its own, since its client goes on.
 */
export function refusalsMayApply(operations: readonly Operation[]): Operation[] {
  return operations.map((operation) => {
    if (operation.f === "read" || isIndefinite(operation)) return operation;
    const { status } = (operation.output ?? {}) as { readonly status?: string };
    if (status === undefined || !MAY_APPLY.has(status)) return operation;
    return {
      ...operation,
      process: `${operation.process}/refused-${operation.invoked}`,
      output: undefined,
      returned: Number.POSITIVE_INFINITY,
      returnedAt: Number.POSITIVE_INFINITY,
    };
  });
}
