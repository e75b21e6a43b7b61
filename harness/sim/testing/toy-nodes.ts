/**
 * A toy system that exercises the simulation as the real ones do: a registry that gets heartbeats,
 * a primary that commits to SQLite and replicates each write to two backups before it answers.
 */

import { Backup, Registry, Replica } from "../../../nodes/filestore/protocol.ts";
import type { Host, Server } from "../../../nodes/host/host.ts";
import { type Client, implement } from "../../../nodes/host/service.ts";

/** What a replica does wrong, for tests that must see it. */
export type Mistake =
  /** Answers a write before it is committed. */
  | "answers first"
  /** A backup acknowledges what it only holds in memory. */
  | "forgets"
  /** The primary swallows that a backup failed. */
  | "swallows"
  /** A write whose replication failed blocks all later ones for ever. */
  | "blocks";

export interface ToyOptions {
  readonly address: string;
  readonly registry: string;
  /** Addresses of the backups; none for a backup. */
  readonly backups: readonly string[];
  readonly mistake: Mistake | undefined;
}

const heartbeatMs = 500;
const retryMs = 50;
const attemptsAtMost = 100;
/** Objects of one message of a list. */
const pageSize = 10;

export function startRegistry(host: Host, address: string): Promise<Server> {
  const members = new Map<string, { id: string; address: string }>();
  return host.serve(address, [
    implement(Registry, {
      async register({ member }) {
        if (member) members.set(member.id, { id: member.id, address: member.address });
        return { primary: null, lease_ms: 2_000 };
      },
      async heartbeat() {
        return { primary: null };
      },
      async listReplicas() {
        return { members: [...members.values()], primary: null };
      },
    }),
  ]);
}

interface Row {
  readonly uuid: string;
  readonly content: string;
  readonly sequence: number;
}

export async function startReplica(host: Host, options: ToyOptions): Promise<Server> {
  const replica = await ToyReplica.open(host, options);
  const server = await host.serve(options.address, [
    implement(Replica, {
      write: (request) => replica.write(request.uuid, request.content),
      read: async ({ uuid }) => {
        const row = replica.row(uuid);
        return { status: "", name: "", content: row?.content ?? "", version: "" };
      },
      async *list() {
        const rows = replica.rows(0).map(({ uuid, content }) => {
          return { uuid, content, name: "", version: "", sequence: "0", deleted: false };
        });
        for (let from = 0; from < rows.length; from += pageSize)
          yield { objects: rows.slice(from, from + pageSize) };
      },
    }),
    implement(Backup, {
      async replicate({ objects, previous, last }) {
        const rows = objects.map(({ uuid, content, sequence }) => {
          return { uuid, content, sequence: Number(sequence) };
        });
        return { applied: String(await replica.apply(rows, Number(previous), Number(last))) };
      },
    }),
  ]);
  await report(host, options);
  return server;
}

async function report(host: Host, { registry, address }: ToyOptions): Promise<void> {
  const client = host.connect(Registry, registry);
  const { id } = host;
  const incarnation = 1;
  await client.register({ member: { id, address, incarnation } });
  host.clock.every(heartbeatMs, async () => {
    await client.heartbeat({ id, incarnation }, { timeoutMs: heartbeatMs });
  });
}

class ToyReplica {
  private readonly host: Host;
  private readonly options: ToyOptions;
  private readonly database: Awaited<ReturnType<Host["disk"]["openDatabase"]>>;
  private readonly backups: { readonly client: Client<typeof Backup>; applied: number }[];
  private readonly memory = new Map<string, Row>();
  private sequence: number;
  private blocked = false;

  static async open(host: Host, options: ToyOptions): Promise<ToyReplica> {
    const database = await host.disk.openDatabase("store");
    database.run(
      "CREATE TABLE IF NOT EXISTS objects (uuid TEXT PRIMARY KEY, content TEXT, sequence INT)",
    );
    return new ToyReplica(host, options, database);
  }

  private constructor(host: Host, options: ToyOptions, database: ToyReplica["database"]) {
    this.host = host;
    this.options = options;
    this.database = database;
    this.backups = options.backups.map((address) => {
      return { client: host.connect(Backup, address), applied: 0 };
    });
    this.sequence = this.rows(0).at(-1)?.sequence ?? 0;
  }

  rows(after: number): Row[] {
    const sql = "SELECT uuid, content, sequence FROM objects WHERE sequence > ? ORDER BY sequence";
    return [...this.database.all<Row>(sql, after), ...this.memory.values()];
  }

  row(uuid: string): Row | undefined {
    const sql = "SELECT uuid, content, sequence FROM objects WHERE uuid = ?";
    return this.memory.get(uuid) ?? this.database.all<Row>(sql, uuid)[0];
  }

  async write(uuid: string, content: string) {
    if (this.blocked) await new Promise<void>(() => {});
    this.sequence += 1;
    const { sequence } = this;
    const answer = { status: "", uuid, version: String(this.host.clock.wallMs()) };
    const committed = this.commit({ uuid, content, sequence });
    if (this.options.mistake !== "answers first") await committed;
    return answer;
  }

  private async commit(row: Row): Promise<void> {
    await this.store([row]);
    await Promise.all(this.backups.map((backup) => this.replicate(backup, row.sequence)));
  }

  async apply(rows: readonly Row[], previous: number, last: number): Promise<number> {
    if (previous > this.sequence) return this.sequence;
    if (this.options.mistake === "forgets") for (const row of rows) this.memory.set(row.uuid, row);
    else await this.store(rows);
    this.sequence = Math.max(this.sequence, last);
    return this.sequence;
  }

  private store(rows: readonly Row[]): Promise<void> {
    return this.database.commit(() => {
      for (const { uuid, content, sequence } of rows)
        this.database.run(
          "INSERT OR REPLACE INTO objects VALUES (?, ?, ?)",
          uuid,
          content,
          sequence,
        );
    });
  }

  private async replicate(backup: ToyReplica["backups"][number], last: number): Promise<void> {
    for (let attempt = 0; backup.applied < last && attempt < attemptsAtMost; attempt += 1) {
      const previous = backup.applied;
      const objects = this.rows(previous);
      try {
        const request = { history: "", previous, objects, last, serve: true, incarnation: 1 };
        const { applied } = await backup.client.replicate(request, { timeoutMs: 500 });
        backup.applied = Number(applied);
      } catch {
        if (this.options.mistake === "swallows") return;
        if (this.options.mistake === "blocks") this.blocked = true;
        await this.host.clock.sleep(retryMs);
      }
    }
  }
}
