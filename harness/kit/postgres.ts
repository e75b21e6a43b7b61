/**
 * A PostgreSQL server on loopback (Debian: `postgresql`) with a directory, a port and a password of
 * its own: a store that gateways share, and a peer to measure against.
 */
import { chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { SQL } from "bun";
import { $ } from "zx";
import { bounded } from "./bounded.ts";
import { freePorts } from "./free-ports.ts";
import { describeExit, ProcessGroup } from "./process-group.ts";

/** Debian keeps the server's programs of each version apart, and out of the PATH. */
const programs = ["initdb", "postgres"].map(
  (name) => newest(new Bun.Glob(`/usr/lib/postgresql/*/bin/${name}`)) ?? Bun.which(name),
);
const [initdb, postgres] = programs;

export const hasPostgres = programs.every((program) => program !== null);

const readyMs = 20_000;
const retryMs = 50;
const stopMs = 10_000;
const user = "proctor";

function newest(glob: Bun.Glob): string | undefined {
  const version = (path: string) => Number(/\d+/.exec(path)?.[0]);
  return [...glob.scanSync("/")].sort((one, other) => version(other) - version(one))[0];
}

/** Such as `PostgreSQL 15.18`. */
export async function postgresVersion(): Promise<string> {
  const { stdout } = await $({ quiet: true })`${postgres} --version`;
  return `PostgreSQL ${/(\d+(?:\.\d+)+)/.exec(stdout)?.[1] ?? "of unknown version"}`;
}

export class PostgresServer implements AsyncDisposable {
  readonly port: number;
  readonly #password: string;
  readonly #group: ProcessGroup;
  readonly #directory: string;
  /** Also where this process ends without having disposed of its server. */
  readonly #leave = () => {
    this.#group.signalAll("SIGKILL");
    rmSync(this.#directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
  };

  private constructor(port: number, password: string, directory: string, group: ProcessGroup) {
    this.port = port;
    this.#password = password;
    this.#directory = directory;
    this.#group = group;
    process.on("exit", this.#leave);
  }

  /**
   * Makes a cluster and starts a server on it, with PostgreSQL's own defaults but for `settings`;
   * resolves when it answers.
   * @param logFile is appended to
   */
  static async start(
    logFile: string,
    settings: Readonly<Record<string, string | number>> = {},
  ): Promise<PostgresServer> {
    const owner = await unprivileged();
    // Not below our own directory, which another user may have no way into.
    const directory = mkdtempSync(join(tmpdir(), "proctor-postgres-"));
    const password = crypto.randomUUID();
    writeFileSync(join(directory, "password"), password);
    if (owner !== undefined) {
      for (const path of [directory, join(directory, "password")])
        chownSync(path, owner.uid, owner.gid);
    }
    const as = owner === undefined ? [] : runAs(owner);
    mkdirSync(dirname(logFile), { recursive: true });
    const data = join(directory, "data");
    try {
      const secret = ["--auth=scram-sha-256", `--pwfile=${join(directory, "password")}`];
      const common = ["--no-sync", "--no-locale", "--encoding=UTF8", "--username", user];
      await $({ quiet: true, cwd: "/" })`${as} ${initdb} --pgdata ${data} ${common} ${secret}`;
      const [port = 0] = await freePorts(1);
      const all = { listen_addresses: "127.0.0.1", unix_socket_directories: "", port, ...settings };
      const flags = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
      // Unlike our nodes, it would outlive a harness that was killed. QUIT lets it tidy up.
      const bound = ["setpriv", "--pdeathsig", "QUIT", postgres ?? "postgres"];
      const group = new ProcessGroup([...as, ...bound, "-D", data, ...flags], logFile);
      const server = new PostgresServer(port, password, directory, group);
      await server.#untilReady();
      return server;
    } catch (error) {
      rmSync(directory, { recursive: true, force: true });
      throw error;
    }
  }

  /** @param database that is there: `postgres` always is */
  url(database = "postgres"): string {
    return `postgres://${user}:${this.#password}@127.0.0.1:${this.port}/${database}`;
  }

  async createDatabase(name: string): Promise<void> {
    await this.#once(`CREATE DATABASE ${name}`);
  }

  /** Of the process that all others of the server end with. */
  get pid(): number {
    return this.#group.pid;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#group.running) {
      this.#group.signal("SIGQUIT");
      if ((await bounded(this.#group.exited, stopMs)) === "late") await this.#group.kill();
    }
    process.off("exit", this.#leave);
    this.#leave();
  }

  async #once(statement: string): Promise<void> {
    const sql = new SQL({ url: this.url(), max: 1, connectionTimeout: 1 });
    try {
      await sql.unsafe(statement);
    } finally {
      await sql.close({ timeout: 0 });
    }
  }

  async #untilReady(): Promise<void> {
    const deadlineMs = performance.now() + readyMs;
    for (;;) {
      try {
        return await this.#once("SELECT 1");
      } catch (error) {
        if (!this.#group.running) {
          throw new Error(`PostgreSQL ${describeExit(await this.#group.exited)}`);
        }
        if (performance.now() > deadlineMs) {
          await this[Symbol.asyncDispose]();
          throw error;
        }
        await Bun.sleep(retryMs);
      }
    }
  }
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to be run by root. @returns undefined when we are somebody else */
async function unprivileged(): Promise<Owner | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const people = (await Bun.file("/etc/passwd").text()).split("\n").map((line) => line.split(":"));
  const found = ["postgres", "nobody"].map((name) => people.find(([each]) => each === name));
  const [, , uid, gid] = found.find((each) => each !== undefined) ?? [];
  if (uid === undefined) throw new Error("there is no user whom PostgreSQL could run as");
  return { uid: Number(uid), gid: Number(gid) };
}

function runAs({ uid, gid }: Owner): string[] {
  return ["setpriv", `--reuid=${uid}`, `--regid=${gid}`, "--clear-groups"];
}
