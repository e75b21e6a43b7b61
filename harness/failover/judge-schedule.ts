/** Judges one simulated schedule of the fail-over store by what its chapter promises. */
import { pairOperations } from "../check/history.ts";
import { linearizable } from "../check/linearizability.ts";
import { swappingMap } from "../check/models/swapping-map.ts";
import { type Check, fail, pass, undecided } from "../check/verdict.ts";
import type { Outcome } from "../sim/problem.ts";
import type { FinalState, ServerState } from "./simulation.ts";

/** A schedule has few operations, so that a search which takes longer will never end. */
const limits = { timeLimitMs: 4_000 };

export function judgeServers(
  { history, state }: Outcome<FinalState>,
  ids: readonly string[],
): Check[] {
  const operations = pairOperations([...history, ...(state?.reads ?? [])]);
  const checks = [linearizable(swappingMap, operations, limits)];
  if (state === undefined) return [...checks, undecided("final state", "it was never read")];
  const { held } = state;
  return [
    ...checks,
    agree("all servers are live in the end", held, ids, ({ live }) => live.join(" ")),
    agree("all servers are in one epoch", held, ids, ({ epoch }) => `${epoch}`),
    agree("all servers hold the same", held, ids, ({ pairs, sequence }) =>
      [sequence, ...pairs.map(({ key, value }) => `${key}=${value}`)].join(" "),
    ),
    agree("all that is held is on disk", held, ids, ({ durable }) => `${durable}`),
  ];
}

function agree(
  name: string,
  held: ReadonlyMap<string, ServerState>,
  ids: readonly string[],
  tell: (state: ServerState) => string,
): Check {
  const answers = ids.map((id) => {
    const state = held.get(id);
    return state === undefined ? "nothing" : tell(state);
  });
  const [first = ""] = answers;
  if (answers.every((each) => each === first)) return pass(name, `each says ${first}`);
  return fail(name, ids.map((id, index) => `${id}: ${answers[index]}`).join("; "));
}
