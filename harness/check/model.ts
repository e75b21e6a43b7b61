import type { Operation } from "./history.ts";

/**
 * A sequential specification: how one copy of the system, asked one operation at a time, must
 * answer. It is deterministic: a state and an operation's input have one effect.
 */
export interface Model<State> {
  readonly name: string;
  /** The names of the operations that it knows. */
  readonly operations: readonly string[];
  /** Those of them that only look. */
  readonly reads: readonly string[];
  readonly initial: State;
  /**
   * Splits operations into groups that do not influence each other, so that each can be judged
   * alone (P-compositionality: Horn & Kroening, "Faster linearizability checking via
   * P-compositionality", 2015). Operations that say nothing may be left out.
   */
  partition(operations: readonly Operation[]): Operation[][];
  /**
   * The state after the operation; undefined when its answer is impossible in this state. The
   * answer of an indefinite operation is unknown, so it is always possible.
   */
  step(state: State, operation: Operation): State | undefined;
  /** Equal exactly for equal states. */
  stateKey(state: State): string;
  /**
   * The operation as accesses to a register per key, for the checks that need to know which write
   * a read got its value from. Undefined when it has no such form.
   */
  accesses(operation: Operation): Accesses | undefined;
  /** The value (as in `Access`) of a key that was never written. */
  readonly unwritten: string;
}

/** What an operation says about the register of its key: what it saw there, what it left there. */
export interface Accesses {
  readonly read?: Access;
  readonly wrote?: Access;
}

export interface Access {
  /** Equal exactly for equal values of one key. */
  readonly value: string;
  /** Opaque, sorts as bytes; absent when unknown. */
  readonly version?: string;
}

/** Groups operations by key, in the order of first use. */
export function partitionByKey(operations: readonly Operation[]): Operation[][] {
  return [...Map.groupBy(operations, (operation) => operation.key).values()];
}
