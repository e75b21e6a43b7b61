/**
 * A client of the quorum-based protocol with `--consistency regular`, exactly the specification's
 * flow: ask the registry for N_w or N_r replicas, send to all of them, succeed when all did. The
 * version is made once a write, here, so that all replicas have the same.
 */
import type { Host } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import type { Answer, Directory, File, FileClient, ReplicaAnswer } from "./file-client.ts";
import { type Member, toMember } from "./membership.ts";
import { Replica } from "./protocol.ts";
import { askAll, newest, type ReadAnswer } from "./quorum-answers.ts";
import { status } from "./status.ts";
import { HybridLogicalClock } from "./version.ts";

/** A replica that knows of a newer version makes the client try again with one newer still. */
const maxAttempts = 10;

export class RegularQuorumClient implements FileClient {
  readonly #host: Host;
  readonly #directory: Directory;
  readonly #versions: HybridLogicalClock;

  constructor(host: Host, directory: Directory) {
    this.#host = host;
    this.#directory = directory;
    this.#versions = new HybridLogicalClock(host.clock, host.id);
  }

  write(file: File): Promise<Answer> {
    return this.#change("WRITE", (member, version) =>
      this.#host.connect(Replica, member.address).write({ ...file, version }),
    );
  }

  delete(uuid: string): Promise<Answer> {
    return this.#change("DELETE", (member, version) =>
      this.#host.connect(Replica, member.address).delete({ uuid, version }),
    );
  }

  async read(uuid: string): Promise<Answer> {
    const members = await this.#pick("READ");
    const answers = await askAll(members, async (member) => {
      const answer = await this.#host.connect(Replica, member.address).read({ uuid });
      return { ...answer, replica: member.id };
    });
    return readAnswer(answers);
  }

  async #change(
    operation: "WRITE" | "DELETE",
    send: (member: Member, version: string) => Promise<{ status: string; version: string }>,
  ): Promise<Answer> {
    const members = await this.#pick(operation);
    const own = new Set<string>();
    for (let attempt = 1; attempt <= maxAttempts; attempt++) {
      const version = this.#versions.next();
      own.add(version);
      const answers = await askAll(members, async (member): Promise<ReplicaAnswer> => {
        const answer = await send(member, version);
        // An earlier attempt of this deletion was taken here, and refused elsewhere.
        const done = answer.status === status.alreadyDeleted && own.has(answer.version);
        const said = done ? status.success : answer.status;
        return { replica: member.id, status: said, version: answer.version };
      });
      for (const answer of answers)
        if (answer.version !== "") this.#versions.observe(answer.version);
      const refused = answers.find((answer) => answer.status !== status.success);
      if (refused === undefined) return { status: status.success, version, replicas: answers };
      const outdated = answers.every(({ status: said }) => !isFinal(said));
      if (!outdated) return refusal(answers);
    }
    throw new RpcError("ABORTED", "others write faster than this client", { definite: false });
  }

  async #pick(operation: "READ" | "WRITE" | "DELETE"): Promise<Member[]> {
    const { members } = await this.#directory.registry.pickQuorum({ operation });
    return members.map(toMember);
  }
}

/** Refusals that no newer version would change. */
function isFinal(said: string): boolean {
  return said !== status.success && said !== status.newerExists;
}

/** A deletion outweighs any other reason: it is final. */
function refusal(answers: readonly ReplicaAnswer[]): Answer {
  const deletions: readonly string[] = [status.alreadyDeleted, status.deletedNotUpdated];
  const reason =
    answers.find((answer) => deletions.includes(answer.status)) ??
    answers.find((answer) => isFinal(answer.status));
  if (reason === undefined) throw new Error("a refusal without a reason");
  const version = deletions.includes(reason.status) ? reason.version : "";
  return { status: reason.status, version, replicas: answers };
}

/** The newest of what was read. */
export function readAnswer(answers: readonly ReadAnswer[]): Answer {
  const replicas = answers.map(({ replica, status: said, version }) => {
    return { replica, status: said, version };
  });
  const { status: said, name, content, version } = newest(answers);
  return { status: said, name, content, version, replicas };
}
