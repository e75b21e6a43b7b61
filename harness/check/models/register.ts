import { HistoryError, isIndefinite, type Operation } from "../history.ts";
import { type Accesses, type Model, partitionByKey } from "../model.ts";

type Value = unknown;

/**
 * Registers with compare-and-set, one a key, each nil (null) at first.
 * `read`: output is the value. `write`: input is the value. `cas`: input is `[expected, next]`,
 * output is true when it was swapped and false when it did not match. Values are plain JSON.
 */
export const register: Model<Value> = {
  name: "register",
  operations: ["read", "write", "cas"],
  reads: ["read"],
  initial: null,
  unwritten: "null",
  partition: partitionByKey,
  stateKey: valueKey,
  step(state, operation) {
    if (operation.f === "write") return operation.input;
    if (operation.f === "cas") return compareAndSet(state, operation);
    return isIndefinite(operation) || same(state, operation.output) ? state : undefined;
  },
  accesses(operation): Accesses {
    const { f, input, output } = operation;
    if (f === "write") return { wrote: { value: valueKey(input) } };
    if (f === "read") return isIndefinite(operation) ? {} : { read: { value: valueKey(output) } };
    const [expected, next] = casInput(operation);
    const wrote = { value: valueKey(next) };
    if (isIndefinite(operation)) return { wrote };
    // A refused swap tells only what the value was not, which no single write accounts for.
    return output === true ? { read: { value: valueKey(expected) }, wrote } : {};
  },
};

function compareAndSet(state: Value, operation: Operation): Value | undefined {
  const [expected, next] = casInput(operation);
  const matches = same(state, expected);
  if (isIndefinite(operation) || operation.output === matches) return matches ? next : state;
  return undefined;
}

function casInput(operation: Operation): [Value, Value] {
  const input = operation.input;
  if (Array.isArray(input) && input.length === 2) return [input[0], input[1]];
  throw new HistoryError(
    `the input of a cas must be [expected, next], not ${JSON.stringify(input)}`,
  );
}

function valueKey(value: Value): string {
  return JSON.stringify(value ?? null);
}

function same(a: Value, b: Value): boolean {
  return a === b || valueKey(a) === valueKey(b);
}
