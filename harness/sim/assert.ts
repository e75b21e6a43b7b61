/** Stops at once when the simulator itself is wrong or used wrongly. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`simulation: ${message}`);
}
