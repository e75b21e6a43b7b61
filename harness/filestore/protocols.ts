/** The three protocols as the harness starts and judges them. */
import { flag } from "../../nodes/host/flags.ts";
import type { FileStoreProtocol } from "../check/promises.ts";
import type { CommandOptions } from "../kit/command-flags.ts";
import type { RunContext } from "../kit/run-context.ts";

export type ProtocolName = "blocking" | "nonblocking" | "quorum";

export const fileStoreFlags = {
  replicas: flag.integer("N, the number of replicas", { min: 1, max: 200, fallback: 5 }),
  serve: flag.switch("keep a cluster up until Ctrl-C, and print commands to try on it"),
};

const most = { min: 1, max: 200 } as const;

export const quorumFlags = {
  ...fileStoreFlags,
  readQuorum: flag.integer("N_r, the replicas that a read asks", { ...most, fallback: 3 }),
  writeQuorum: flag.integer("N_w, the replicas that a write or delete asks", {
    ...most,
    fallback: 3,
  }),
  consistency: flag.choice("what clients promise", ["regular", "linearizable"], "regular"),
};

/** What the flows work with, whatever the protocol's further flags. */
export type FileStoreContext = RunContext<typeof fileStoreFlags>;

/** A protocol with the sizes and the promise that were asked for. */
export interface Protocol {
  readonly name: ProtocolName;
  /** By what its histories are judged. */
  readonly promise: FileStoreProtocol;
  /** Flags for the registry. */
  readonly registryFlags: Readonly<Record<string, string | number>>;
  /** Flags for clients. */
  readonly clientFlags: Readonly<Record<string, string>>;
  /** N_w; 0 in the primary-backup protocols. */
  readonly writeQuorum: number;
  /** Only the asked replicas hold a write. */
  readonly asksSome: boolean;
  /** Of two clients that create the same name, one succeeds; else both may be refused. */
  readonly oneCreateWins: boolean;
  /** Clients write back what they read, so a replica may hold more than it was asked to write. */
  readonly writesBack: boolean;
}

export function primaryBackup(name: "blocking" | "nonblocking"): Protocol {
  return {
    name,
    promise: name,
    registryFlags: { protocol: "primary-backup" },
    clientFlags: {},
    writeQuorum: 0,
    asksSome: false,
    oneCreateWins: true,
    writesBack: false,
  };
}

export function quorum(options: Omit<CommandOptions<typeof quorumFlags>, "serve">): Protocol {
  const { replicas, readQuorum, writeQuorum, consistency } = options;
  const linearizable = consistency === "linearizable";
  return {
    name: "quorum",
    promise: `quorum-${consistency}`,
    registryFlags: { protocol: "quorum", replicas, readQuorum, writeQuorum },
    clientFlags: { consistency },
    writeQuorum,
    asksSome: true,
    oneCreateWins: linearizable,
    writesBack: linearizable,
  };
}
