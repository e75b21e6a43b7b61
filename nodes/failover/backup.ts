/**
 * The receiving side of replication. A server takes over the log of a primary in one step, however
 * many messages that takes: what it holds is always some beginning of the log of some epoch, in
 * memory and on disk, so that two servers can be compared by (epoch, sequence).
 */
import { RpcError } from "../host/rpc-error.ts";
import type { RequestOf } from "../host/service.ts";
import type { Answer, Changes, Entry, Lost } from "./data.ts";
import { commonSequence, type History, primaryOf } from "./epochs.ts";
import { isNewer, type Membership } from "./membership.ts";
import type { Peer } from "./protocol.ts";
import type { Replica } from "./replica.ts";

export type ReplicateRequest = RequestOf<typeof Peer, "replicate">;

/** What is applied together with a later message. */
interface Staged {
  /** Up to here the own log is the beginning of the primary's. */
  readonly base: number;
  readonly history: History;
  readonly lost: Lost;
  readonly entries: Entry[];
  readonly answers: Answer[];
}

export class Backup {
  readonly #replica: Replica;
  #staged: (Staged & { readonly epoch: number }) | undefined;

  constructor(replica: Replica) {
    this.#replica = replica;
  }

  async replicate(request: ReplicateRequest) {
    const replica = this.#replica;
    const { epoch } = request;
    if (epoch < replica.promised) return this.#answer();
    if (epoch < 0 || primaryOf(epoch, replica.servers) === replica.rank) {
      throw new RpcError("INVALID_ARGUMENT", `epoch ${epoch} is led by nobody else`);
    }
    replica.refuseFarEpoch(epoch);
    replica.follow(epoch);
    replica.hear();
    const changes = toChanges(request);
    if (request.history.length > 0) return this.#begin(epoch, toHistory(request));
    const base = this.#base(epoch);
    if (base !== Number(request.after)) return { ...this.#answer(), behind: true };
    if (request.more) {
      this.#staged?.entries.push(...changes.entries);
      this.#staged?.answers.push(...changes.answers);
      return this.#answer();
    }
    this.#apply(request, changes);
    if (request.durable) await replica.disk.flush();
    else replica.disk.flushSoon();
    return this.#answer();
  }

  #answer() {
    const { promised, data } = this.#replica;
    return { promised, behind: false, sequence: String(data.sequence) };
  }

  /** Up to where the receiver of the next message of this epoch is like the primary. */
  #base(epoch: number): number | undefined {
    if (this.#staged?.epoch === epoch) return this.#staged.base;
    const { normalEpoch } = this.#replica.standing;
    return normalEpoch === epoch ? this.#replica.data.sequence : undefined;
  }

  /** Finds out what this log and the primary's have in common. */
  #begin(epoch: number, history: History) {
    const { data, standing } = this.#replica;
    const base = commonSequence(standing.history, data.sequence, history);
    const lost = data.lostAfter(base);
    this.#staged = { epoch, base, history, lost, entries: [], answers: [] };
    const answer = { ...this.#answer(), sequence: String(base) };
    return { ...answer, lostKeys: [...lost.keys], lostClients: [...lost.clients] };
  }

  #apply(request: ReplicateRequest, { entries, answers }: Changes): void {
    const { disk, data } = this.#replica;
    const { epoch, committed } = request;
    const last = Number(request.last);
    const staged = this.#staged;
    this.#staged = undefined;
    const lost = staged?.lost ?? { keys: [], clients: [] };
    const changes = {
      entries: [...(staged?.entries ?? []), ...entries],
      answers: [...(staged?.answers ?? []), ...answers],
    };
    data.forget(lost);
    data.install(changes, last);
    disk.keep(changes, lost);
    if (staged !== undefined) disk.setStanding({ normalEpoch: epoch, history: staged.history });
    this.#replica.setCommitted(Number(committed), staged !== undefined);
    this.#join(toMembership(request));
  }

  #join(membership: Membership): void {
    const replica = this.#replica;
    const known = replica.standing.membership;
    if (isNewer(known, membership)) return;
    if (isNewer(membership, known)) {
      replica.disk.setStanding({ promised: replica.promised, membership });
    }
    replica.stayed = membership.live.includes(replica.rank);
    if (!replica.stayed) replica.lease.end();
    replica.announce();
  }
}

function toChanges({ entries, answers }: ReplicateRequest): Changes {
  return {
    entries: entries.map(({ key, value, deleted, sequence }) => {
      return { key, value, deleted, sequence: Number(sequence) };
    }),
    answers: answers.map(({ client, number, sequence, found, old }) => {
      return { client, number: Number(number), sequence: Number(sequence), found, old };
    }),
  };
}

function toHistory({ history }: ReplicateRequest): History {
  return history.map(({ epoch, after }) => ({ epoch, after: Number(after) }));
}

function toMembership({ membership }: ReplicateRequest): Membership {
  if (membership === null) throw new RpcError("INVALID_ARGUMENT", "a membership is missing");
  const { epoch, number, live } = membership;
  return { epoch, number, live };
}
