/** A client of the two primary-backup protocols: it asks any one replica. */
import type { Host } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import type { Client } from "../host/service.ts";
import type { Answer, Directory, File, FileClient } from "./file-client.ts";
import type { Member } from "./membership.ts";
import { Replica } from "./protocol.ts";

export class PrimaryBackupClient implements FileClient {
  readonly #host: Host;
  readonly #directory: Directory;
  readonly #only: string | undefined;
  #known: readonly Member[] = [];

  /** @param only the id of the one replica to ask; without it, one at random for each operation */
  constructor(host: Host, directory: Directory, only?: string) {
    this.#host = host;
    this.#directory = directory;
    this.#only = only;
  }

  write(file: File): Promise<Answer> {
    const request = this.#host.random.uuid();
    return this.#ask(async (replica) => {
      const { status, version } = await replica.write({ ...file, request });
      return { status, version };
    });
  }

  read(uuid: string): Promise<Answer> {
    return this.#ask((replica) => replica.read({ uuid }));
  }

  delete(uuid: string): Promise<Answer> {
    const request = this.#host.random.uuid();
    return this.#ask((replica) => replica.delete({ uuid, request }));
  }

  async #ask(
    call: (replica: Client<typeof Replica>) => Promise<Omit<Answer, "replicas">>,
  ): Promise<Answer> {
    const { id, address } = await this.#choose();
    try {
      const answer = await call(this.#host.connect(Replica, address));
      const { status, version } = answer;
      return { ...answer, replicas: [{ replica: id, status, version }] };
    } catch (error) {
      // It may have gone, or come back at another address.
      this.#known = [];
      throw error;
    }
  }

  /** "A client should get the list of replicas from the registry server on startup." */
  async #choose(): Promise<Member> {
    if (this.#only !== undefined) return this.#directory.replica(this.#only);
    if (this.#known.length === 0) this.#known = (await this.#directory.replicas()).members;
    if (this.#known.length === 0) throw new RpcError("UNAVAILABLE", "no replica is registered");
    return this.#host.random.pick(this.#known);
  }
}
