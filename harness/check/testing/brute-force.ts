import { isIndefinite, type Operation, precedes } from "../history.ts";
import type { Model } from "../model.ts";

/**
 * A model of one key as a model of all keys, each with its own state, so that the definitions
 * below do not depend on the model's own way to split a history.
 */
export function overAllKeys<State>(model: Model<State>): Model<ReadonlyMap<string, State>> {
  return {
    ...model,
    initial: new Map(),
    partition: (operations) => [[...operations]],
    stateKey: (states) => JSON.stringify([...states].map(([key, s]) => [key, model.stateKey(s)])),
    step(states, operation) {
      const key = operation.key ?? "";
      const next = model.step(states.get(key) ?? model.initial, operation);
      return next === undefined ? undefined : new Map(states).set(key, next);
    },
  };
}

/**
 * The definition of linearizability, word for word: tries every order of every choice of
 * indefinite operations. For histories of a few operations only.
 */
export function linearizableByBruteForce<State>(
  model: Model<State>,
  operations: readonly Operation[],
): boolean {
  return hasOrder(model, operations, precedes);
}

/** The definition of sequential consistency, in the same way. */
export function sequentialByBruteForce<State>(
  model: Model<State>,
  operations: readonly Operation[],
): boolean {
  return hasOrder(
    model,
    operations,
    (first, second) => first.process === second.process && first.invoked < second.invoked,
  );
}

function hasOrder<State>(
  model: Model<State>,
  operations: readonly Operation[],
  mustPrecede: (first: Operation, second: Operation) => boolean,
): boolean {
  const goesOn = (state: State, left: readonly Operation[]): boolean =>
    left.every(isIndefinite) ||
    left.some((next) => {
      if (left.some((other) => mustPrecede(other, next))) return false;
      const after = model.step(state, next);
      const rest = left.filter((other) => other !== next);
      return after !== undefined && goesOn(after, rest);
    });
  return goesOn(model.initial, operations);
}
