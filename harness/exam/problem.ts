/** What an examination of one problem is: the runs of its command, and what they must show. */

/** A thing that a specification asks for. It is met when all of its checks pass. */
export interface Requirement {
  /** Unique in its problem. */
  readonly what: string;
  /** Names of the checks that show it; a `*` stands for any text, such as a count. */
  readonly checks: readonly string[];
  /** Further ones, which the smaller runs of `--quick` leave out. */
  readonly whenFull?: readonly string[];
}

/** Requirements that a specification has under one heading. */
export interface Section {
  /** The heading, and where it stands, such as `1.5.1` or `3.4`. */
  readonly title: string;
  /** Given when all of its requirements pass; undefined where the specification gives none. */
  readonly points?: number;
  readonly requirements: readonly Requirement[];
}

/** One run of a problem's command. */
export interface Run {
  /** Begins the names of its checks, where a problem has several runs. */
  readonly name?: string;
  /** The words of its command line. */
  readonly words: readonly string[];
  /** Those of `--quick`; undefined where that leaves it out. */
  readonly quickWords: readonly string[] | undefined;
}

export interface ExaminedProblem {
  /** Of its command: `kv-quorum` is `harness/kv-quorum.ts`. */
  readonly name: string;
  readonly runs: readonly Run[];
  readonly sections: readonly Section[];
}

/** What every command checks of its nodes at the end. */
export const processes: Section = {
  title: "processes",
  requirements: [
    { what: "nodes run until they are stopped", checks: ["every node runs until it is stopped"] },
  ],
};

/** Whether a requirement names this check; `pattern` is one of its `checks`. */
export function names(pattern: string, check: string): boolean {
  const [first = "", ...others] = pattern.split("*");
  if (others.length === 0) return pattern === check;
  const last = others.pop() ?? "";
  let from = first.length;
  for (const part of others) {
    const found = check.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return check.startsWith(first) && check.endsWith(last) && check.length - last.length >= from;
}

/** What is wrong with a problem's table beside the checks of its runs; empty when all fits. */
export function misfits(
  { sections }: Pick<ExaminedProblem, "sections">,
  checks: readonly string[],
  isQuick: boolean,
): string[] {
  const all = sections.flatMap(({ requirements }) => requirements);
  const due = (requirement: Requirement) =>
    isQuick ? requirement.checks : [...requirement.checks, ...(requirement.whenFull ?? [])];
  const missing = all.flatMap((requirement) =>
    due(requirement)
      .filter((pattern) => !checks.some((check) => names(pattern, check)))
      .map((pattern) => `${requirement.what}: no check ${pattern}`),
  );
  return [...missing, ...unnamed(sections, checks).map((check) => `for nothing: ${check}`)];
}

/** The checks that belong to no requirement. */
export function unnamed(sections: readonly Section[], checks: readonly string[]): string[] {
  const patterns = sections
    .flatMap(({ requirements }) => requirements)
    .flatMap((requirement) => [...requirement.checks, ...(requirement.whenFull ?? [])]);
  return checks.filter((check) => !patterns.some((pattern) => names(pattern, check)));
}
