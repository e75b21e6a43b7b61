import { flagName } from "../../nodes/host/flags.ts";

/** What to start. The same for every start of the node, unless a restart overrides flags. */
export interface NodeSpec {
  /** Unique in the cluster; letters, digits and hyphens. Names its log and its data directory. */
  readonly id: string;
  /** From the repository's root, such as `nodes/filestore/registry.ts`. */
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
  const command = [process.execPath, spec.script];
  command.push("--id", spec.id, "--address", place.address, "--data-dir", place.dataDirectory);
  for (const [name, value] of Object.entries(spec.flags ?? {})) {
    if (value === true) command.push(flagName(name));
    else if (value !== false) command.push(flagName(name), String(value));
  }
  return command;
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
