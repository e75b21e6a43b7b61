/** What a client of the file store can do, whatever the protocol. */
import type { Host } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import type { Client } from "../host/service.ts";
import { type Member, toMember } from "./membership.ts";
import { Registry, Replica } from "./protocol.ts";
import type { FileObject } from "./store.ts";

export interface File {
  /** A new one for a new file, the same again to update it. */
  readonly uuid: string;
  readonly name: string;
  readonly content: string;
}

/** What one replica said. */
export interface ReplicaAnswer {
  readonly replica: string;
  readonly status: string;
  readonly version: string;
}

/** What an operation came to. */
export interface Answer {
  readonly status: string;
  /** Empty without one, as the scenario table says. */
  readonly version: string;
  /** Of a successful read. */
  readonly name?: string;
  readonly content?: string;
  /** Who was asked, and what each said. */
  readonly replicas: readonly ReplicaAnswer[];
}

/** Every operation throws RpcError when it has no answer; `definite` says whether it happened. */
export interface FileClient {
  write(file: File): Promise<Answer>;
  read(uuid: string): Promise<Answer>;
  delete(uuid: string): Promise<Answer>;
}

/** The registry, as a client sees it. */
export class Directory {
  readonly registry: Client<typeof Registry>;
  readonly #host: Host;

  constructor(host: Host, registry: string) {
    this.#host = host;
    this.registry = host.connect(Registry, registry);
  }

  async replicas(): Promise<{ members: Member[]; primary: Member | null; protocol: string }> {
    const { members, primary, protocol } = await this.registry.listReplicas({});
    return { members: members.map(toMember), primary: primary && toMember(primary), protocol };
  }

  /** @throws RpcError when the registry does not list it */
  async replica(id: string): Promise<Member> {
    const { members } = await this.replicas();
    const member = members.find((candidate) => candidate.id === id);
    if (member !== undefined) return member;
    const known = members.map((candidate) => candidate.id).join(", ") || "none";
    throw new RpcError("NOT_FOUND", `no replica ${id} is registered; there are: ${known}`);
  }

  /** What one replica answers to a read. */
  async readAt(member: Member, uuid: string): Promise<Answer> {
    const answer = await this.#host.connect(Replica, member.address).read({ uuid });
    const { status, version } = answer;
    return { ...answer, replicas: [{ replica: member.id, status, version }] };
  }

  /** Everything that one replica holds. */
  async listAt(member: Member): Promise<FileObject[]> {
    const objects: FileObject[] = [];
    for await (const some of this.#host.connect(Replica, member.address).list({})) {
      for (const object of some.objects) {
        objects.push({ ...object, sequence: Number(object.sequence) });
      }
    }
    return objects;
  }
}
