/** A client of the two primary-backup protocols: it asks any one replica. */
import type { Host } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
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

  async write(file: File): Promise<Answer> {
    const { id, replica } = await this.#choose();
    const { status, version } = await replica.write({ ...file, request: this.#host.random.uuid() });
    return { status, version, replicas: [{ replica: id, status, version }] };
  }

  async read(uuid: string): Promise<Answer> {
    const { id, replica } = await this.#choose();
    const answer = await replica.read({ uuid });
    const { status, version } = answer;
    return { ...answer, replicas: [{ replica: id, status, version }] };
  }

  async delete(uuid: string): Promise<Answer> {
    const { id, replica } = await this.#choose();
    const { status, version } = await replica.delete({ uuid, request: this.#host.random.uuid() });
    return { status, version, replicas: [{ replica: id, status, version }] };
  }

  /** "A client should get the list of replicas from the registry server on startup." */
  async #choose() {
    if (this.#only !== undefined) return this.#use(await this.#directory.replica(this.#only));
    if (this.#known.length === 0) this.#known = (await this.#directory.replicas()).members;
    if (this.#known.length === 0) throw new RpcError("UNAVAILABLE", "no replica is registered");
    return this.#use(this.#host.random.pick(this.#known));
  }

  #use({ id, address }: Member) {
    return { id, replica: this.#host.connect(Replica, address) };
  }
}
