/** What the names of checks mean that are terms of the field, in one sentence each. */

const rules: ReadonlyMap<string, string> = new Map([
  ["linearizable", "Each operation seems to happen at one moment between its call and its answer."],
  [
    "linearizable updates",
    "Each update seems to happen at one moment between its call and its answer.",
  ],
  [
    "sequential",
    "All operations seem to happen in one order, in which each client's own keep theirs.",
  ],
  [
    "sequential per key",
    "Of each key, operations seem to happen in one order, in which each client's keep theirs.",
  ],
  ["causal", "Nobody sees a write without the writes that had led to it."],
  ["regular", "A read returns the last complete write, or one that runs beside it."],
  ["writes follow reads", "Who has a write has also what its writer had read before."],
  ["monotonic writes", "Who has a write has also its writer's writes before it."],
  ["monotonic reads", "A client never reads anything older than what it has read before."],
  ["read your writes", "A client reads its own last write, or something newer."],
  ["eventual", "Once all is quiet, every read returns the same, and it was written."],
  ["version order", "Versions order all writes, and a later write has a greater one."],
  ["convergence", "After the quiet all replicas hold the same."],
  ["liveness", "Once all has healed, every operation succeeds before long."],
  [
    "the final state agrees with the history",
    "Nothing acknowledged is lost in the end, and whatever is held was written by somebody.",
  ],
]);

/** Undefined where the name of the check says it itself. */
export function ruleOf(name: string): string | undefined {
  return rules.get(name);
}
