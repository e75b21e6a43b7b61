/**
 * Cuts a failing schedule down to a smaller one that fails in the same check: first whole clients,
 * then faults, then operations, by delta debugging (Zeller and Hildebrandt 2002, "Simplifying and
 * isolating failure-inducing input", the algorithm ddmin).
 */
import { assert } from "./assert.ts";
import { type Plan, type Selection, selectAll, selectFrom } from "./plan.ts";

/** The name of the check that a plan fails; undefined where it fails none. */
export type Fails = (plan: Plan) => string | undefined;

export interface Shrunk {
  /** What is left of the plan, as its numbers and as a plan. */
  readonly selection: Selection;
  readonly plan: Plan;
  /** The check that fails, before and after. */
  readonly failure: string;
  /** Runs that it took. */
  readonly runs: number;
}

/** @param runsAtMost after so many runs the smallest plan so far is the result */
export function shrink(plan: Plan, fails: Fails, runsAtMost = 300): Shrunk {
  const failure = fails(plan);
  assert(failure !== undefined, "only a plan that fails can be shrunk");
  let runs = 1;
  let selection = selectAll(plan);
  const attempt = (candidate: Selection): boolean => {
    if (runs >= runsAtMost) return false;
    runs += 1;
    if (fails(selectFrom(plan, candidate)) !== failure) return false;
    selection = candidate;
    return true;
  };
  for (let size = Number.POSITIVE_INFINITY; sizeOf(selection) < size; ) {
    size = sizeOf(selection);
    dropClients(plan, () => selection, attempt);
    minimize(selection.faults, (faults) => attempt({ ...selection, faults }));
    minimize(selection.operations, (operations) => attempt({ ...selection, operations }));
  }
  return { selection, plan: selectFrom(plan, selection), failure, runs };
}

function sizeOf({ operations, faults }: Selection): number {
  return operations.length + faults.length;
}

function dropClients(
  plan: Plan,
  current: () => Selection,
  attempt: (candidate: Selection) => boolean,
): void {
  for (const client of new Set(plan.operations.map((operation) => operation.client))) {
    const { operations, faults } = current();
    const kept = operations.filter((index) => plan.operations[index]?.client !== client);
    if (kept.length > 0 && kept.length < operations.length) attempt({ operations: kept, faults });
  }
}

/** Removes ever smaller parts of `items`, as long as `attempt` accepts what is left. */
function minimize(items: readonly number[], attempt: (left: readonly number[]) => boolean): void {
  let left = items;
  if (left.length > 0 && attempt([])) return;
  for (let part = Math.ceil(left.length / 2); part >= 1; ) {
    let removed = false;
    for (let from = 0; from < left.length; ) {
      const without = [...left.slice(0, from), ...left.slice(from + part)];
      if (without.length > 0 && without.length < left.length && attempt(without)) {
        left = without;
        removed = true;
      } else from += part;
    }
    if (part === 1 && !removed) break;
    part = removed ? Math.min(part, Math.ceil(left.length / 2)) : Math.floor(part / 2);
  }
}

/**
 * The flags by which the command of a problem replays what is left of a drawn plan, such as
 * `--seed 7 --keep-operations 0,4-6 --keep-faults 1`; `none` stands for no fault at all.
 */
export function replayFlags(seed: number, { operations, faults }: Selection): string {
  const kept = [`--keep-operations ${formatNumbers(operations)}`];
  kept.push(`--keep-faults ${formatNumbers(faults)}`);
  return `--seed ${seed} ${kept.join(" ")}`;
}

/** `0,4-6` for 0, 4, 5, 6; `none` for nothing. */
export function formatNumbers(numbers: readonly number[]): string {
  if (numbers.length === 0) return "none";
  const ranges: [first: number, last: number][] = [];
  for (const number of numbers) {
    const range = ranges.at(-1);
    if (range !== undefined && range[1] === number - 1) range[1] = number;
    else ranges.push([number, number]);
  }
  return ranges
    .map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`))
    .join(",");
}

/**
 * The numbers of such a text, in order.
 * @throws RangeError when it is not one, or names more than a million numbers
 */
export function parseNumbers(text: string): number[] {
  if (text === "none") return [];
  return text.split(",").flatMap((range) => {
    const match = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(range);
    const first = Number(match?.[1]);
    const last = Number(match?.[2] ?? match?.[1]);
    if (match === null || last < first) throw new RangeError(`not a list of numbers: ${text}`);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}
