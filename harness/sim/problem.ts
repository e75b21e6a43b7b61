/** What the simulation must know of a system: its nodes, its clients, and what counts as right. */
import type { Host, Random } from "../../nodes/host/host.ts";
import type { Event } from "../check/history.ts";
import type { Check } from "../check/verdict.ts";
import type { DiskOperation } from "./fault-plan.ts";
import type { StartNode } from "./simulated-node.ts";

/** What a client asks, as a history names it. */
export interface Operation {
  readonly f: string;
  readonly key: string | null;
  readonly value: unknown;
}

export interface Answer {
  /** As the history's `ok` event has it. */
  readonly value: unknown;
  /** The node that answered, where it was one. */
  readonly node?: string;
}

/** Throws RpcError where the operation failed; any other error is a mistake of the harness. */
export type Perform = (operation: Operation) => Promise<Answer>;

export interface Outcome<State> {
  readonly history: readonly Event[];
  /** Undefined when the run never became quiet. */
  readonly state: State | undefined;
  /**
   * The time of the history from which on nothing is broken any more. Undefined where something
   * may be at any time: a placed fault waits for its call, and a network may lose anything.
   */
  readonly calmSince?: number | undefined;
}

export interface Problem<State = unknown> {
  readonly name: string;
  /** In the order of their start. A node serves at `<id>:<port>`, any port. */
  readonly nodes: readonly { readonly id: string; readonly start: StartNode }[];
  /** The nodes that faults may harm. Default: all. */
  readonly targets?: readonly string[];
  /** Whether calls carry their caller's identity, as under mutual TLS. Default false. */
  readonly mutualTls?: boolean;
  /** The role on the certificate of a node or client. Default: none. */
  readonly roleOf?: (id: string) => string | undefined;
  /** The remote methods at which the crash points may strike, such as `Replicate`. */
  readonly methods: readonly string[];
  /** The disk operations at which the disk faults may strike. Default: `commit`. */
  readonly diskOperations?: readonly DiskOperation[];
  /** Draws the next operation of a client such as `c1`. */
  operation(random: Random, client: string): Operation;
  /** Readies a client; what it returns is called for one operation after the other. */
  client(host: Host): Perform;
  /** After the quiet: reads what every node holds. */
  observe(host: Host): Promise<State>;
  judge(outcome: Outcome<State>): readonly Check[];
}
