/**
 * Carries out operations by one client, shows what each replica answered, and judges it. What each
 * replica must hold is known exactly: all of them hold a write in the primary-backup protocols,
 * and in the quorum protocol those that the client says it asked.
 */
import { showVersion } from "../../nodes/filestore/version.ts";
import { type ExpectedRead, ExpectedReplica } from "./expected-replica.ts";
import type { Agent, FileStoreCluster } from "./file-store-cluster.ts";
import type { FileStoreContext, Protocol } from "./protocols.ts";
import { readUntilCaughtUp } from "./staleness.ts";

/** What a client tells of an operation. */
export interface ClientAnswer {
  readonly status: string;
  readonly version: string;
  readonly name: string;
  readonly content: string;
  readonly replicas: readonly {
    readonly replica: string;
    readonly status: string;
    readonly version: string;
  }[];
}

/** What one replica answered, and what was due. */
export interface ReplicaReading {
  readonly replica: string;
  readonly answer: ClientAnswer;
  readonly due: ExpectedRead;
  /** Non-blocking: how long after the last change it answered as it should, if not at once. */
  readonly staleForMs: number;
}

export class Judge {
  readonly #context: FileStoreContext;
  readonly #protocol: Protocol;
  readonly #agent: Agent;
  readonly #expected: ReadonlyMap<string, ExpectedReplica>;
  /** By uuid: the version of the last change that succeeded. */
  readonly #succeeded = new Map<string, string>();
  #changedAtMs = 0;

  constructor(
    context: FileStoreContext,
    protocol: Protocol,
    store: FileStoreCluster,
    agent: Agent,
  ) {
    this.#context = context;
    this.#protocol = protocol;
    this.#agent = agent;
    // Linearizable: as if there were one copy, whichever replicas were asked.
    const one = new ExpectedReplica(protocol.asksSome);
    this.#expected = new Map(
      store.replicas.map(({ id }) => [
        id,
        protocol.writesBack ? one : new ExpectedReplica(protocol.asksSome),
      ]),
    );
  }

  async write(title: string, uuid: string, name: string, content: string): Promise<void> {
    const answer = await this.#operation("write", uuid, { name, content }, () =>
      this.#agent.write({ uuid, name, content }),
    );
    const due = this.#apply(answer, (replica, version) =>
      replica.write(uuid, name, content, version),
    );
    this.#judgeAnswer(`${title}: ${name}`, answer, due);
  }

  async delete(title: string, uuid: string): Promise<void> {
    const answer = await this.#operation("delete", uuid, null, () => this.#agent.delete({ uuid }));
    const due = this.#apply(answer, (replica, version) => replica.delete(uuid, version));
    this.#judgeAnswer(title, answer, due);
  }

  /** Reads from each replica, one by one, and shows what each answered. */
  async readEverywhere(title: string, uuid: string): Promise<void> {
    this.#context.progress(title);
    const readings: ReplicaReading[] = [];
    for (const [replica, expected] of this.#expected) {
      const due = expected.read(uuid);
      const read = () =>
        this.#operation("read", uuid, null, () => this.#agent.readAt({ uuid, replica }), replica);
      const { answer, staleForMs } =
        this.#protocol.name === "nonblocking"
          ? await readUntilCaughtUp(this.#context.host, read, due, this.#changedAtMs)
          : { answer: await read(), staleForMs: 0 };
      readings.push({ replica, answer, due, staleForMs });
    }
    this.#showReadings(title, readings);
    this.#judgeReadings(title, uuid, readings);
    if (this.#protocol.asksSome) await this.#judgeQuorumRead(title, uuid);
  }

  /** The statuses that are due at the replicas that were asked, by their state before. */
  #apply(
    answer: ClientAnswer,
    change: (replica: ExpectedReplica, version: string) => string,
  ): ReadonlyMap<string, string> {
    const { version } = answer;
    if (this.#protocol.writesBack) {
      const [[id, one] = []] = this.#expected;
      return new Map([[id ?? "", one === undefined ? "" : change(one, version)]]);
    }
    const asked = this.#protocol.asksSome
      ? answer.replicas.map(({ replica, version: its }) => ({ replica, version: its || version }))
      : [...this.#expected.keys()].map((replica) => ({ replica, version }));
    return new Map(
      asked.map(({ replica, version: its }) => {
        const expected = this.#expected.get(replica);
        if (expected === undefined) throw new Error(`the client asked ${replica}, who is that?`);
        return [replica, change(expected, its)];
      }),
    );
  }

  async #operation(
    f: string,
    uuid: string,
    value: unknown,
    body: () => Promise<ClientAnswer>,
    node?: string,
  ): Promise<ClientAnswer> {
    const operation = { process: "c1", f, key: uuid, value, ...(node ? { node } : {}) };
    const answer = await this.#context.recorder.operation(operation, body);
    if (f === "read") return answer;
    this.#changedAtMs = this.#context.host.clock.monotonicMs();
    if (answer.status === "SUCCESS") this.#succeeded.set(uuid, answer.version);
    return answer;
  }

  #judgeAnswer(title: string, answer: ClientAnswer, due: ReadonlyMap<string, string>): void {
    const asked = answer.replicas.map(({ replica }) => replica).join(", ");
    const statuses = [...due.values()];
    const dueStatus = statuses.find((status) => status !== "SUCCESS") ?? "SUCCESS";
    const each = this.#protocol.asksSome && !this.#protocol.writesBack;
    const wrong = each
      ? answer.replicas.filter(({ replica, status }) => due.get(replica) !== status)
      : [];
    const when = answer.version === "" ? "" : `, version ${showVersion(answer.version)}`;
    this.#context.print(`${title}: ${answer.status}${when}, asked ${asked}\n`);
    this.#context.check({
      name: `${title}: ${dueStatus}`,
      verdict: answer.status === dueStatus && wrong.length === 0 ? "PASS" : "FAIL",
      evidence:
        wrong.length === 0
          ? `${answer.status} by ${asked}`
          : wrong.map(({ replica, status }) => `${replica} answered ${status}`).join("; "),
    });
  }

  #showReadings(title: string, readings: readonly ReplicaReading[]): void {
    const nonblocking = this.#protocol.name === "nonblocking";
    this.#context.table(title, {
      head: ["replica", "status", "name", "content", "version", ...(nonblocking ? ["stale"] : [])],
      rows: readings.map(({ replica, answer, staleForMs }) => [
        replica,
        answer.status,
        answer.name,
        answer.content,
        showVersion(answer.version),
        ...(nonblocking ? [`${staleForMs.toFixed(1)} ms`] : []),
      ]),
    });
  }

  #judgeReadings(title: string, uuid: string, readings: readonly ReplicaReading[]): void {
    const { writesBack, writeQuorum } = this.#protocol;
    const wrong = readings.filter(({ answer, due }) => !isDue(answer, due));
    if (writesBack) {
      this.#judgeHolders(title, readings.length - wrong.length, writeQuorum);
      return;
    }
    const counts = Map.groupBy(readings, ({ answer }) => answer.status);
    const seen = [...counts].map(([status, those]) => `${those.length} × ${status}`).join(", ");
    const first = wrong[0];
    const { answer, due } = first ?? {};
    this.#context.check({
      name: `${title}: each answers exactly what it must`,
      verdict: first === undefined ? "PASS" : "FAIL",
      evidence:
        first === undefined
          ? seen
          : `${first.replica}: ${JSON.stringify(answer)}, due was ${JSON.stringify(due)}`,
    });
    if (writeQuorum > 0) this.#judgeSuccess(title, uuid, readings);
  }

  /** What was written with success is held by a write quorum. */
  #judgeSuccess(title: string, uuid: string, readings: readonly ReplicaReading[]): void {
    const version = this.#succeeded.get(uuid);
    if (version === undefined) return;
    const holders = readings.filter(({ answer }) => answer.version >= version).length;
    this.#judgeHolders(title, holders, this.#protocol.writeQuorum);
  }

  #judgeHolders(title: string, holders: number, writeQuorum: number): void {
    this.#context.check({
      name: `${title}: at least N_w hold it`,
      verdict: holders >= writeQuorum ? "PASS" : "FAIL",
      evidence: `${holders} replicas, N_w = ${writeQuorum}`,
    });
  }

  /**
   * A read by the protocol itself answers the newest of what the asked replicas hold, and never
   * less than what was written with success. (It may be more: a write that one replica refused may
   * have been taken by another, where the specification's flow leaves it.)
   */
  async #judgeQuorumRead(title: string, uuid: string): Promise<void> {
    const read = () => this.#agent.read({ uuid });
    const answer = await this.#operation("read", uuid, null, read);
    const asked = answer.replicas.map(({ replica }) => replica);
    const least = this.#succeeded.get(uuid) ?? "";
    const wrong = this.#protocol.writesBack
      ? answer.version !== least
      : !isDue(answer, newest(asked.map((replica) => this.#due(replica, uuid))));
    this.#context.print(`read by quorum ${asked.join(", ")}: ${answer.status} ${answer.content}\n`);
    this.#context.check({
      name: `${title}: a quorum finds the newest`,
      verdict: wrong || answer.version < least ? "FAIL" : "PASS",
      evidence: `${answer.status} ${answer.content} by ${asked.join(", ")}`,
    });
  }

  #due(replica: string, uuid: string): ExpectedRead {
    const expected = this.#expected.get(replica);
    if (expected === undefined) throw new Error(`the client asked ${replica}, who is that?`);
    return expected.read(uuid);
  }
}

/** A deletion is final: it outweighs any write. */
function newest(reads: readonly ExpectedRead[]): ExpectedRead {
  const deleted = reads.filter(({ status }) => status === "FILE ALREADY DELETED");
  const candidates = deleted.length > 0 ? deleted : reads;
  return candidates.reduce((best, one) => (one.version > best.version ? one : best));
}

export function isDue(answer: ClientAnswer, due: ExpectedRead): boolean {
  return (
    answer.status === due.status &&
    answer.name === due.name &&
    answer.content === due.content &&
    answer.version === due.version
  );
}
