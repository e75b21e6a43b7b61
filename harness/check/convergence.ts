import { isDeepStrictEqual } from "node:util";
import { show } from "./history.ts";
import { type Check, fail, pass, undecided } from "./verdict.ts";

/** What a replica holds for one key. */
export interface ReplicaEntry {
  readonly key: string;
  /** Empty when deleted. */
  readonly name: string;
  readonly content: string | null;
  readonly version: string;
  readonly deleted: boolean;
}

const SHOWN_DIFFERENCES = 3;

/**
 * After quiet, all replicas hold the same: every key, with the same name, content, version and
 * deletion mark. Two replicas at least must be compared.
 */
export function convergence(states: ReadonlyMap<string, readonly ReplicaEntry[]>): Check {
  const name = "convergence";
  const [reference, ...others] = [...states].map(([node, entries]) => indexed(node, entries));
  if (reference === undefined || others.length === 0) {
    return undecided(name, `${states.size} replicas are not enough to compare`);
  }
  const differences = others.flatMap((other) => differencesOf(reference, other));
  if (differences.length === 0) {
    return pass(name, `${states.size} replicas hold the same ${reference.entries.size} keys`);
  }
  const shown = differences.slice(0, SHOWN_DIFFERENCES).join("; ");
  const rest = differences.length - SHOWN_DIFFERENCES;
  return fail(name, rest > 0 ? `${shown}; and ${rest} more differences` : shown);
}

interface Replica {
  readonly node: string;
  readonly entries: ReadonlyMap<string, ReplicaEntry>;
}

function indexed(node: string, entries: readonly ReplicaEntry[]): Replica {
  return { node, entries: new Map(entries.map((entry) => [entry.key, entry])) };
}

function differencesOf(one: Replica, other: Replica): string[] {
  const keys = new Set([...one.entries.keys(), ...other.entries.keys()]);
  return [...keys].sort().flatMap((key) => {
    const left = one.entries.get(key);
    const right = other.entries.get(key);
    if (isDeepStrictEqual(left, right)) return [];
    const [leftShown, rightShown] = [summary(left), summary(right)];
    return [`of ${key}, ${one.node} has ${leftShown}, ${other.node} has ${rightShown}`];
  });
}

function summary(entry: ReplicaEntry | undefined): string {
  if (entry === undefined) return "nothing";
  const { name, content, version, deleted } = entry;
  const mark = deleted ? ", deleted" : "";
  return `${show(name)} with ${show(content)} (version ${version}${mark})`;
}
