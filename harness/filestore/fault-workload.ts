/**
 * What clients do while faults strike: writes with contents that no other write has, reads through
 * the protocol and at single replicas, deletes, and creations of names that are taken.
 */
import type { Answer } from "../../nodes/filestore/file-client.ts";
import type { Member } from "../../nodes/filestore/membership.ts";
import type { Random } from "../../nodes/host/host.ts";
import { RpcError } from "../../nodes/host/rpc-error.ts";
import type { Recorder } from "../kit/recorder.ts";
import type { FaultClient } from "./fault-cluster.ts";

/** Few files, so that clients meet. */
const files = 3;

/** Between two operations of a client, on average; more operations take checkers too long. */
const paceMs = 25;

interface File {
  readonly uuid: string;
  readonly name: string;
}

export class FaultWorkload {
  readonly #recorder: Recorder;
  readonly #random: Random;
  readonly #members: readonly Member[];
  readonly #files: File[];
  readonly #uuids = new Set<string>();
  #contents = 0;
  #stopped = false;

  /** @param members whom reads at single replicas ask */
  constructor(recorder: Recorder, random: Random, members: readonly Member[]) {
    this.#recorder = recorder;
    this.#random = random;
    this.#members = members;
    this.#files = Array.from({ length: files }, (_, index) => this.#newFile(`file-${index}.txt`));
  }

  /** Every uuid that was ever used. */
  get uuids(): readonly string[] {
    return [...this.#uuids];
  }

  /** Resolves when all clients have ended their last operation after `stop`. */
  async run(clients: readonly FaultClient[]): Promise<void> {
    await Promise.all(clients.map((client) => this.#work(client)));
  }

  stop(): void {
    this.#stopped = true;
  }

  /** A read at one replica, as part of the history. */
  async readAt(client: FaultClient, member: Member, uuid: string): Promise<void> {
    await this.#record(client, "read", uuid, null, member.id, () =>
      client.directory.readAt(member, uuid),
    );
  }

  /** A read through the protocol, as part of the history. */
  async read(client: FaultClient, uuid: string): Promise<void> {
    await this.#record(client, "read", uuid, null, undefined, () => client.files.read(uuid));
  }

  async #work(client: FaultClient): Promise<void> {
    const { clock, random } = client.host;
    while (!this.#stopped) {
      await this.#operation(client, random);
      await clock.sleep(random.integer(2 * paceMs));
    }
  }

  async #operation(client: FaultClient, random: Random): Promise<void> {
    const slot = random.integer(files);
    const file = this.#files[slot] as File;
    const chance = random.integer(100);
    if (chance < 40) await this.#write(client, file);
    else if (chance < 70) await this.read(client, file.uuid);
    else if (chance < 92) await this.readAt(client, random.pick(this.#members), file.uuid);
    else if (chance < 96) await this.#write(client, this.#newFile(file.name));
    else await this.#delete(client, slot);
  }

  async #write(client: FaultClient, { uuid, name }: File): Promise<void> {
    this.#contents += 1;
    const content = `content ${this.#contents}`;
    await this.#record(client, "write", uuid, { name, content }, undefined, () =>
      client.files.write({ uuid, name, content }),
    );
  }

  /** A deleted uuid stays so; the file's place is taken by a new one, half the time of its name. */
  async #delete(client: FaultClient, slot: number): Promise<void> {
    const { uuid, name } = this.#files[slot] as File;
    await this.#record(client, "delete", uuid, null, undefined, () => client.files.delete(uuid));
    const next = client.host.random.integer(2) === 0 ? name : `file-${this.#uuids.size}.txt`;
    this.#files[slot] = this.#newFile(next);
  }

  #newFile(name: string): File {
    const uuid = this.#random.uuid();
    this.#uuids.add(uuid);
    return { uuid, name };
  }

  /** An operation without an answer is part of the history too. */
  async #record(
    client: FaultClient,
    f: string,
    key: string,
    value: unknown,
    node: string | undefined,
    body: () => Promise<Answer>,
  ): Promise<void> {
    const operation = { process: client.id, f, key, value, ...(node && { node }) };
    try {
      await this.#recorder.operation(operation, body);
    } catch (error) {
      if (!(error instanceof RpcError)) throw error;
    }
  }
}
