import { isIndefinite } from "../history.ts";
import { type Accesses, type Model, partitionByKey } from "../model.ts";

/**
 * A map from strings to strings; a key that was never written reads as the empty string.
 * `get`: output is the value. `put`: input replaces the value. `append`: input is added at the
 * end of the value.
 */
export const keyValue: Model<string> = {
  name: "key-value",
  operations: ["get", "put", "append"],
  reads: ["get"],
  initial: "",
  unwritten: "",
  partition: partitionByKey,
  stateKey: (state) => state,
  step(state, operation) {
    if (operation.f === "put") return String(operation.input);
    if (operation.f === "append") return state + String(operation.input);
    return isIndefinite(operation) || operation.output === state ? state : undefined;
  },
  accesses(operation): Accesses | undefined {
    if (operation.f === "append") return undefined;
    if (operation.f === "put") return { wrote: { value: String(operation.input) } };
    return isIndefinite(operation) ? {} : { read: { value: String(operation.output) } };
  },
};
