import type { KeyView, Write } from "./register-view.ts";
import { join, type Sentence } from "./sentence.ts";

/** `newer` must be ordered after `older`, for a reason that is a sentence. */
export interface Constraint {
  readonly older: Write;
  readonly newer: Write;
  readonly because: () => Sentence;
}

/**
 * Looks for an order of each key's writes that extends what is known of it (`KeyView.older`) and
 * keeps all constraints.
 * @returns undefined when there is one; else the shortest witness that there is none.
 */
export function brokenOrder(
  views: readonly KeyView[],
  constraints: readonly Constraint[],
): Sentence | undefined {
  const byKey = Map.groupBy(constraints, (constraint) => constraint.older.key);
  for (const view of views) {
    const wanted = byKey.get(view.key) ?? [];
    const contradicted = wanted.find(({ older, newer }) => view.older(newer, older));
    if (contradicted !== undefined) return contradicted.because();
  }
  for (const view of views) {
    const unsettled = (byKey.get(view.key) ?? []).filter(
      (each) => !view.older(each.older, each.newer),
    );
    const cycle = shortestCycle(view, unsettled);
    if (cycle !== undefined) {
      const reasons = cycle.map((each) => each.because());
      return join(reasons, "; but ");
    }
  }
  return undefined;
}

/** The constraints on one shortest cycle of constraints and known order. */
function shortestCycle(view: KeyView, wanted: readonly Constraint[]): Constraint[] | undefined {
  const knot = withoutOrder(view, wanted);
  const inKnot = wanted.filter(({ older, newer }) => knot.has(older) && knot.has(newer));
  let shortest: Constraint[] | undefined;
  for (const first of inKnot) {
    const path = pathBack(view, inKnot, first);
    if (path !== undefined && path.length < (shortest?.length ?? Infinity)) shortest = path;
  }
  return shortest;
}

/** Takes away, again and again, the writes that nothing left must precede. */
function withoutOrder(view: KeyView, wanted: readonly Constraint[]): Set<Write> {
  const left = new Set<Write>(wanted.flatMap(({ older, newer }) => [older, newer]));
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    const held = new Set(wanted.filter((each) => left.has(each.older)).map((each) => each.newer));
    for (const write of left) {
      if (held.has(write)) continue;
      if (![...left].some((other) => view.older(other, write))) left.delete(write);
    }
  }
  return left;
}

/** Breadth first from the newer end of a constraint to a constraint that closes the circle. */
function pathBack(
  view: KeyView,
  wanted: readonly Constraint[],
  first: Constraint,
): Constraint[] | undefined {
  const leads = (from: Write, to: Write) => from === to || view.older(from, to);
  const cameFrom = new Map<Constraint, Constraint | null>([[first, null]]);
  for (const at of cameFrom.keys()) {
    if (leads(at.newer, first.older)) {
      const path: Constraint[] = [];
      for (let step: Constraint | null = at; step; step = cameFrom.get(step) ?? null) {
        path.unshift(step);
      }
      return path;
    }
    for (const next of wanted) {
      if (!cameFrom.has(next) && leads(at.newer, next.older)) cameFrom.set(next, at);
    }
  }
  return undefined;
}
