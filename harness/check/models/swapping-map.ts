import { isIndefinite, type Operation } from "../history.ts";
import { type Accesses, type Model, partitionByKey } from "../model.ts";

/** Null: the key is not there. */
type Value = string | null;

/**
 * A map from strings to strings that answers a write with what it replaced. `get`: output is the
 * value. `put`: input is the new value, output the old one. `delete`: output is the old value.
 * Null stands for no value.
 */
export const swappingMap: Model<Value> = {
  name: "swapping-map",
  operations: ["get", "put", "delete"],
  reads: ["get"],
  initial: null,
  unwritten: "null",
  partition: partitionByKey,
  stateKey: (state) => JSON.stringify(state),
  step(state, operation) {
    const wrong = !isIndefinite(operation) && operation.output !== state;
    if (wrong) return undefined;
    return operation.f === "get" ? state : newValue(operation);
  },
  accesses(operation): Accesses {
    const read = isIndefinite(operation)
      ? {}
      : { read: { value: JSON.stringify(operation.output ?? null) } };
    if (operation.f === "get") return read;
    return { ...read, wrote: { value: JSON.stringify(newValue(operation)) } };
  },
};

function newValue({ f, input }: Operation): Value {
  return f === "delete" ? null : String(input);
}
