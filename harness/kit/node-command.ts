import { existsSync } from "node:fs";
import { join } from "node:path";
import { flagName } from "../../nodes/host/flags.ts";

/** What to start. The same for every start of the node, unless a restart overrides flags. */
export interface NodeSpec {
  /** Unique in the cluster; letters, digits and hyphens. Names its log and its data directory. */
  readonly id: string;
  /**
   * From the repository's root, such as `nodes/filestore/registry.ts`; or the absolute path of a
   * program that keeps the same contract.
   */
  readonly script: string;
  /** Where it listens at its first start; by default on a port that the system chooses. */
  readonly address?: string;
  /** Its work comes to an end: that it exits by itself with one of these statuses is no fault. */
  readonly endsWith?: readonly number[];
  /** Further flags by their names in camel case: `{ leaseMs: 500 }` is `--lease 500`. */
  readonly flags?: FlagValues;
}

/** `true` gives a flag without a value, `false` none. */
export type FlagValues = Readonly<Record<string, string | number | boolean>>;

/** The command line of a node, as section 4 of the design has it. */
export function nodeCommand(
  spec: NodeSpec,
  place: { readonly address: string; readonly dataDirectory: string },
): string[] {
  const command = spec.script.endsWith(".ts") ? [process.execPath, spec.script] : [spec.script];
  command.push("--id", spec.id, "--address", place.address, "--data-dir", place.dataDirectory);
  for (const [name, value] of Object.entries(spec.flags ?? {})) {
    if (value === true) command.push(flagName(name));
    else if (value !== false) command.push(flagName(name), String(value));
  }
  return command;
}

/**
 * The program that somebody has put in the place of a node of ours.
 * @param folder laid out as `nodes/` is: for `nodes/<system>/<role>.ts` stands the executable file
 *   `<system>/<role>`, or else `<system>/<role>.ts`, which Bun runs
 * @param script such as `nodes/filestore/registry.ts`
 * @returns its path, or undefined where there is none
 */
export function otherProgram(folder: string, script: string): string | undefined {
  const [, role] = /^nodes\/(.+)\.ts$/.exec(script) ?? [];
  if (role === undefined) return undefined;
  return [join(folder, role), join(folder, `${role}.ts`)].find((path) => existsSync(path));
}

/**
 * The address in a node's first line.
 * @returns undefined when the line is not `READY <id> <host:port>` with this id
 */
export function parseReady(line: string, id: string): string | undefined {
  const [word, name, address, ...rest] = line.trim().split(" ");
  const ready = word === "READY" && name === id && rest.length === 0;
  return ready && address !== undefined && /^\S+:\d+$/.test(address) ? address : undefined;
}
