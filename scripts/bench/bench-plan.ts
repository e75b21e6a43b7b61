/** Which commands measure which system. */
import { catalog } from "./catalog.ts";

/** With programs of others; such a run is beside the plain one, or does all that it does. */
const peers: ReadonlyMap<string, { readonly peer: string; readonly instead: boolean }> = new Map([
  ["filestore", { peer: "etcd", instead: false }],
  ["balancer", { peer: "nginx", instead: false }],
  ["mapreduce", { peer: "spark", instead: true }],
  ["strife", { peer: "postgres", instead: true }],
]);

export interface BenchRun {
  readonly system: string;
  /** From the root, with its flags. */
  readonly command: readonly string[];
}

export const systems: readonly string[] = [...catalog.keys()];

/** In their order; each system once. @param flags for all of them */
export function planOf(
  chosen: readonly string[],
  withPeers: boolean,
  flags: readonly string[],
): BenchRun[] {
  return [...new Set(chosen)].flatMap((system) => {
    const script = `scripts/bench/${system}.ts`;
    const plain = { system, command: [script, ...flags] };
    const other = peers.get(system);
    if (!withPeers || other === undefined) return [plain];
    const beside = { system, command: [script, "--peer", other.peer, ...flags] };
    return other.instead ? [beside] : [plain, beside];
  });
}
