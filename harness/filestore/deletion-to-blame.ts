/**
 * Whether everybody who was told that a file is deleted has a deletion to blame for it: one of the
 * same uuid, other than the operation itself, that had begun by then.
 */
import { isIndefinite, type Operation } from "../check/history.ts";
import type { FileAnswer } from "../check/models/file-store.ts";
import { say } from "../check/sentence.ts";
import { type Check, fail, pass } from "../check/verdict.ts";

const tellOfDeletion = new Set(["FILE ALREADY DELETED", "DELETED FILE CANNOT BE UPDATED"]);

export function deletionToBlame(operations: readonly Operation[]): Check {
  const name = "what is called deleted was deleted by somebody";
  const told = operations.filter((operation) => {
    return !isIndefinite(operation) && tellOfDeletion.has((operation.output as FileAnswer).status);
  });
  const deletions = Map.groupBy(
    operations.filter(({ f }) => f === "delete"),
    ({ key }) => key,
  );
  const unexplained = told.find((operation) => {
    const ofTheFile = deletions.get(operation.key) ?? [];
    return !ofTheFile.some((each) => each !== operation && each.invoked < operation.returned);
  });
  if (unexplained === undefined) return pass(name, `${told.length} answers`);
  return fail(name, say`nobody else had deleted it: ${unexplained}`);
}
