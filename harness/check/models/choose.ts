import { HistoryError, type Operation } from "../history.ts";
import type { Model } from "../model.ts";
import { type FileStoreOptions, fileStore } from "./file-store.ts";
import { keyValue } from "./key-value.ts";
import { register } from "./register.ts";
import { swappingMap } from "./swapping-map.ts";

export const MODEL_NAMES = ["register", "key-value", "swapping-map", "file-store"] as const;

export type ModelName = (typeof MODEL_NAMES)[number];

/** Nobody but the model looks into its states, so their type can be forgotten. */
export function modelNamed(name: ModelName, options: FileStoreOptions = {}): Model<unknown> {
  if (name === "register") return register;
  if (name === "key-value") return keyValue as Model<unknown>;
  if (name === "swapping-map") return swappingMap as Model<unknown>;
  return fileStore(options) as Model<unknown>;
}

/** The model that the names of the operations, and a status in the answers, speak of. */
export function guessModelName(operations: readonly Operation[]): ModelName {
  const isOf = (name: ModelName) => {
    const known = modelNamed(name).operations;
    return operations.every((operation) => known.includes(operation.f));
  };
  const hasStatus = ({ output }: Operation) =>
    typeof output === "object" && output !== null && "status" in output;
  if (isOf("file-store") && operations.some((each) => each.f === "delete" || hasStatus(each))) {
    return "file-store";
  }
  if (isOf("register")) return "register";
  // In the other one nothing is ever absent: a key that was never written reads as empty.
  const hasAbsent = operations.some(
    ({ f, output }) => f === "delete" || (f === "get" && output === null),
  );
  if (isOf("swapping-map") && hasAbsent) return "swapping-map";
  if (isOf("key-value")) return "key-value";
  const names = [...new Set(operations.map((operation) => operation.f))].join(", ");
  throw new HistoryError(`no model knows all of the operations ${names}`);
}

/** @throws HistoryError when the model does not know one of the operations. */
export function refuseUnknownOperations<State>(
  model: Model<State>,
  operations: readonly Operation[],
): void {
  const unknown = operations.find((operation) => !model.operations.includes(operation.f));
  if (unknown === undefined) return;
  const known = model.operations.join(", ");
  throw new HistoryError(`the model ${model.name} knows ${known}, but not ${unknown.f}`);
}
