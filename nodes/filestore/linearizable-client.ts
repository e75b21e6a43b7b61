/**
 * A client of the quorum-based protocol with `--consistency linearizable`.
 *
 * A write or delete first reserves the uuid and the name at its whole quorum, which tells the
 * newest version and every reason to refuse; only then it installs the new state everywhere, so a
 * write that one replica refuses is applied by none. A read whose answers differ writes the newest
 * back before it returns (Attiya, Bar-Noy and Dolev 1995, "Sharing memory robustly", section 4),
 * and read quorums meet one another, so that no later read finds less.
 */
import type { Host } from "../host/host.ts";
import { RpcError, toRpcError } from "../host/rpc-error.ts";
import type { Client } from "../host/service.ts";
import type { Answer, Directory, File, FileClient } from "./file-client.ts";
import { isUuid, refusedWrite } from "./input.ts";
import { type Member, toMember } from "./membership.ts";
import { Quorum, Replica } from "./protocol.ts";
import { askAll, isNewer, newest, type ReadAnswer } from "./quorum-answers.ts";
import { readAnswer } from "./quorum-client.ts";
import type { BlockedBy, Reservation } from "./reservations.ts";
import { outcomeOfQuorumDelete, outcomeOfWrite } from "./scenario.ts";
import { settle } from "./settle.ts";
import { status } from "./status.ts";
import type { FileObject } from "./store.ts";
import { HybridLogicalClock } from "./version.ts";

/** After this time a reservation whose client is silent is settled by others. */
const leaseMs = 2_000;
/** After this time an operation that others stand in the way of gives up. */
const patienceMs = 8_000;
const retryMs = 10;

export class LinearizableClient implements FileClient {
  readonly #host: Host;
  readonly #directory: Directory;
  readonly #versions: HybridLogicalClock;

  constructor(host: Host, directory: Directory) {
    this.#host = host;
    this.#directory = directory;
    this.#versions = new HybridLogicalClock(host.clock, host.id);
  }

  async write(file: File): Promise<Answer> {
    const refused = refusedWrite(file);
    if (refused !== undefined) return { status: refused, version: "", replicas: [] };
    return this.#change({ ...file, uuid: file.uuid.toLowerCase(), deleted: false });
  }

  async delete(uuid: string): Promise<Answer> {
    if (!isUuid(uuid)) return { status: status.badUuid, version: "", replicas: [] };
    return this.#change({ uuid: uuid.toLowerCase(), name: "", content: "", deleted: true });
  }

  async read(uuid: string): Promise<Answer> {
    const deadlineMs = this.#host.clock.monotonicMs() + patienceMs;
    for (;;) {
      const members = await this.#pick("READ");
      const answers = await this.#readAll(members, uuid);
      const latest = newest(answers);
      const behind = members.filter((_, index) => isNewer(latest, answers[index] as ReadAnswer));
      const blocked = await this.#writeBack(behind, uuid, latest);
      if (blocked === null) return readAnswer(answers);
      await this.#makeWay(blocked, deadlineMs);
    }
  }

  /** Reserve, decide, install, release. */
  async #change(
    wanted: Pick<FileObject, "uuid" | "name" | "content" | "deleted">,
  ): Promise<Answer> {
    const members = (await this.#pick(wanted.deleted ? "DELETE" : "WRITE")).sort(byId);
    const ticket = this.#host.random.uuid();
    const { uuid, name } = wanted;
    const wire = members.map((member) => ({ ...member, incarnation: String(member.incarnation) }));
    const reservation = { ticket, uuid, name, members: wire, leaseMs };
    const decided = await this.#reserve(members, reservation).catch((error) => {
      this.#release(members, ticket);
      // Nothing was installed, so nothing has happened.
      throw new RpcError("ABORTED", toRpcError(error).details);
    });
    if (decided.status !== status.success) {
      this.#release(members, ticket);
      return { ...decided, replicas: decided.replicas };
    }
    const version = this.#versions.next();
    const object = { ...wanted, version, sequence: 0 };
    // Should one not answer, the reservation stays until somebody settles the matter.
    await askAll(members, (member) => this.#quorum(member).install({ ticket, object }));
    this.#release(members, ticket);
    const replicas = members.map(({ id }) => ({ replica: id, status: status.success, version }));
    return { status: status.success, version, replicas };
  }

  /**
   * Reserves at one member after the other, in the order of their ids: of several clients that want
   * the same, one always gets it. Then decides by what the members hold.
   */
  async #reserve(members: readonly Member[], reservation: Reservation): Promise<Answer> {
    const deadlineMs = this.#host.clock.monotonicMs() + patienceMs;
    const held: (FileObjectMessage | null)[] = [];
    const namesakes = new Set<string>();
    for (const member of members) {
      let answer = await this.#quorum(member).reserve({ reservation });
      while (answer.blocked !== null) {
        await this.#makeWay(answer.blocked as BlockedBy, deadlineMs);
        answer = await this.#quorum(member).reserve({ reservation });
      }
      if (answer.held) this.#versions.observe(answer.held.version);
      if (answer.namesake !== "") namesakes.add(answer.namesake);
      held.push(answer.held);
    }
    const answers = members.map(({ id }, index) => toReadAnswer(id, held[index] ?? null));
    const latest = newest(answers);
    const known = latest.version === "" ? undefined : knownFrom(latest);
    const outcome =
      reservation.name === ""
        ? outcomeOfQuorumDelete(known)
        : outcomeOfWrite(known, reservation.name, await this.#anyLives(members, namesakes));
    const version = known?.deleted ? latest.version : "";
    return { status: outcome, version, replicas: readAnswer(answers).replicas };
  }

  /** A member may not have heard that the file which had the name was deleted: the others have. */
  async #anyLives(members: readonly Member[], uuids: ReadonlySet<string>): Promise<boolean> {
    for (const uuid of uuids) {
      if (newest(await this.#readAll(members, uuid)).status === status.success) return true;
    }
    return false;
  }

  /** Brings the newest state to the members that have less; null when all have it. */
  async #writeBack(
    behind: readonly Member[],
    uuid: string,
    latest: ReadAnswer,
  ): Promise<BlockedBy | null> {
    const { name, content, version } = latest;
    const deleted = latest.status === status.alreadyDeleted;
    const object = { uuid: uuid.toLowerCase(), name, content, version, sequence: 0, deleted };
    const answers = await askAll(behind, (member) => this.#quorum(member).install({ object }));
    return (answers.find(({ blocked }) => blocked !== null)?.blocked ?? null) as BlockedBy | null;
  }

  /** Waits for another client's reservation, or settles it when that client seems to be gone. */
  async #makeWay(blocked: BlockedBy, deadlineMs: number): Promise<void> {
    if (this.#host.clock.monotonicMs() > deadlineMs) {
      throw new RpcError("ABORTED", "others were in the way for too long");
    }
    if (blocked.lapsed) await settle(this.#host, blocked.reservation);
    else await this.#host.clock.sleep(retryMs + this.#host.random.integer(retryMs));
  }

  /** Nobody waits for it: a reservation that stays by mischance is settled by others. */
  #release(members: readonly Member[], ticket: string): void {
    for (const member of members) {
      this.#quorum(member)
        .release({ ticket })
        .catch((error) => this.#host.log.debug("not released", { ticket, error: String(error) }));
    }
  }

  #readAll(members: readonly Member[], uuid: string): Promise<ReadAnswer[]> {
    return askAll(members, async (member) => {
      const answer = await this.#host.connect(Replica, member.address).read({ uuid });
      return { ...answer, replica: member.id };
    });
  }

  #quorum(member: Member): Client<typeof Quorum> {
    return this.#host.connect(Quorum, member.address);
  }

  async #pick(operation: "READ" | "WRITE" | "DELETE"): Promise<Member[]> {
    const request = { operation, linearizable: true };
    return (await this.#directory.registry.pickQuorum(request)).members.map(toMember);
  }
}

interface FileObjectMessage {
  readonly name: string;
  readonly content: string;
  readonly version: string;
  readonly deleted: boolean;
}

const byId = (one: Member, other: Member) => (one.id < other.id ? -1 : 1);

function toReadAnswer(replica: string, held: FileObjectMessage | null): ReadAnswer {
  if (held === null) {
    return { replica, status: status.doesNotExist, name: "", content: "", version: "" };
  }
  const { name, content, version, deleted } = held;
  return {
    replica,
    status: deleted ? status.alreadyDeleted : status.success,
    name,
    content,
    version,
  };
}

function knownFrom(answer: ReadAnswer) {
  return { name: answer.name, deleted: answer.status === status.alreadyDeleted };
}
