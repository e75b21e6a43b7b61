/**
 * What the two primary-backup protocols share: one replica with its store, its standing with the
 * registry, and both roles, of which it has one. The protocols differ only in what an update waits
 * for; that is in `replica-blocking.ts` and `replica-nonblocking.ts`.
 */
import { flag, type Options } from "../host/flags.ts";
import type { Host, Server } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import type { CommonOptions } from "../host/run-node.ts";
import { type Handlers, implement } from "../host/service.ts";
import { Backup } from "./backup.ts";
import { historyFact, nextIncarnation } from "./facts.ts";
import { allOutcomes, Forwarding, type Outcome } from "./forwarding.ts";
import { refusedDelete, refusedWrite } from "./input.ts";
import { Membership, toMember } from "./membership.ts";
import { Backup as BackupService, Primary, Replica } from "./protocol.ts";
import { listObjects, readObject } from "./reading.ts";
import { Replication } from "./replication.ts";
import { FileStore } from "./store.ts";
import { type Update, UpdateLog } from "./update-log.ts";

export const replicaFlags = {
  registry: flag.address("where the registry listens"),
  replicationTimeoutMs: flag.duration("how long a write waits for the backups", {
    minMs: 1,
    maxMs: 600_000,
    fallbackMs: 2_000,
  }),
  joinTimeoutMs: flag.duration("how long to try to reach the registry and to catch up", {
    minMs: 1,
    maxMs: 600_000,
    fallbackMs: 30_000,
  }),
};

export type ReplicaOptions = Options<typeof replicaFlags> & CommonOptions;

/** How a protocol carries out a write or delete. */
export type Execute = (update: Update) => Promise<Outcome>;

export class PrimaryBackupReplica {
  /** The primary's: decides, numbers and applies updates. */
  readonly log: UpdateLog;
  /** The primary's: brings what was applied to the backups. */
  readonly replication: Replication;
  readonly #host: Host;
  readonly #options: ReplicaOptions;
  readonly #store: FileStore;
  readonly #history: string;
  readonly #backup: Backup;
  readonly #forwarding: Forwarding;
  #membership: Membership | undefined;
  #requests = 0;

  private constructor(host: Host, options: ReplicaOptions, store: FileStore) {
    this.#host = host;
    this.#options = options;
    this.#store = store;
    this.#history = ownHistory(host, store);
    const incarnation = () => this.#membership?.incarnation ?? 0;
    const { replicationTimeoutMs } = options;
    const replicationOptions = { replicationTimeoutMs, incarnation };
    this.replication = new Replication(host, store, this.#history, replicationOptions);
    this.log = new UpdateLog(host, store, (objects) => this.replication.propagate(objects));
    this.#backup = new Backup(store, incarnation);
    const timeoutMs = replicationTimeoutMs + 1_000;
    this.#forwarding = new Forwarding(host, () => this.#membership?.primary ?? null, timeoutMs);
  }

  /** @throws RpcError FAILED_PRECONDITION when the directory holds another protocol's files */
  static async open(host: Host, options: ReplicaOptions): Promise<PrimaryBackupReplica> {
    const store = await FileStore.open(host.disk);
    if (store.newestVersion !== "" && store.fact(historyFact) === undefined) {
      const details = "the data directory holds files of no primary: was it a quorum's?";
      throw new RpcError("FAILED_PRECONDITION", details);
    }
    return new PrimaryBackupReplica(host, options, store);
  }

  /** The first replica that registered is the primary, as long as the registry remembers. */
  get isPrimary(): boolean {
    return this.#membership?.primary?.id === this.#host.id;
  }

  /** Brings an update to the primary. */
  forward(update: Update): Promise<Outcome> {
    return this.#forwarding.forward(update);
  }

  /** Serves, registers, catches up; resolves when clients are answered. */
  async serve(execute: Execute): Promise<Server> {
    const guarded: Execute = async (update) => {
      this.#mustKnowBackups();
      return execute(update);
    };
    const server = await this.#host.serve(this.#options.address, [
      implement(Replica, this.#forClients(guarded)),
      implement(Primary, this.#asPrimary(guarded)),
      implement(BackupService, { replicate: (request) => this.#backup.replicate(request) }),
    ]);
    const stop = async (graceMs?: number) => {
      await this.#membership?.leave();
      await server.stop(graceMs);
      this.replication.stop();
      await this.#store.close();
    };
    try {
      this.#membership = await Membership.join(this.#host, this.#options, server.address, () =>
        nextIncarnation(this.#store),
      );
      await this.#untilServing();
    } catch (error) {
      await stop(0);
      throw error;
    }
    const { address, setServing } = server;
    return { address, setServing, stop };
  }

  #forClients(execute: Execute): Handlers<typeof Replica> {
    return {
      write: async ({ uuid, name, content, request }) => {
        const refused = refusedWrite({ uuid, name, content });
        if (refused !== undefined) return { status: refused, uuid };
        const id = uuid.toLowerCase();
        const update = { uuid: id, name, content, delete: false, request: this.#name(request) };
        const outcome = await execute(update);
        return { status: outcome.status, uuid, version: outcome.version };
      },
      read: async ({ uuid }) => {
        this.#mustServe();
        return readObject(this.#store, uuid);
      },
      delete: async ({ uuid, request }) => {
        const refused = refusedDelete({ uuid });
        if (refused !== undefined) return { status: refused };
        const id = uuid.toLowerCase();
        const name = this.#name(request);
        return execute({ uuid: id, name: "", content: "", delete: true, request: name });
      },
      list: () => listObjects(this.#store),
    };
  }

  #asPrimary(execute: Execute): Handlers<typeof Primary> {
    return {
      forward: async ({ updates }) => {
        if (!this.isPrimary) {
          throw new RpcError("FAILED_PRECONDITION", `${this.#host.id} is not the primary`);
        }
        for (const update of updates) {
          const refused = update.delete ? refusedDelete(update) : refusedWrite(update);
          if (refused !== undefined) throw new RpcError("INVALID_ARGUMENT", refused);
        }
        const named = updates.map((update) => {
          const { uuid, request } = update;
          return { ...update, uuid: uuid.toLowerCase(), request: this.#name(request) };
        });
        return { results: await allOutcomes(named.map(execute)) };
      },
      updateMembers: async ({ generation, members }) => {
        await this.#store.setFact(historyFact, this.#history);
        this.replication.updateMembers(Number(generation), members.map(toMember));
        return {};
      },
    };
  }

  /** Names a request that the client has not named. */
  #name(request: string): string {
    this.#requests += 1;
    return request === "" ? `${this.#host.incarnation}/${this.#requests}` : request;
  }

  /** Until the registry has named them, a write could be confirmed without those that serve. */
  #mustKnowBackups(): void {
    if (!this.isPrimary || this.replication.membersKnown) return;
    throw new RpcError("UNAVAILABLE", `${this.#host.id} does not know its backups yet`);
  }

  #mustServe(): void {
    if (this.isPrimary) return;
    if (!this.#backup.serving) {
      throw new RpcError("UNAVAILABLE", `${this.#host.id} has not caught up with the primary yet`);
    }
    if (!this.#membership?.holdsLease()) {
      throw new RpcError("UNAVAILABLE", `${this.#host.id} has lost its lease`);
    }
  }

  async #untilServing(): Promise<void> {
    const { joinTimeoutMs } = this.#options;
    const ready = this.isPrimary
      ? this.replication.untilMembersKnown()
      : this.#backup.untilServing();
    const limit = new AbortController();
    const late = this.#host.clock.sleep(joinTimeoutMs, limit.signal).then(
      () => "late" as const,
      () => "in time" as const,
    );
    const outcome = await Promise.race([ready, late]);
    limit.abort();
    if (outcome !== "late") return;
    const details = `${this.#host.id} was not brought up to date within ${joinTimeoutMs} ms`;
    throw new RpcError("UNAVAILABLE", `${details}: is the primary running?`);
  }
}

/** Of the log that this replica would write as the primary: its maker's id, and a uuid. */
function ownHistory(host: Host, store: FileStore): string {
  const known = store.fact(historyFact);
  return known?.startsWith(`${host.id}/`) ? known : `${host.id}/${host.random.uuid()}`;
}
