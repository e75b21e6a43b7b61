/**
 * The seam between a node and its world. A node is a function of a `Host`; nothing else in
 * `nodes/` reaches for the network, the disk, the clock or randomness. Two hosts implement it:
 * `real.ts` on gRPC and the operating system, and the simulated one of the harness, so the same
 * code runs as a process and under a seeded scheduler.
 */
import type { StatusName } from "./rpc-error.ts";
import type { Client, Implementation, Service } from "./service.ts";

export interface Host {
  /** The name of this node, such as `r1`. */
  readonly id: string;
  /** Unique to this start of this node: a restart has another one. */
  readonly incarnation: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly disk: Disk;
  readonly log: Log;
  /**
   * Starts to answer. Resolves once calls are accepted.
   * @param address `host:port`; port 0 lets the system choose
   * @throws RpcError UNAVAILABLE when the address is taken
   */
  serve(
    address: string,
    implementations: readonly Implementation[],
    options?: ServeOptions,
  ): Promise<Server>;
  /**
   * A client of one service at one address. Clients of one address share their connections, which
   * are opened at the first call and again after they were lost. They end with the node.
   * @param interceptors called in order for every call of this client
   */
  connect<S extends Service>(
    service: S,
    address: string,
    interceptors?: readonly ClientInterceptor[],
  ): Client<S>;
  /**
   * Opens the connection to an address where there is none, and tells whether it is there: at once
   * when it is, as soon as it comes to be, and with false after `waitMs`. Nothing is called.
   */
  reach(address: string, waitMs: number): Promise<boolean>;
  /**
   * A database that other nodes use too. Connections are opened when they are needed, and again
   * after they were lost; they end with the node.
   * @param url `postgres://…`
   * @throws RpcError UNIMPLEMENTED where this host has none, as the simulated one
   */
  openShared(url: string): SharedDatabase;
}

export interface ServeOptions {
  /** Called in order for every call; a throw refuses the call. */
  readonly interceptors?: readonly Interceptor[];
  /** What gRPC's standard load reports (ORCA) tell; without it there are none. */
  readonly load?: () => LoadFigures;
}

export interface LoadFigures {
  /** The share of what the application can do that is in use. */
  readonly utilization: number;
  /** Cores that the process keeps busy. */
  readonly processUtilization: number;
  readonly requestsPerSecond: number;
  readonly errorsPerSecond: number;
}

export interface Server {
  /** `host:port` as it came to be. */
  readonly address: string;
  /** What the health service answers; serving from the start. */
  setServing(serving: boolean): void;
  /** Accepts nothing new, lets what runs finish for at most `graceMs` (default 2,000). */
  stop(graceMs?: number): Promise<void>;
}

/** How a call is made. */
export interface CallOptions {
  /** Milliseconds until the call fails with DEADLINE_EXCEEDED. Default 5,000; no call has none. */
  readonly timeoutMs?: number;
  /** Text only; keys in lower case. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** Ends the call with CANCELLED. */
  readonly signal?: AbortSignal;
}

/** What a handler and an interceptor see of the call that they serve. */
export interface Call {
  /** As on the wire, such as `/proctor.filestore.v1.Replica/Write`. */
  readonly method: string;
  /** The caller's address, `host:port`. */
  readonly peer: string;
  /** Whose certificate the caller showed; undefined without mutual TLS. */
  readonly identity: Identity | undefined;
  readonly metadata: ReadonlyMap<string, string>;
  /** Milliseconds until the caller gives up; negative once it has. */
  remainingMs(): number;
  /** Aborted when the caller has gone away or its deadline has passed. */
  readonly signal: AbortSignal;
}

export interface Identity {
  /** The certificate's common name. */
  readonly name: string;
  /** The DNS names among the subject's alternative names. */
  readonly alternativeNames: readonly string[];
  /** What the node may act as: the organizational unit (OU) of its subject, where it has one. */
  readonly role?: string;
}

/** Hooks around every call of a server: authentication, authorization, logging. */
export interface Interceptor {
  /** Before the request is read. */
  start?(call: Call): void | Promise<void>;
  /** Before the handler runs. */
  request?(call: Call, request: object): void | Promise<void>;
  /** After the handler, with what the caller is told. */
  status?(call: Call, status: CallStatus): void;
}

/** What an interceptor of a client sees of a call that is made. */
export interface MadeCall {
  /** As on the wire, such as `/proctor.strife.v1.Gateway/Pay`. */
  readonly method: string;
  /** Who is called, `host:port`. */
  readonly peer: string;
  readonly metadata: ReadonlyMap<string, string>;
}

/** Hooks around every call of a client: they see it, and change nothing. */
export interface ClientInterceptor {
  /** Before the request is sent. */
  request?(call: MadeCall, request: object): void;
  /** Every message of the answer. */
  response?(call: MadeCall, response: object): void;
  /** After the last message, with what the caller is told. */
  status?(call: MadeCall, status: CallStatus): void;
}

export interface CallStatus {
  readonly code: StatusName;
  /** Empty when OK. */
  readonly details: string;
  /** From the call's arrival, or at a client from its beginning, to its answer. */
  readonly durationMs: number;
}

export interface Clock {
  /** Milliseconds since 1970, whole. May step back and differs between nodes. */
  wallMs(): number;
  /** Milliseconds since some moment of this node's start, fractional. Never steps back. */
  monotonicMs(): number;
  /**
   * Resolves after at least `milliseconds`, 0 being the next turn; rejects at once when the signal
   * aborts.
   */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /**
   * Runs `task` every `milliseconds`, first after that time, never twice at once. An error of the
   * task is logged and the next round runs all the same.
   */
  every(milliseconds: number, task: () => Promise<void> | void): Repeating;
}

export interface Repeating {
  stop(): void;
}

/** A seedable source; the same seed gives the same node the same numbers, but for secrets. */
export interface Random {
  /** At least 0, below 1. */
  number(): number;
  /** A whole number, at least 0 and below `bound`. */
  integer(bound: number): number;
  /** One of `items`, which must not be empty. */
  pick<Item>(items: readonly Item[]): Item;
  /** A new array with the items in random order. */
  shuffle<Item>(items: readonly Item[]): Item[];
  /** `count` different ones of `items` in random order. */
  sample<Item>(items: readonly Item[], count: number): Item[];
  /** A version 4 UUID in lower case. */
  uuid(): string;
  /**
   * 256 bits that nobody can guess, as 64 hexadecimal digits. On the real host they come from the
   * operating system, whatever the seed; in a simulation they are the seed's.
   */
  secret(): string;
}

/**
 * The node's own directory. Names may contain `/` for folders, which are made when needed; one
 * that leads out of the directory, or to `.host`, which is the host's, is refused. An
 * operation takes effect when it is called and in the order of the calls (a read sees every write
 * that was called before it); the promise tells when it is done. A process that is killed loses
 * nothing of what took effect; a power failure loses what was not durable, as said of each.
 */
export interface Disk {
  /** The whole content, or undefined when there is no such file. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** Whether there is such a file. */
  exists(name: string): Promise<boolean>;
  /** Replaces the whole file, or makes it: old or new after any crash, durable when resolved. */
  replace(name: string, content: Uint8Array): Promise<void>;
  /** Overwrites the whole file in place, or makes it. Not durable: a crash may leave half. */
  overwrite(name: string, content: Uint8Array): Promise<void>;
  /** Removes the file; nothing happens when there is none. Not durable. */
  remove(name: string): Promise<void>;
  /**
   * Names of the files in a folder, without it and without its folders, in byte order; none when
   * there is no such folder. The empty name is the node's directory itself.
   */
  list(folder: string): Promise<string[]>;
  /** Opens a file that only grows, or makes it. */
  openLog(name: string): Promise<AppendLog>;
  /** Opens a SQLite database, or makes it. One open handle a name. */
  openDatabase(name: string): Promise<Database>;
}

/**
 * Records of bytes, appended and synced. What was synced is read back after any crash. Once an
 * append or a sync has failed, all later ones fail: only opening the log anew tells what it holds.
 */
export interface AppendLog {
  /** All whole records, from the first. A torn last one was cut off at opening. */
  records(): Promise<Uint8Array[]>;
  /** Durable only after the next `sync`. */
  append(record: Uint8Array): void;
  /** Resolves when all that was appended before the call is durable. */
  sync(): Promise<void>;
  /** Replaces all records: the old or the new ones after any crash, durable when resolved. */
  reset(records: readonly Uint8Array[]): Promise<void>;
  close(): Promise<void>;
}

export type SqlValue = string | number | bigint | null | Uint8Array;

/** A SQLite database. Statements are prepared once and kept. Integers come back as numbers. */
export interface Database {
  /** Rows of a query. */
  all<Row>(sql: string, ...parameters: SqlValue[]): Row[];
  /** One statement; outside of `commit` it is a durable transaction of its own. */
  run(sql: string, ...parameters: SqlValue[]): void;
  /**
   * Runs `body`, which must be synchronous, at once as one transaction. Durable when resolved; when
   * `body` throws, nothing of it happened. All that is committed in one turn of the event loop is
   * made durable together.
   */
  commit<Result>(body: () => Result): Promise<Result>;
  close(): void;
}

export type SharedValue = SqlValue | readonly (string | number | null | Uint8Array)[];

/** A PostgreSQL database, at a server that may be away, and with others who write to it. */
export interface SharedDatabase {
  /**
   * One statement: a transaction of its own, durable when resolved. An array is an array of SQL.
   * Whole numbers of 64 bits come back as text.
   * @throws RpcError UNAVAILABLE when the server is away, DEADLINE_EXCEEDED when it does not answer
   * (both say whether it may have happened), ABORTED when it was undone for another's sake
   */
  query<Row>(sql: string, ...parameters: readonly SharedValue[]): Promise<Row[]>;
}

/** Structured log: one JSON object a line. Secrets are redacted by name of field. */
export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

export type LogFields = Readonly<Record<string, unknown>>;
